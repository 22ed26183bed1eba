package com.prosynchub.ui.workorders;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.CommentLine;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.workorder.CommentService;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The chosen work order: its facts, its checklist, what is said about it, and what is done with it. FX thread. */
public final class WorkOrderDetailViewModel {
    private static final String COMMENT = "comment";
    private static final String STEP = "step";

    private final WorkOrderService service;
    private final CommentService conversation;
    private final TaskRunner tasks;
    private final Notices notices;
    private final TypedWords typed;
    private final Runnable whenChanged;
    private final Messages messages = Messages.of("workorders");
    private final ReadOnlyObjectWrapper<@Nullable WorkOrderDetail> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.empty());
    private final ReadOnlyObjectWrapper<@Nullable Failure> commentsDown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<CommentLine> comments = FXCollections.observableArrayList();
    final StringProperty newComment = new SimpleStringProperty("");
    final StringProperty newStep = new SimpleStringProperty("");
    private final OwnWrites writes;
    private @Nullable UUID chosen;

    public WorkOrderDetailViewModel(
            WorkOrderService service,
            CommentService conversation,
            TaskRunner tasks,
            Notices notices,
            TypedWords typed,
            Runnable whenChanged) {
        this.service = service;
        this.conversation = conversation;
        this.tasks = tasks;
        writes = new OwnWrites(tasks);
        this.notices = notices;
        this.typed = typed;
        this.whenChanged = whenChanged;
        newComment.subscribe(text -> keep(COMMENT, text));
        newStep.subscribe(text -> keep(STEP, text));
    }

    /** Shows an order; null for none. */
    public void show(@Nullable UUID order) {
        // What is typed at the order before stays kept for it.
        chosen = null;
        newComment.set(order == null ? "" : typed.of(order, COMMENT));
        newStep.set(order == null ? "" : typed.of(order, STEP));
        chosen = order;
        comments.clear();
        if (order == null) {
            shown.set(null);
            state.set(ScreenState.empty());
        } else {
            state.set(ScreenState.loading());
            refresh();
        }
    }

    private void keep(String field, String text) {
        if (chosen != null) {
            typed.keep(chosen, field, text);
        }
    }

    /** Forgets what was sent, unless something else is typed there by now. */
    private void sent(UUID order, String field, String text, StringProperty shownText) {
        if (order.equals(chosen) && shownText.get().equals(text)) {
            shownText.set("");
        } else if (typed.of(order, field).equals(text)) {
            typed.keep(order, field, "");
        }
    }

    /** Reads the order again. */
    public void refresh() {
        UUID order = chosen;
        if (order == null) {
            return;
        }
        tasks.run(() -> service.find(order))
                .newest(TaskKey.of(this, "order"))
                .onSuccess(found -> {
                    if (found.filter(this::isOlder).isPresent()) {
                        return;
                    }
                    shown.set(found.orElse(null));
                    state.set(found.isPresent() ? ScreenState.ready() : ScreenState.empty());
                })
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
        tasks.run(() -> conversation.of(order, PageRequest.first(PageRequest.MAX_SIZE)))
                .newest(TaskKey.of(this, "comments"))
                .onSuccess(page -> {
                    commentsDown.set(null);
                    if (!comments.equals(page.items())) {
                        comments.setAll(page.items());
                    }
                })
                .onFailure(commentsDown::set)
                .start();
    }

    /**
     * Moves the order; the database has the last word on whether it may.
     *
     * @param hours worked, for completing; null keeps what is stored
     * @param reason needed for reopening, else it may be blank
     * @param refused what is wrong with the entries; everything else is told in a notice
     * @param done when it moved
     */
    public void move(
            WorkOrderStatus to,
            @Nullable BigDecimal hours,
            String reason,
            Consumer<Failure.Invalid> refused,
            Runnable done) {
        WorkOrder order = order();
        if (order == null) {
            return;
        }
        writes.write(
                order,
                from -> service.move(from, to, hours, reason),
                result -> {
                    if (answered(result)) {
                        notices.success(messages.text("moved", order.title(), messages.text(statusKey(to))));
                        done.run();
                    }
                },
                failure -> {
                    if (failure instanceof Failure.Invalid invalid) {
                        refused.accept(invalid);
                    } else {
                        notices.failure(failure);
                    }
                    refresh();
                });
    }

    /** Gives the order to a person, or with null to nobody. */
    public void assign(@Nullable UUID person) {
        WorkOrder order = order();
        if (order != null && !java.util.Objects.equals(person, order.assignedToId())) {
            writes.write(order, from -> service.assign(from, person), this::answered, this::refused);
        }
    }

    public void tick(ChecklistItem step, boolean done) {
        change(() -> service.tick(step, done, step.notes()));
    }

    /** Keeps a note with a step. */
    public void note(ChecklistItem step, @Nullable String notes) {
        change(() -> service.tick(step, step.completed(), notes));
    }

    /** Adds what is typed as the last step. */
    public void addStep() {
        WorkOrderDetail detail = shown.get();
        String typedStep = newStep.get();
        String task = typedStep.strip();
        if (detail == null || task.isEmpty()) {
            return;
        }
        int last = detail.steps().isEmpty() ? 0 : detail.steps().getLast().sequence();
        tasks.run(() -> service.addStep(detail.order().id(), task, last + 1))
                .onSuccess(step -> {
                    sent(detail.order().id(), STEP, typedStep, newStep);
                    changed();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Moves a step up or down by one; at the ends nothing happens. */
    public void shift(ChecklistItem step, int by) {
        WorkOrderDetail detail = shown.get();
        int at = detail == null ? -1 : detail.steps().indexOf(step);
        if (detail != null
                && at >= 0
                && at + by >= 0
                && at + by < detail.steps().size()) {
            ChecklistItem other = detail.steps().get(at + by);
            change(() -> service.swap(step, other));
        }
    }

    public void deleteStep(ChecklistItem step) {
        change(() -> service.deleteStep(step));
    }

    /** Says what is typed; it stays typed when it could not be said. */
    public void comment() {
        UUID order = chosen;
        String text = newComment.get();
        if (order == null || text.isBlank()) {
            return;
        }
        tasks.run(() -> conversation.say(order, text))
                .onSuccess(said -> {
                    sent(order, COMMENT, text, newComment);
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Deletes the order with its checklist; the reason may be blank. */
    public void delete(String reason) {
        WorkOrder order = order();
        if (order != null) {
            tasks.run(() -> service.delete(order.id(), order.revision(), reason))
                    .onSuccess(result -> {
                        if (answered(result)) {
                            notices.success(messages.text("deleted", order.title()));
                            show(null);
                        }
                    })
                    .onFailure(this::refused)
                    .start();
        }
    }

    private <T> void change(Callable<SaveResult<T>> write) {
        tasks.run(write).onSuccess(this::answered).onFailure(this::refused).start();
    }

    private boolean answered(SaveResult<?> result) {
        boolean saved = result instanceof SaveResult.Saved<?>;
        if (result instanceof SaveResult.Saved<?>(Object now)) {
            take(now);
        } else {
            notices.warning(messages.text("changed"));
        }
        changed();
        return saved;
    }

    /** What was just stored is shown at once: the next action starts from it, not from what is still being read. */
    private void take(Object stored) {
        WorkOrderDetail detail = shown.get();
        if (detail == null) {
            return;
        }
        if (stored instanceof WorkOrder order
                && order.id().equals(detail.order().id())) {
            shown.set(detail.with(order));
        } else if (stored instanceof ChecklistItem step) {
            shown.set(detail.with(step));
        }
    }

    /** Whether it was read before what is shown was stored. */
    private boolean isOlder(WorkOrderDetail read) {
        WorkOrderDetail detail = shown.get();
        return detail != null
                && detail.order().id().equals(read.order().id())
                && detail.order().revision() > read.order().revision();
    }

    private void changed() {
        refresh();
        whenChanged.run();
    }

    private void refused(Failure failure) {
        String own = sentence(failure);
        if (own == null) {
            notices.failure(failure);
        } else {
            notices.warning(own);
        }
        refresh();
    }

    /** What this screen says of a refusal that has words of its own; null for every other. */
    static @Nullable String sentence(Failure failure) {
        if (failure instanceof Failure.Invalid invalid) {
            for (Failure.Violation violation : invalid.violations()) {
                String key = "refused." + violation.rule();
                if (Messages.of("workorders").has(key)) {
                    return Messages.of("workorders").text(key);
                }
            }
        }
        return null;
    }

    static String statusKey(WorkOrderStatus status) {
        return "status." + status.name();
    }

    private @Nullable WorkOrder order() {
        WorkOrderDetail detail = shown.get();
        return detail == null ? null : detail.order();
    }

    public ReadOnlyObjectProperty<@Nullable WorkOrderDetail> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there are no comments; null when they were read. */
    public ReadOnlyObjectProperty<@Nullable Failure> commentsDownProperty() {
        return commentsDown.getReadOnlyProperty();
    }

    /** Oldest first. */
    public ObservableList<CommentLine> comments() {
        return comments;
    }
}
