package com.prosynchub.data.mongo;

import com.prosynchub.model.notice.Notification;
import java.time.Instant;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code notifications}. */
final class NotificationCodec extends ReadWrite<Notification> {
    NotificationCodec() {
        super(Notification.class);
    }

    @Override
    void write(BsonWriter out, Notification notice) {
        Out.id(out, notice.id());
        Out.uuid(out, "user_id", notice.userId());
        Out.text(out, "title", notice.title());
        Out.text(out, "message", notice.message());
        Out.text(out, "type", notice.type().name());
        out.writeBoolean("is_read", notice.read());
        out.writeBoolean("is_dismissed", notice.dismissed());
        if (notice.relatedEntityId() != null) {
            out.writeStartDocument("related_entity");
            Out.uuid(out, "entity_id", notice.relatedEntityId());
            Out.text(out, "entity_type", notice.relatedEntityType());
            out.writeEndDocument();
        }
        Out.time(out, "created_at", notice.createdAt());
    }

    @Override
    Notification read(BsonReader in) {
        var it = new Object() {
            @Nullable
            String id;

            @Nullable
            UUID user;

            @Nullable
            String title;

            @Nullable
            String message;

            @Nullable
            String type;

            boolean read;
            boolean dismissed;

            @Nullable
            UUID entity;

            @Nullable
            String entityType;

            @Nullable
            Instant at;
        };
        In.fields(in, field -> {
            switch (field) {
                case "_id" -> it.id = in.readObjectId().toHexString();
                case "user_id" -> it.user = In.uuid(in);
                case "title" -> it.title = in.readString();
                case "message" -> it.message = in.readString();
                case "type" -> it.type = in.readString();
                case "is_read" -> it.read = in.readBoolean();
                case "is_dismissed" -> it.dismissed = in.readBoolean();
                case "related_entity" ->
                    In.fields(in, name -> {
                        switch (name) {
                            case "entity_id" -> it.entity = In.uuid(in);
                            case "entity_type" -> it.entityType = in.readString();
                            default -> in.skipValue();
                        }
                    });
                case "created_at" -> it.at = In.time(in);
                default -> in.skipValue();
            }
        });
        return new Notification(
                it.id,
                In.required("user_id", it.user),
                In.required("title", it.title),
                In.required("message", it.message),
                Notification.Type.valueOf(In.required("type", it.type)),
                it.read,
                it.dismissed,
                it.entity,
                it.entityType,
                In.required("created_at", it.at));
    }
}
