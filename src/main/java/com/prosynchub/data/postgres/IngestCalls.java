package com.prosynchub.data.postgres;

import com.prosynchub.data.IngestStore.Batch;
import com.prosynchub.data.IngestStore.Judged;
import com.prosynchub.data.IngestStore.Known;
import com.prosynchub.data.IngestStore.Recorded;
import com.prosynchub.model.asset.HealthInputs;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricDefinition;
import com.prosynchub.model.metric.MetricDefinition.Rules;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Calls the functions through which measured values come in. One thread, in the caller's transaction. */
final class IngestCalls {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private IngestCalls() {}

    static Map<UUID, Known> definitions(Connection connection, Collection<UUID> assets) throws SQLException {
        Map<UUID, Map<String, MetricDefinition>> metrics = new HashMap<>();
        Set<UUID> assessed = new HashSet<>();
        try (PreparedStatement s = connection.prepareStatement("select * from app.ingest_metrics(?)")) {
            s.setArray(1, connection.createArrayOf("uuid", assets.toArray()));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    UUID asset = r.getObject("asset_id", UUID.class);
                    Map<String, MetricDefinition> ofAsset = metrics.computeIfAbsent(asset, a -> new HashMap<>());
                    if (r.getBoolean("assessed")) {
                        assessed.add(asset);
                    }
                    if (r.getString("metric_name") != null) {
                        MetricDefinition metric = definition(asset, r);
                        ofAsset.put(metric.name(), metric);
                    }
                }
            }
        }
        Map<UUID, Known> known = new HashMap<>();
        metrics.forEach((asset, of) -> known.put(asset, new Known(of, assessed.contains(asset))));
        return known;
    }

    private static MetricDefinition definition(UUID asset, ResultSet r) throws SQLException {
        String severity = r.getString("severity");
        return new MetricDefinition(
                r.getObject("metric_id", UUID.class),
                asset,
                r.getString("metric_name"),
                r.getString("unit"),
                new Rules(
                        new MetricLimits(
                                r.getBigDecimal("min_threshold"),
                                r.getBigDecimal("max_threshold"),
                                r.getBigDecimal("warning_threshold"),
                                r.getBigDecimal("critical_threshold")),
                        new MetricSettings(
                                r.getBigDecimal("deadband"),
                                seconds(r, "on_delay_s"),
                                seconds(r, "off_delay_s"),
                                seconds(r, "expected_interval_s"),
                                null,
                                null)),
                r.getInt("revision"),
                instant(r, "newest"),
                severity == null
                        ? LimitState.NORMAL
                        : new LimitState(
                                Severity.valueOf(severity),
                                instant(r, "since"),
                                instant(r, "medium_waits"),
                                instant(r, "high_waits"),
                                instant(r, "critical_waits")),
                r.getInt("state_version"));
    }

    private static @Nullable Duration seconds(ResultSet r, String column) throws SQLException {
        BigDecimal seconds = r.getBigDecimal(column);
        return seconds == null
                ? null
                : Duration.ofMillis(seconds.multiply(MILLIS).longValue());
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        return Times.instant(r.getObject(column, LocalDateTime.class));
    }

    static Recorded record(Connection connection, Batch batch, ToIntFunction<HealthInputs> health) throws SQLException {
        int accepted;
        Set<UUID> stale;
        Set<UUID> assess = new HashSet<>(batch.assess());
        try (PreparedStatement s = connection.prepareStatement("select accepted, stale, heard from"
                + " app.record_metrics(?, ?, ?::timestamptz[], ?::timestamptz[], ?, ?, ?::jsonb, ?::jsonb)")) {
            fill(connection, s, batch.values());
            s.setString(7, IngestJson.states(batch.values()));
            s.setString(8, IngestJson.told(batch));
            try (ResultSet r = s.executeQuery()) {
                r.next();
                accepted = r.getInt(1);
                stale = uuids(r.getArray(2));
                assess.addAll(uuids(r.getArray(3)));
            }
        }
        assess(connection, assess, health);
        return new Recorded(accepted, stale);
    }

    static int noteSilence(Connection connection, ToIntFunction<HealthInputs> health) throws SQLException {
        Set<UUID> silent;
        try (PreparedStatement s = connection.prepareStatement("select app.note_silence()");
                ResultSet r = s.executeQuery()) {
            r.next();
            silent = uuids(r.getArray(1));
        }
        assess(connection, silent, health);
        return silent.size();
    }

    /** Computes and writes status and health of these assets as they are now. */
    private static void assess(Connection connection, Set<UUID> assets, ToIntFunction<HealthInputs> health)
            throws SQLException {
        if (assets.isEmpty()) {
            return;
        }
        List<UUID> ids = new ArrayList<>();
        List<Integer> scores = new ArrayList<>();
        try (PreparedStatement s = connection.prepareStatement("select * from app.health_inputs(?)")) {
            s.setArray(1, connection.createArrayOf("uuid", assets.toArray()));
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    ids.add(r.getObject("asset_id", UUID.class));
                    scores.add(health.applyAsInt(inputs(r)));
                }
            }
        }
        if (!ids.isEmpty()) {
            try (PreparedStatement s = connection.prepareStatement("select app.record_health(?, ?)")) {
                s.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                s.setArray(2, connection.createArrayOf("integer", scores.toArray()));
                s.execute();
            }
        }
    }

    private static HealthInputs inputs(ResultSet r) throws SQLException {
        return new HealthInputs(
                r.getInt("critical"),
                r.getInt("high"),
                r.getInt("medium"),
                r.getInt("silent"),
                r.getInt("measured"),
                r.getInt("overdue_days"),
                r.getInt("failures"),
                r.getInt("months_past_life"));
    }

    private static void fill(Connection connection, PreparedStatement s, List<Judged> values) throws SQLException {
        int n = values.size();
        UUID[] metrics = new UUID[n];
        Double[] numbers = new Double[n];
        String[] at = new String[n];
        String[] first = new String[n];
        Integer[] revisions = new Integer[n];
        Integer[] states = new Integer[n];
        for (int i = 0; i < n; i++) {
            Judged value = values.get(i);
            metrics[i] = value.metric().id();
            numbers[i] = value.value();
            at[i] = value.at().toString();
            first[i] = value.first().toString();
            revisions[i] = value.metric().revision();
            states[i] = value.metric().stateRevision();
        }
        s.setArray(1, connection.createArrayOf("uuid", metrics));
        s.setArray(2, connection.createArrayOf("float8", numbers));
        s.setArray(3, connection.createArrayOf("text", at));
        s.setArray(4, connection.createArrayOf("text", first));
        s.setArray(5, connection.createArrayOf("integer", revisions));
        s.setArray(6, connection.createArrayOf("integer", states));
    }

    private static Set<UUID> uuids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((UUID[]) array.getArray());
    }
}
