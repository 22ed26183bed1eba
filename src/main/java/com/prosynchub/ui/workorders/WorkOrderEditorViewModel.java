package com.prosynchub.ui.workorders;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.workorder.Merge;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderRules;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.FormFields;
import com.prosynchub.ui.kit.view.TypedForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The form of one work order. What somebody else saved meanwhile in other fields is taken along; where both changed the
 * same field, the form asks which stays. FX thread.
 */
public final class WorkOrderEditorViewModel {
    private final WorkOrderService service;
    private final TaskRunner tasks;
    private final boolean fresh;
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Merge> conflict = new ReadOnlyObjectWrapper<>();
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    final StringProperty type = new SimpleStringProperty("");
    final StringProperty estimatedHours = new SimpleStringProperty("");
    final ObjectProperty<@Nullable UUID> asset = new SimpleObjectProperty<>();
    final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.MEDIUM);
    final ObjectProperty<@Nullable LocalDate> dueDate = new SimpleObjectProperty<>();
    private final FormFields fields = new FormFields()
            .add("title", title)
            .add("description", description)
            .add("type", type)
            .add("estimatedHours", estimatedHours)
            .add("assetId", asset)
            .add("priority", priority)
            .add("dueDate", dueDate);
    private WorkOrder base;
    private boolean busy;

    WorkOrderEditorViewModel(WorkOrderService service, TaskRunner tasks, @Nullable WorkOrder order) {
        this.service = service;
        this.tasks = tasks;
        fresh = order == null;
        base = order == null ? blank() : order;
        show(base);
        fields.settle();
    }

    private static WorkOrder blank() {
        return new WorkOrder(
                UUID.randomUUID(),
                "",
                null,
                null,
                WorkOrderStatus.OPEN,
                Priority.MEDIUM,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private void show(WorkOrder order) {
        title.set(order.title());
        description.set(Typed.show(order.description()));
        type.set(Typed.show(order.type()));
        estimatedHours.set(Typed.show(order.estimatedHours()));
        asset.set(order.assetId());
        priority.set(order.priority());
        dueDate.set(order.dueDate());
    }

    public boolean isNew() {
        return fresh;
    }

    public boolean isTyped() {
        return fields.isTyped();
    }

    /** What is typed, to be put aside. */
    TypedForm typed() {
        return new TypedForm(fresh ? null : base, fields.values());
    }

    /** Fills in what was put aside. */
    void restore(TypedForm typed) {
        fields.fill(typed.fields());
    }

    /** Saves; hands out the order as it is stored then. */
    public void save(Consumer<WorkOrder> done) {
        FieldChecks checks = new FieldChecks();
        BigDecimal hours = Typed.decimal("estimatedHours", estimatedHours.get(), checks);
        WorkOrder mine = read(hours);
        List<Failure.Violation> broken = new ArrayList<>(checks.violations());
        broken.addAll(WorkOrderRules.check(mine));
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (broken.isEmpty()) {
            write(mine, done);
        }
    }

    private void write(WorkOrder mine, Consumer<WorkOrder> done) {
        if (busy) {
            return;
        }
        busy = true;
        problem.set("");
        if (fresh) {
            tasks.run(() -> service.create(mine))
                    .onSuccess(done::accept)
                    .onFailure(this::refused)
                    .always(() -> busy = false)
                    .start();
        } else {
            tasks.run(() -> service.save(mine))
                    .onSuccess(result -> {
                        busy = false;
                        answered(result, done);
                    })
                    .onFailure(this::refused)
                    .always(() -> busy = false)
                    .start();
        }
    }

    private void answered(SaveResult<WorkOrder> result, Consumer<WorkOrder> done) {
        switch (result) {
            case SaveResult.Saved<WorkOrder>(WorkOrder saved) -> done.accept(saved);
            case SaveResult.Gone<WorkOrder> gone ->
                problem.set(Messages.of("workorders").text("gone"));
            case SaveResult.Conflict<WorkOrder>(WorkOrder mine, WorkOrder theirs) -> {
                Merge merge = Merge.of(base, mine, theirs);
                if (merge.fields().isEmpty()) {
                    base = theirs;
                    show(merge.mineFirst());
                    write(merge.mineFirst(), done);
                } else {
                    conflict.set(merge);
                }
            }
        }
    }

    /** Answers the question of {@link #conflictProperty()}: the fields that both changed become mine, or theirs. */
    public void resolve(boolean mine, Consumer<WorkOrder> done) {
        Merge merge = conflict.get();
        conflict.set(null);
        if (merge != null) {
            WorkOrder chosen = mine ? merge.mineFirst() : merge.theirsFirst();
            base = merge.theirs();
            show(chosen);
            write(chosen, done);
        }
    }

    /** Goes on editing; the question comes again with the next save. */
    public void decideLater() {
        conflict.set(null);
    }

    private void refused(Failure failure) {
        if (failure instanceof Failure.Invalid rules) {
            invalid.set(rules);
            return;
        }
        FailureText text = FailureText.of(failure);
        problem.set(text.what() + " " + text.why());
    }

    private WorkOrder read(@Nullable BigDecimal hours) {
        return new WorkOrder(
                base.id(),
                title.get().strip(),
                Typed.text(description.get()),
                asset.get(),
                base.status(),
                priority.get(),
                Typed.text(type.get()),
                base.assignedToId(),
                hours,
                base.actualHours(),
                dueDate.get(),
                base.completionDate(),
                base.createdAt(),
                base.updatedAt(),
                base.createdBy(),
                base.updatedBy(),
                base.revision());
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** What is wrong beyond single fields; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Fields that both changed; null when there are none. */
    public ReadOnlyObjectProperty<@Nullable Merge> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }
}
