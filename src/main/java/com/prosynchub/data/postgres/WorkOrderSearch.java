package com.prosynchub.data.postgres;

import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Lists of work orders by any filter. A page costs the same number of statements whatever its size: the orders, and one
 * each for the ways to their assets, the people and the steps. One thread.
 */
final class WorkOrderSearch {
    /** Text that matches more orders than these is answered by these. */
    private static final int MOST_FOUND = 2000;

    private static final GatedSearch FOUND = GatedSearch.of("work_orders", """
        select w.work_order_id from app.search_work_orders w
        where w.title ilike :within or w.type ilike :within or w.description ilike :within
        limit %d
        """.formatted(MOST_FOUND));

    private static final String WAYS = """
        with recursive up (hit, parent, name, location, depth) as (
            select r.asset_id, r.parent_asset_id, r.name::text, l.name::text, 0
            from app.assets r left join app.locations l on l.location_id = r.location_id
            where r.asset_id in (:ids)
            union all
            select u.hit, p.parent_asset_id, p.name::text, null::text, u.depth + 1
            from up u join app.assets p on p.asset_id = u.parent
        )
        select hit, name, location from up order by hit, depth desc
        """;

    private static final String NAMES =
            "select n.user_id, n.username, n.first_name, n.last_name from app.user_names n where n.user_id in (:ids)";

    private static final String STEPS = """
        select c.work_order_id, count(*), count(*) filter (where c.is_completed)
        from app.work_order_checklist c where c.work_order_id in (:ids)
        group by c.work_order_id
        """;

    private WorkOrderSearch() {}

    /** Orders after a key, by due date (none last) and id; {@code due} null for those without a due date. */
    static List<WorkOrderEntity> after(
            StatelessSession session, WorkOrderFilter filter, @Nullable LocalDate due, UUID id, int limit) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (due == null) {
            conditions.add("w.dueDate is null and w.id > :id");
        } else {
            conditions.add("(w.dueDate > :due or w.dueDate = :due and w.id > :id or w.dueDate is null)");
            values.put("due", due);
        }
        values.put("id", id);
        return narrowed(filter, found(session, filter), conditions, values)
                ? select(session, conditions, values, limit)
                : List.of();
    }

    /** The first of each status that has a column: a statement a column, and those of {@link #lines} once for all of them. */
    static WorkOrderBoard board(StatelessSession session, WorkOrderFilter filter, LocalDate completedSince, int most) {
        Set<UUID> found = found(session, filter);
        List<List<WorkOrder>> columns = new ArrayList<>();
        for (WorkOrderStatus status : WorkOrderBoard.STATUSES) {
            Map<String, Object> values = new HashMap<>();
            List<String> conditions = new ArrayList<>();
            if (status == WorkOrderStatus.COMPLETED) {
                conditions.add("w.completionDate >= :since");
                values.put("since", completedSince);
            }
            boolean some = narrowed(filter.withStatuses(Set.of(status)), found, conditions, values);
            columns.add(
                    some
                            ? select(session, conditions, values, most + 1).stream()
                                    .map(WorkOrderRows::order)
                                    .toList()
                            : List.of());
        }
        Map<UUID, WorkOrderLine> lines =
                lines(
                                session,
                                columns.stream()
                                        .flatMap(column -> column.stream().limit(most))
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(line -> line.order().id(), line -> line));
        List<WorkOrderBoard.Column> made = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<WorkOrder> column = columns.get(i);
            made.add(new WorkOrderBoard.Column(
                    WorkOrderBoard.STATUSES.get(i),
                    column.stream()
                            .map(order -> lines.get(order.id()))
                            .filter(Objects::nonNull)
                            .toList(),
                    column.size() > most));
        }
        return new WorkOrderBoard(made);
    }

    /**
     * Adds the conditions of a filter.
     *
     * @param found what its text was found in; null for no text
     * @return false when nothing can fit
     */
    private static boolean narrowed(
            WorkOrderFilter filter, @Nullable Set<UUID> found, List<String> conditions, Map<String, Object> values) {
        if (!filter.statuses().isEmpty()) {
            conditions.add("w.status in :statuses");
            values.put("statuses", EnumSet.copyOf(filter.statuses()));
        }
        if (!filter.priorities().isEmpty()) {
            conditions.add("w.priority in :priorities");
            values.put("priorities", EnumSet.copyOf(filter.priorities()));
        }
        UUID person = filter.assignment().person();
        if (person != null) {
            conditions.add("w.assignedToId = :person");
            values.put("person", person);
        } else if (filter.assignment().unassigned()) {
            conditions.add("w.assignedToId is null");
        }
        UUID asset = filter.assetId();
        if (asset != null) {
            conditions.add("w.assetId = :asset");
            values.put("asset", asset);
        }
        if (found != null) {
            conditions.add("w.id in :found");
            values.put("found", found);
        }
        return found == null || !found.isEmpty();
    }

    private static List<WorkOrderEntity> select(
            StatelessSession session, List<String> conditions, Map<String, Object> values, int limit) {
        SelectionQuery<WorkOrderEntity> query = session.createSelectionQuery(
                "from WorkOrderEntity w where " + String.join(" and ", conditions)
                        + " order by w.dueDate asc nulls last, w.id",
                WorkOrderEntity.class);
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                query.setParameterList(name, several);
            } else {
                query.setParameter(name, value);
            }
        });
        return query.setMaxResults(limit).getResultList();
    }

    private static @Nullable Set<UUID> found(StatelessSession session, WorkOrderFilter filter) {
        if (filter.search().isBlank()) {
            return null;
        }
        String text = filter.search().strip();
        return Set.copyOf(FOUND.run(sql -> session.createNativeQuery(sql, UUID.class)
                .setParameter("within", "%" + Likeness.escape(text) + "%")
                .getResultList()));
    }

    /** The orders with what their rows show of other records, in the given order. */
    static List<WorkOrderLine> lines(StatelessSession session, List<WorkOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<String>> ways = new HashMap<>();
        Map<UUID, String> places = new HashMap<>();
        rows(session, WAYS, ids(orders.stream().map(WorkOrder::assetId).toList()))
                .forEach(r -> {
                    ways.computeIfAbsent((UUID) r[0], asset -> new ArrayList<>())
                            .add((String) r[1]);
                    if (r[2] != null) {
                        places.put((UUID) r[0], (String) r[2]);
                    }
                });
        Map<UUID, String> names =
                rows(
                                session,
                                NAMES,
                                ids(orders.stream().map(WorkOrder::assignedToId).toList()))
                        .stream()
                        .collect(Collectors.toMap(r -> (UUID) r[0], PostgresAccounts::displayName));
        Map<UUID, Object[]> steps = rows(
                        session, STEPS, ids(orders.stream().map(WorkOrder::id).toList()))
                .stream()
                .collect(Collectors.toMap(r -> (UUID) r[0], r -> r));
        return orders.stream()
                .map(w -> new WorkOrderLine(
                        w,
                        ways.getOrDefault(w.assetId(), List.of()),
                        places.get(w.assetId()),
                        names.get(w.assignedToId()),
                        count(steps.get(w.id()), 1),
                        count(steps.get(w.id()), 2)))
                .toList();
    }

    private static Set<UUID> ids(List<@Nullable UUID> some) {
        return some.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static List<Object[]> rows(StatelessSession session, String sql, Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : session.createNativeQuery(sql, Object[].class)
                        .setParameterList("ids", ids)
                        .getResultList();
    }

    private static int count(Object @Nullable [] row, int column) {
        return row == null ? 0 : ((Number) row[column]).intValue();
    }
}
