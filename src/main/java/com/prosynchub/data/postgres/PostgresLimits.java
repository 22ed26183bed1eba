package com.prosynchub.data.postgres;

import com.prosynchub.data.LimitHistoryRepository;
import com.prosynchub.data.MetricSettingsRepository;
import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settings of metrics, and how metrics were to be judged before, in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresLimits implements MetricSettingsRepository, LimitHistoryRepository {
    private static final String SETTINGS = """
        select s.metric_id, s.deadband, s.on_delay_s, s.off_delay_s, s.expected_interval_s, s.priority, s.guidance
        from app.metric_settings s
        where s.%s = any (?)
        """;

    private static final String VERSIONS = """
        select v.*, lead(v.valid_from) over (partition by v.metric_id order by v.version_no) as valid_to,
            coalesce(nullif(btrim(concat_ws(' ', n.first_name, n.last_name)), ''), n.username) as person
        from (select x.metric_id, x.version_no, x.valid_from, x.unit, x.min_threshold, x.max_threshold,
                  x.warning_threshold, x.critical_threshold, x.deadband, x.on_delay_s, x.off_delay_s,
                  x.expected_interval_s, x.priority, x.guidance, x.changed_by, x.reason
              from app.metric_limit_versions x where x.metric_id = %s) v
            left join app.user_names n on n.user_id = v.changed_by
        """;

    private static final String OF_METRIC = VERSIONS.formatted("?") + " order by v.version_no desc limit ?";

    private static final String DURING = "select * from (" + VERSIONS.formatted("""
        (select m.metric_id from app.asset_metrics m where m.asset_id = ? and m.metric_name = ?)\
        """) + """
        ) h
        where (h.valid_to is null or h.valid_to > ?) and (h.valid_from < ? or h.version_no = 1)
        order by h.version_no
        """;

    private final Link link;

    PostgresLimits(Link link) {
        this.link = link;
    }

    @Override
    public Map<UUID, MetricSettings> ofMetrics(Collection<UUID> metricIds) {
        return settings("metric_id", metricIds);
    }

    @Override
    public Map<UUID, MetricSettings> ofAssets(Collection<UUID> assetIds) {
        return settings("asset_id", assetIds);
    }

    @Override
    public List<LimitVersion> versions(UUID metricId, int limit) {
        return link.read(u -> SqlRows.of(u, OF_METRIC, PostgresLimits::version, s -> {
            s.setObject(1, metricId);
            s.setInt(2, limit);
        }));
    }

    @Override
    public List<LimitVersion> during(UUID assetId, String metric, Instant from, Instant to) {
        return link.read(u -> SqlRows.of(u, DURING, PostgresLimits::version, s -> {
            s.setObject(1, assetId);
            s.setString(2, metric);
            s.setObject(3, from.atOffset(ZoneOffset.UTC));
            s.setObject(4, to.atOffset(ZoneOffset.UTC));
        }));
    }

    private Map<UUID, MetricSettings> settings(String column, Collection<UUID> ids) {
        Map<UUID, MetricSettings> found = new HashMap<>();
        if (!ids.isEmpty()) {
            link.read(u -> SqlRows.of(
                    u,
                    SETTINGS.formatted(column),
                    r -> found.put(r.getObject("metric_id", UUID.class), settings(r)),
                    s -> s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray()))));
        }
        return found;
    }

    private static LimitVersion version(ResultSet r) throws SQLException {
        OffsetDateTime to = r.getObject("valid_to", OffsetDateTime.class);
        return new LimitVersion(
                r.getObject("metric_id", UUID.class),
                r.getInt("version_no"),
                r.getObject("valid_from", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                r.getString("unit"),
                limits(r),
                settings(r),
                r.getObject("changed_by", UUID.class),
                r.getString("person"),
                r.getString("reason"));
    }

    static MetricLimits limits(ResultSet r) throws SQLException {
        return new MetricLimits(
                r.getBigDecimal("min_threshold"),
                r.getBigDecimal("max_threshold"),
                r.getBigDecimal("warning_threshold"),
                r.getBigDecimal("critical_threshold"));
    }

    static MetricSettings settings(ResultSet r) throws SQLException {
        String priority = r.getString("priority");
        return new MetricSettings(
                r.getBigDecimal("deadband"),
                duration(r.getBigDecimal("on_delay_s")),
                duration(r.getBigDecimal("off_delay_s")),
                duration(r.getBigDecimal("expected_interval_s")),
                priority == null ? null : Severity.valueOf(priority.toUpperCase(Locale.ROOT)),
                r.getString("guidance"));
    }

    /** As the column spells a priority. */
    static String word(Severity priority) {
        String name = priority.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Duration duration(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : Duration.ofMillis(seconds.movePointRight(3).longValueExact());
    }
}
