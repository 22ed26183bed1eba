package com.prosynchub.data.postgres;

import com.prosynchub.data.WorkOrderRepository;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.inventory.WorkOrderPart;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderRules;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Work orders, their steps and parts in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresWorkOrders implements WorkOrderRepository {
    private static final Set<WorkOrderStatus> ALL = EnumSet.allOf(WorkOrderStatus.class);
    private static final Set<WorkOrderStatus> OPEN = EnumSet.copyOf(Arrays.stream(WorkOrderStatus.values())
            .filter(WorkOrderStatus::open)
            .toList());
    /** The due date part of a key whose row has none. */
    private static final String UNDATED = "";

    private static final List<String> BEFORE_ALL = List.of("0001-01-01", Cursor.LEAST.toString());
    private static final List<String> NEWER_THAN_ALL = List.of("9999-12-31T00:00:00", Cursor.GREATEST.toString());

    private final Link link;
    private final Writes<WorkOrderEntity, WorkOrder> writes;
    private final Writes<ChecklistItemEntity, ChecklistItem> steps;

    PostgresWorkOrders(Link link) {
        this.link = link;
        writes = new Writes<>(link, WorkOrderEntity.class, e -> e.revision, WorkOrderRows::order);
        steps = new Writes<>(link, ChecklistItemEntity.class, e -> e.revision, WorkOrderRows::step);
    }

    @Override
    public Optional<WorkOrder> find(UUID id) {
        return read(q -> q.find(id).map(WorkOrderRows::order));
    }

    @Override
    public Page<WorkOrder> list(Set<WorkOrderStatus> statuses, PageRequest page) {
        Set<WorkOrderStatus> wanted = statuses.isEmpty() ? ALL : statuses;
        return read(q -> Cursor.page(
                "work_orders",
                page,
                BEFORE_ALL,
                (key, limit) -> key.get(0).equals(UNDATED)
                        ? q.undatedAfter(wanted, UUID.fromString(key.get(1)), limit)
                        : q.datedAfter(wanted, LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)), limit),
                PostgresWorkOrders::keyOf,
                WorkOrderRows::order));
    }

    @Override
    public Page<WorkOrderLine> lines(WorkOrderFilter filter, PageRequest page) {
        return link.read(u -> {
            Page<WorkOrder> orders = Cursor.page(
                    "work_order_lines",
                    page,
                    BEFORE_ALL,
                    (key, limit) -> WorkOrderSearch.after(
                            u.stateless(),
                            filter,
                            key.get(0).equals(UNDATED) ? null : LocalDate.parse(key.get(0)),
                            UUID.fromString(key.get(1)),
                            limit.maxResults()),
                    PostgresWorkOrders::keyOf,
                    WorkOrderRows::order);
            return new Page<>(WorkOrderSearch.lines(u.stateless(), orders.items()), orders.next());
        });
    }

    @Override
    public WorkOrderBoard board(WorkOrderFilter filter, LocalDate completedSince, int most) {
        return link.read(u -> WorkOrderSearch.board(u.stateless(), filter, completedSince, most));
    }

    @Override
    public Optional<WorkOrderLine> line(UUID id) {
        return link.read(u -> {
            WorkOrderEntity row = u.stateless().get(WorkOrderEntity.class, id);
            return row == null
                    ? Optional.empty()
                    : WorkOrderSearch.lines(u.stateless(), List.of(WorkOrderRows.order(row))).stream()
                            .findFirst();
        });
    }

    @Override
    public Page<WorkOrder> ofAsset(UUID assetId, PageRequest page) {
        return read(q -> Cursor.page(
                "work_orders_of_asset",
                page,
                NEWER_THAN_ALL,
                (key, limit) ->
                        q.ofAssetBefore(assetId, LocalDateTime.parse(key.get(0)), UUID.fromString(key.get(1)), limit),
                w -> List.of(w.createdAt.toString(), w.id.toString()),
                WorkOrderRows::order));
    }

    @Override
    public Map<WorkOrderStatus, Long> countByStatus() {
        Map<WorkOrderStatus, Long> counts = new EnumMap<>(WorkOrderStatus.class);
        read(WorkOrderQueries::countByStatus).forEach(c -> counts.put(c.status(), c.count()));
        return counts;
    }

    @Override
    public long countOverdue(LocalDate today) {
        return read(q -> q.countDueBefore(OPEN, today));
    }

    @Override
    public WorkOrder insert(WorkOrder workOrder) {
        FieldChecks.demand(WorkOrderRules.check(workOrder));
        return writes.insert(WorkOrderRows.row(workOrder), workOrder.id());
    }

    @Override
    public SaveResult<WorkOrder> update(WorkOrder workOrder) {
        FieldChecks.demand(WorkOrderRules.check(workOrder));
        return writes.update(workOrder.id(), workOrder, workOrder.revision(), e -> WorkOrderRows.edit(e, workOrder));
    }

    @Override
    public SaveResult<WorkOrder> reopen(WorkOrder workOrder, String reason) {
        WorkOrder open = workOrder.moved(WorkOrderStatus.IN_PROGRESS, workOrder.actualHours());
        return link.because(
                reason, () -> writes.update(open.id(), open, open.revision(), e -> e.status = open.status()));
    }

    @Override
    public SaveResult<UUID> delete(UUID id, int revision) {
        return writes.delete("call app.work_order_delete(?, ?)", id, revision);
    }

    @Override
    public List<ChecklistItem> checklist(UUID workOrderId) {
        return read(
                q -> q.checklist(workOrderId).stream().map(WorkOrderRows::step).toList());
    }

    @Override
    public ChecklistItem insertStep(ChecklistItem item) {
        FieldChecks.demand(WorkOrderRules.check(item));
        return steps.insert(WorkOrderRows.row(item), item.id());
    }

    @Override
    public SaveResult<ChecklistItem> updateStep(ChecklistItem item) {
        FieldChecks.demand(WorkOrderRules.check(item));
        return steps.update(item.id(), item, item.revision(), e -> WorkOrderRows.edit(e, item));
    }

    @Override
    public SaveResult<UUID> deleteStep(UUID id, int revision) {
        return steps.delete("call app.work_order_checklist_delete(?, ?)", id, revision);
    }

    @Override
    public List<WorkOrderPart> parts(UUID workOrderId) {
        return read(q -> q.parts(workOrderId).stream().map(WorkOrderRows::part).toList());
    }

    @Override
    public void commented(UUID workOrderId) {
        link.write(u -> SqlRows.of(u, "select auth.commented(?)", r -> true, s -> s.setObject(1, workOrderId)));
    }

    private static List<String> keyOf(WorkOrderEntity w) {
        return List.of(w.dueDate == null ? UNDATED : w.dueDate.toString(), w.id.toString());
    }

    private <T> T read(Function<WorkOrderQueries, T> query) {
        return link.read(u -> query.apply(new WorkOrderQueries_(u.stateless())));
    }
}
