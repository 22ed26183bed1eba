package com.prosynchub.data.postgres;

import com.prosynchub.data.MetricIngestRepository;
import com.prosynchub.data.postgres.MetricBatch.Answer;
import com.prosynchub.model.metric.MetricSample;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ingest by the site service's own login. Any thread, one batch at a time. */
final class PostgresMetricIngest implements MetricIngestRepository {
    private static final Pattern UNKNOWN =
            Pattern.compile("\"asset_id\": \"([0-9a-f-]{36})\", \"metric_name\": \"([a-z0-9_]+)\"");

    private final Wire wire;

    PostgresMetricIngest(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Recorded record(Collection<MetricSample> samples) {
        if (samples.isEmpty()) {
            return new Recorded(0, 0, Map.of());
        }
        Answer answer = wire.inTransaction(c -> MetricBatch.send(c, samples));
        return new Recorded(answer.accepted(), answer.older(), unknown(answer.unknown()));
    }

    @Override
    public void close() {
        wire.close();
    }

    /** The function's list, whose shape PostgreSQL's own jsonb output fixes. */
    static Map<UUID, Set<String>> unknown(@Nullable String json) {
        Map<UUID, Set<String>> unknown = new HashMap<>();
        if (json != null) {
            Matcher m = UNKNOWN.matcher(json);
            while (m.find()) {
                unknown.computeIfAbsent(UUID.fromString(m.group(1)), a -> new HashSet<>())
                        .add(m.group(2));
            }
        }
        return unknown;
    }
}
