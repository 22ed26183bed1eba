package com.prosynchub.data.mongo;

import com.prosynchub.data.DocumentIds;
import com.prosynchub.model.audit.Activity;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code userActivityFeed}; {@code event_id} is an extension field. */
final class ActivityCodec extends ReadWrite<Activity> {
    ActivityCodec() {
        super(Activity.class);
    }

    @Override
    void write(BsonWriter out, Activity activity) {
        Out.id(out, DocumentIds.of(activity.eventId(), activity.timestamp(), "activity"));
        Out.uuid(out, "event_id", activity.eventId());
        Out.uuid(out, "user_id", activity.userId());
        Out.text(out, "activity_type", activity.type());
        Out.text(out, "description", activity.description());
        Out.time(out, "timestamp", activity.timestamp());
        out.writeStartDocument("metadata");
        Out.uuid(out, "target_id", activity.targetId());
        Out.text(out, "target_type", activity.targetType());
        Out.tree(out, "additional_info", activity.additionalInfo());
        out.writeEndDocument();
    }

    @Override
    Activity read(BsonReader in) {
        var it = new Object() {
            @Nullable
            UUID event;

            @Nullable
            UUID user;

            @Nullable
            String type;

            @Nullable
            String description;

            @Nullable
            Instant at;

            @Nullable
            UUID target;

            @Nullable
            String targetType;

            Map<String, Object> info = Map.of();
        };
        In.fields(in, field -> {
            switch (field) {
                case "event_id" -> it.event = In.uuid(in);
                case "user_id" -> it.user = In.uuid(in);
                case "activity_type" -> it.type = in.readString();
                case "description" -> it.description = in.readString();
                case "timestamp" -> it.at = In.time(in);
                case "metadata" ->
                    In.fields(in, name -> {
                        switch (name) {
                            case "target_id" -> it.target = In.uuid(in);
                            case "target_type" -> it.targetType = in.readString();
                            case "additional_info" -> it.info = In.tree(in);
                            default -> in.skipValue();
                        }
                    });
                default -> in.skipValue();
            }
        });
        return new Activity(
                it.event == null ? new UUID(0, 0) : it.event,
                In.required("user_id", it.user),
                In.required("activity_type", it.type),
                In.required("description", it.description),
                In.required("timestamp", it.at),
                it.target,
                it.targetType,
                it.info);
    }
}
