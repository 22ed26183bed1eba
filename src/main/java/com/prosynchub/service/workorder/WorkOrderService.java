package com.prosynchub.service.workorder;

import static com.prosynchub.model.access.Action.ASSIGN;
import static com.prosynchub.model.access.Action.COMPLETE;
import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.WORK_ORDER;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.WorkOrderRepository;
import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderRules;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.access.AccessGate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work orders from the first note to the last tick. A status changes along {@link WorkOrderStatus#next()} only, which the
 * database holds by itself too. Workers only; safe for all of them.
 */
public final class WorkOrderService {
    private final AccessGate gate;
    private final RelationalSession session;
    private final WorkOrderRepository orders;

    public WorkOrderService(AccessGate gate, RelationalSession session) {
        this.gate = gate;
        this.session = session;
        orders = session.workOrders();
    }

    /** A page by due date, those without one last. */
    public Page<WorkOrderLine> list(WorkOrderFilter filter, PageRequest page) {
        gate.require(WORK_ORDER, READ);
        return orders.lines(filter, page);
    }

    /**
     * The board: of each column the first orders by due date.
     *
     * @param completedSince completed ones only from this day on
     * @param most cards in a column
     */
    public WorkOrderBoard board(WorkOrderFilter filter, LocalDate completedSince, int most) {
        gate.require(WORK_ORDER, READ);
        return orders.board(filter, completedSince, most);
    }

    /** The order with its checklist; empty when it is gone or not the person's to see. */
    public Optional<WorkOrderDetail> find(UUID id) {
        gate.require(WORK_ORDER, READ);
        return session.unitOfWork().inTransaction(() -> orders.line(id).map(this::detail));
    }

    private WorkOrderDetail detail(WorkOrderLine line) {
        List<ChecklistItem> steps = orders.checklist(line.order().id());
        Set<UUID> people = new HashSet<>();
        steps.forEach(step -> add(people, step.completedBy()));
        add(people, line.order().createdBy());
        add(people, line.order().updatedBy());
        return new WorkOrderDetail(
                line,
                steps,
                people.isEmpty() ? java.util.Map.of() : session.accounts().displayNames(people));
    }

    private static void add(Set<UUID> people, @Nullable UUID person) {
        if (person != null) {
            people.add(person);
        }
    }

    /** Whom work may be given to, by name. */
    public List<PersonName> people() {
        gate.require(WORK_ORDER, READ);
        return session.accounts().people();
    }

    /** Creates the order under the id it carries, always Open; calling again with the same id creates it once. */
    public WorkOrder create(WorkOrder order) {
        gate.require(WORK_ORDER, CREATE);
        FieldChecks.demand(WorkOrderRules.check(order));
        return orders.insert(order.moved(WorkOrderStatus.OPEN, order.actualHours()));
    }

    /** Saves what was edited; for another status use {@link #move}. */
    public SaveResult<WorkOrder> save(WorkOrder order) {
        gate.require(WORK_ORDER, UPDATE);
        FieldChecks.demand(WorkOrderRules.check(order));
        return orders.update(order);
    }

    /**
     * Moves the order to another status.
     *
     * @param hours worked, demanded for completing; null keeps what is stored
     * @param reason recorded with it; demanded for reopening a completed order, else blank for none
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid} of {@code status} with {@code move},
     *     {@code steps} or {@code reason}, or of {@code actualHours} with {@code hours}
     */
    public SaveResult<WorkOrder> move(WorkOrder order, WorkOrderStatus to, @Nullable BigDecimal hours, String reason) {
        boolean ends = to == WorkOrderStatus.COMPLETED || order.status() == WorkOrderStatus.COMPLETED;
        gate.require(WORK_ORDER, ends || !gate.may(WORK_ORDER, UPDATE) ? COMPLETE : UPDATE);
        BigDecimal worked = hours == null ? order.actualHours() : hours;
        FieldChecks.demand(new FieldChecks()
                .when(!order.status().next().contains(to), "status", "move")
                .when(to == WorkOrderStatus.COMPLETED && worked == null, "actualHours", "hours")
                .number("actualHours", worked, "0", WorkOrderRules.MOST_HOURS, 2)
                .when(order.status() == WorkOrderStatus.COMPLETED && reason.isBlank(), "reason", "required")
                .violations());
        return order.status() == WorkOrderStatus.COMPLETED
                ? orders.reopen(order, reason)
                : session.unitOfWork().because(reason, () -> orders.update(order.moved(to, worked)));
    }

    /** Gives the order to a person, or with null to nobody. */
    public SaveResult<WorkOrder> assign(WorkOrder order, @Nullable UUID person) {
        gate.require(WORK_ORDER, ASSIGN);
        return orders.update(order.assigned(person));
    }

    /**
     * Deletes an order with its checklist; {@code Invalid("", "inUse")} while parts are booked on it.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<UUID> delete(UUID id, int revision, String reason) {
        gate.require(WORK_ORDER, DELETE);
        return session.unitOfWork().because(reason, () -> orders.delete(id, revision));
    }

    /** Adds a step at the end of the checklist. */
    public ChecklistItem addStep(UUID order, String task, int sequence) {
        gate.require(WORK_ORDER, UPDATE);
        ChecklistItem step =
                new ChecklistItem(UUID.randomUUID(), order, task.strip(), false, null, null, null, sequence, 0);
        FieldChecks.demand(WorkOrderRules.check(step));
        return orders.insertStep(step);
    }

    /** Ticks a step or takes the tick back, with its notes; who did it and when the database says. */
    public SaveResult<ChecklistItem> tick(ChecklistItem step, boolean done, @Nullable String notes) {
        gate.require(WORK_ORDER, gate.may(WORK_ORDER, UPDATE) ? UPDATE : COMPLETE);
        return orders.updateStep(with(step, step.task(), done, notes, step.sequence()));
    }

    /** Rewords a step. */
    public SaveResult<ChecklistItem> reword(ChecklistItem step, String task) {
        gate.require(WORK_ORDER, UPDATE);
        ChecklistItem changed = with(step, task.strip(), step.completed(), step.notes(), step.sequence());
        FieldChecks.demand(WorkOrderRules.check(changed));
        return orders.updateStep(changed);
    }

    /** Swaps two neighbouring steps; both or neither. */
    public SaveResult<ChecklistItem> swap(ChecklistItem one, ChecklistItem other) {
        gate.require(WORK_ORDER, UPDATE);
        return session.unitOfWork().inTransaction(() -> {
            SaveResult<ChecklistItem> first =
                    orders.updateStep(with(one, one.task(), one.completed(), one.notes(), other.sequence()));
            return first instanceof SaveResult.Saved<ChecklistItem>
                    ? orders.updateStep(with(other, other.task(), other.completed(), other.notes(), one.sequence()))
                    : first;
        });
    }

    public SaveResult<UUID> deleteStep(ChecklistItem step) {
        gate.require(WORK_ORDER, UPDATE);
        return orders.deleteStep(step.id(), step.revision());
    }

    private static ChecklistItem with(
            ChecklistItem s, String task, boolean done, @Nullable String notes, int sequence) {
        return new ChecklistItem(
                s.id(), s.workOrderId(), task, done, s.completedBy(), s.completedAt(), notes, sequence, s.revision());
    }
}
