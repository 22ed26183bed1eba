package com.prosynchub.data.mongo;

import com.prosynchub.model.metric.RollupMark;
import java.time.Instant;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code assetMetricRollupMarks}. */
final class RollupMarkCodec extends ReadWrite<RollupMark> {
    RollupMarkCodec() {
        super(RollupMark.class);
    }

    @Override
    void write(BsonWriter out, RollupMark mark) {
        Out.id(out, mark.id());
        Out.uuid(out, "asset_id", mark.assetId());
        Out.time(out, "from", mark.from());
        Out.time(out, "to", mark.to());
        Out.text(out, "reason", mark.reason().name());
        Out.time(out, "created_at", mark.createdAt());
    }

    @Override
    RollupMark read(BsonReader in) {
        var it = new Object() {
            @Nullable
            String id;

            @Nullable
            UUID asset;

            @Nullable
            Instant from;

            @Nullable
            Instant to;

            RollupMark.Reason reason = RollupMark.Reason.SAMPLES;

            @Nullable
            Instant at;
        };
        In.fields(in, field -> {
            switch (field) {
                case "_id" -> it.id = in.readObjectId().toHexString();
                case "asset_id" -> it.asset = In.uuid(in);
                case "from" -> it.from = In.time(in);
                case "to" -> it.to = In.time(in);
                case "reason" -> it.reason = RollupMark.Reason.valueOf(in.readString());
                case "created_at" -> it.at = In.time(in);
                default -> in.skipValue();
            }
        });
        return new RollupMark(
                In.required("_id", it.id),
                In.required("asset_id", it.asset),
                In.required("from", it.from),
                In.required("to", it.to),
                it.reason,
                In.required("created_at", it.at));
    }
}
