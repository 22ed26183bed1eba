package com.prosynchub.data.mongo;

import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code assetMetricsHistory}. */
final class MetricSampleCodec extends ReadWrite<MetricSample> {
    private final InstantSource clock;

    /** @param clock says when a sample was stored */
    MetricSampleCodec(InstantSource clock) {
        super(MetricSample.class);
        this.clock = clock;
    }

    @Override
    void write(BsonWriter out, MetricSample sample) {
        Out.id(out, null);
        Out.uuid(out, "asset_id", sample.assetId());
        Out.time(out, "timestamp", sample.timestamp());
        out.writeStartDocument("metrics");
        sample.metrics().forEach(out::writeDouble);
        out.writeEndDocument();
        Out.time(out, "created_at", clock.instant());
    }

    @Override
    MetricSample read(BsonReader in) {
        var it = new Object() {
            @Nullable
            UUID asset;

            @Nullable
            Instant at;

            final Map<String, Double> metrics = new HashMap<>();
        };
        In.fields(in, field -> {
            switch (field) {
                case "asset_id" -> it.asset = In.uuid(in);
                case "timestamp" -> it.at = In.time(in);
                case "metrics" -> In.fields(in, name -> it.metrics.put(name, In.number(in)));
                default -> in.skipValue();
            }
        });
        return new MetricSample(In.required("asset_id", it.asset), In.required("timestamp", it.at), it.metrics);
    }
}
