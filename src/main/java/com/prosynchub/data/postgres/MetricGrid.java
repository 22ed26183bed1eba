package com.prosynchub.data.postgres;

import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricFilter.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The statement that lists metrics by a filter, with its values in the order of their places. The grading is that of
 * {@link com.prosynchub.model.metric.MetricLimits#severityOf}; a comparison with an absent limit is never true. Immutable.
 */
record MetricGrid(String conditions, List<Object> values) {
    /** Text that matches more assets than these is answered by these. */
    private static final int MOST_FOUND = 2000;

    static final String COLUMNS = """
        select m.metric_id, m.asset_id, m.metric_name, m.metric_value, m.unit, m.min_threshold, m.max_threshold,
            m.warning_threshold, m.critical_threshold, m.updated_at, m.row_version, s.deadband, s.on_delay_s,
            s.off_delay_s, s.expected_interval_s, s.priority, s.guidance, s.row_version as settings_version,
            a.name as asset_name
        """;

    static final String TABLES = """
        from app.assets a join app.asset_metrics m on m.asset_id = a.asset_id
            left join app.metric_settings s on s.metric_id = m.metric_id
        """;

    private static final GatedSearch FOUND = GatedSearch.of("assets", """
        select a.asset_id from app.search_assets a
        where a.name ilike :within or a.serial_number ilike :within or a.model ilike :within
        limit %d
        """.formatted(MOST_FOUND));

    private static final String BELOW = """
        a.asset_id in (
            with recursive down (id) as (
                select r.asset_id from app.assets r where r.asset_id = ?
                union all
                select c.asset_id from down d join app.assets c on c.parent_asset_id = d.id
            )
            select id from down)
        """;

    private static final String HIGH_SIDE = """
        (m.warning_threshold is null or m.critical_threshold is null or m.critical_threshold >= m.warning_threshold)
        """;

    private static final String GRADE = """
        case when %1$s and m.metric_value > m.critical_threshold
                or not %1$s and m.metric_value < m.critical_threshold then 'CRITICAL'
            when m.metric_value < m.min_threshold or m.metric_value > m.max_threshold then 'HIGH'
            when %1$s and m.metric_value > m.warning_threshold
                or not %1$s and m.metric_value < m.warning_threshold then 'MEDIUM'
            when m.metric_value is not null then 'NORMAL' end
        """.formatted(HIGH_SIDE);

    static MetricGrid of(StatelessSession session, MetricFilter filter) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!filter.search().isBlank()) {
            search(session, filter.search().strip(), conditions, values);
        }
        UUID branch = filter.branch();
        if (branch != null) {
            conditions.add(BELOW);
            values.add(branch);
        }
        Integer type = filter.assetTypeId();
        if (type != null) {
            conditions.add("a.asset_type_id = ?");
            values.add(type);
        }
        String state = condition(filter.state());
        if (state != null) {
            conditions.add(state);
        }
        return new MetricGrid(conditions.isEmpty() ? "true" : String.join(" and ", conditions), List.copyOf(values));
    }

    private static void search(StatelessSession session, String text, List<String> conditions, List<Object> values) {
        List<UUID> assets = FOUND.run(sql -> session.createNativeQuery(sql, UUID.class)
                .setParameter("within", "%" + Likeness.escape(text) + "%")
                .getResultList());
        String name = "%" + Likeness.escape(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "_")) + "%";
        conditions.add("(a.asset_id = any (?) or m.metric_name like ?)");
        values.add(assets.toArray(UUID[]::new));
        values.add(name);
    }

    private static @Nullable String condition(State state) {
        return switch (state) {
            case ANY -> null;
            case OUTSIDE -> "(" + GRADE + ") in ('CRITICAL', 'HIGH', 'MEDIUM')";
            case CRITICAL, HIGH, MEDIUM, NORMAL -> "(" + GRADE + ") = '" + state.name() + "'";
            case UNMEASURED -> "m.metric_value is null";
            case UNLIMITED ->
                "coalesce(m.min_threshold, m.max_threshold, m.warning_threshold, m.critical_threshold) is null";
        };
    }
}
