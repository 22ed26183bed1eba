package com.prosynchub.data.postgres;

import com.prosynchub.data.MetricGridRepository;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricEdits;
import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Metrics of all assets in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresMetricGrid implements MetricGridRepository {
    private static final List<String> BEFORE_ALL = List.of("", Cursor.LEAST.toString(), "");

    private static final String PAGE = MetricGrid.COLUMNS + MetricGrid.TABLES + """
        where a.name >= ? and (a.name, a.asset_id, m.metric_name) > (?, ?, ?) and %s
        order by a.name, a.asset_id, m.metric_name
        limit ?
        """;

    private static final String COUNT =
            "select count(*) from (select 1 " + MetricGrid.TABLES + " where %s limit ?) as fitting";

    private static final String LINES = MetricGrid.COLUMNS + MetricGrid.TABLES + " where m.metric_id = any (?)";

    /** Locked by key, so that two who change the same metrics do not wait for each other for ever. */
    private static final String LOCK = """
        select m.metric_id, m.row_version from app.asset_metrics m where m.metric_id = any (?)
        order by m.metric_id for no key update
        """;

    private static final String LOCK_SETTINGS = """
        select s.metric_id, s.row_version from app.metric_settings s where s.metric_id = any (?)
        order by s.metric_id for no key update
        """;

    private static final String LIMITS = """
        update app.asset_metrics m
        set min_threshold = x.least, max_threshold = x.most, warning_threshold = x.warning,
            critical_threshold = x.critical, row_version = m.row_version + 1
        from unnest(?::uuid[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
            as x (id, least, most, warning, critical)
        where m.metric_id = x.id
        """;

    private static final String SETTINGS = """
        insert into app.metric_settings as s (
            metric_id, deadband, on_delay_s, off_delay_s, expected_interval_s, priority, guidance)
        select * from unnest(?::uuid[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::text[])
        on conflict (metric_id) do update
        set deadband = excluded.deadband, on_delay_s = excluded.on_delay_s, off_delay_s = excluded.off_delay_s,
            expected_interval_s = excluded.expected_interval_s, priority = excluded.priority,
            guidance = excluded.guidance, row_version = s.row_version + 1
        """;

    private final Link link;

    PostgresMetricGrid(Link link) {
        this.link = link;
    }

    @Override
    public Page<MetricLine> page(MetricFilter filter, PageRequest page) {
        return link.read(u -> {
            MetricGrid wanted = MetricGrid.of(u.stateless(), filter);
            Page<MetricLine> found = Cursor.page(
                    "metric_grid",
                    page,
                    BEFORE_ALL,
                    (key, limit) -> {
                        UUID asset = UUID.fromString(key.get(1));
                        return SqlRows.of(u, PAGE.formatted(wanted.conditions()), PostgresMetricGrid::line, s -> {
                            s.setString(1, key.get(0));
                            s.setString(2, key.get(0));
                            s.setObject(3, asset);
                            s.setString(4, key.get(2));
                            s.setInt(fill(s, 5, wanted.values()), limit.maxResults());
                        });
                    },
                    line -> List.of(
                            line.asset(),
                            line.metric().assetId().toString(),
                            line.metric().name()),
                    line -> line);
            return new Page<>(withWays(u, found.items()), found.next());
        });
    }

    @Override
    public int count(MetricFilter filter, int most) {
        return link.read(u -> {
            MetricGrid wanted = MetricGrid.of(u.stateless(), filter);
            return SqlRows.of(
                            u,
                            COUNT.formatted(wanted.conditions()),
                            r -> r.getInt(1),
                            s -> s.setInt(fill(s, 1, wanted.values()), most))
                    .getFirst();
        });
    }

    @Override
    public List<MetricLine> lines(Collection<UUID> metricIds) {
        return metricIds.isEmpty() ? List.of() : link.read(u -> withWays(u, read(u, metricIds)));
    }

    @Override
    public MetricEdits apply(List<MetricEdit> edits) {
        List<MetricEdit> wanted = edits.stream().filter(MetricEdit::changes).toList();
        List<UUID> ids = wanted.stream().map(e -> e.before().id()).toList();
        return link.write(u -> {
            Map<UUID, Integer> metrics = revisions(u, LOCK, ids);
            Map<UUID, Integer> settings = revisions(u, LOCK_SETTINGS, ids);
            List<MetricLine> overtaken = wanted.stream()
                    .map(MetricEdit::before)
                    .filter(b -> metrics.getOrDefault(b.id(), MetricLine.UNSET)
                                    != b.metric().revision()
                            || settings.getOrDefault(b.id(), MetricLine.UNSET) != b.settingsRevision())
                    .toList();
            if (!overtaken.isEmpty()) {
                return new MetricEdits.Overtaken(overtaken);
            }
            write(u, wanted);
            return new MetricEdits.Done(withWays(u, read(u, ids)));
        });
    }

    private static void write(Unit u, List<MetricEdit> wanted) {
        List<MetricEdit> limits = wanted.stream().filter(e -> !e.sameLimits()).toList();
        List<MetricEdit> settings =
                wanted.stream().filter(e -> !e.sameSettings()).toList();
        try {
            if (!limits.isEmpty()) {
                try (PreparedStatement s = u.connection().prepareStatement(LIMITS)) {
                    Columns c = new Columns(s, limits);
                    c.uuids();
                    c.limits(MetricLimits::min);
                    c.limits(MetricLimits::max);
                    c.limits(MetricLimits::warning);
                    c.limits(MetricLimits::critical);
                    s.executeUpdate();
                }
            }
            if (!settings.isEmpty()) {
                try (PreparedStatement s = u.connection().prepareStatement(SETTINGS)) {
                    Columns c = new Columns(s, settings);
                    c.uuids();
                    c.settings("numeric", MetricSettings::deadband);
                    c.settings("numeric", x -> seconds(x.onDelay()));
                    c.settings("numeric", x -> seconds(x.offDelay()));
                    c.settings("numeric", x -> seconds(x.expectedInterval()));
                    c.settings("text", x -> word(x.priority()));
                    c.settings("text", MetricSettings::guidance);
                    s.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private static Map<UUID, Integer> revisions(Unit u, String sql, List<UUID> ids) {
        Map<UUID, Integer> found = new HashMap<>();
        SqlRows.of(u, sql, r -> found.put(r.getObject(1, UUID.class), r.getInt(2)), s -> s.setArray(1, uuids(s, ids)));
        return found;
    }

    private static List<MetricLine> read(Unit u, Collection<UUID> ids) {
        return SqlRows.of(u, LINES, PostgresMetricGrid::line, s -> s.setArray(1, uuids(s, ids)));
    }

    private static Array uuids(PreparedStatement s, Collection<UUID> ids) throws SQLException {
        return s.getConnection().createArrayOf("uuid", ids.toArray());
    }

    /** The lines with the ways to their assets, which takes one more statement for all of them. */
    private static List<MetricLine> withWays(Unit u, List<MetricLine> lines) {
        Map<UUID, List<String>> ways = AssetTree.ways(
                u.stateless(), lines.stream().map(l -> l.metric().assetId()).collect(Collectors.toSet()));
        return lines.stream()
                .map(l -> new MetricLine(
                        l.metric(),
                        l.settings(),
                        l.settingsRevision(),
                        ways.getOrDefault(l.metric().assetId(), l.way())))
                .toList();
    }

    private static int fill(PreparedStatement s, int from, List<Object> values) throws SQLException {
        int at = from;
        for (Object value : values) {
            if (value instanceof UUID[] several) {
                s.setArray(at++, s.getConnection().createArrayOf("uuid", several));
            } else {
                s.setObject(at++, value);
            }
        }
        return at;
    }

    private static MetricLine line(ResultSet r) throws SQLException {
        int settings = r.getInt("settings_version");
        AssetMetric metric = new AssetMetric(
                r.getObject("metric_id", UUID.class),
                r.getObject("asset_id", UUID.class),
                r.getString("metric_name"),
                r.getBigDecimal("metric_value"),
                r.getString("unit"),
                PostgresLimits.limits(r),
                Times.instant(r.getObject("updated_at", LocalDateTime.class)),
                r.getInt("row_version"));
        return new MetricLine(
                metric,
                PostgresLimits.settings(r),
                r.getObject("settings_version") == null ? MetricLine.UNSET : settings,
                List.of(r.getString("asset_name")));
    }

    private static @Nullable BigDecimal seconds(@Nullable Duration duration) {
        return duration == null ? null : BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private static @Nullable String word(@Nullable Severity priority) {
        return priority == null ? null : PostgresLimits.word(priority);
    }

    /** Fills a statement with one array a column. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final Connection connection;
        private final List<MetricEdit> edits;
        private int next = 1;

        Columns(PreparedStatement statement, List<MetricEdit> edits) throws SQLException {
            this.statement = statement;
            this.edits = edits;
            connection = statement.getConnection();
        }

        void uuids() throws SQLException {
            add("uuid", e -> e.before().id());
        }

        void limits(Function<MetricLimits, @Nullable BigDecimal> of) throws SQLException {
            add("numeric", e -> of.apply(e.limits()));
        }

        void settings(String type, Function<MetricSettings, @Nullable Object> of) throws SQLException {
            add(type, e -> of.apply(e.settings()));
        }

        private void add(String type, Function<MetricEdit, @Nullable Object> of) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, edits.stream().map(of).toArray()));
        }
    }
}
