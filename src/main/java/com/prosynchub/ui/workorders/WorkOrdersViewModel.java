package com.prosynchub.ui.workorders;

import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderFilter.Assignment;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of work orders page by page, what narrows it, and which order is chosen. FX thread. */
public final class WorkOrdersViewModel {
    static final int PAGE = 100;

    private final WorkOrderService service;
    private final UUID me;
    private final TaskRunner tasks;
    private final Notices notices;
    private final ObservableList<WorkOrderLine> lines = FXCollections.observableArrayList();
    private final ObservableList<PersonName> people = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<@Nullable UUID> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<WorkOrderFilter> filter = new ReadOnlyObjectWrapper<>(WorkOrderFilter.open());
    private @Nullable String next;

    public WorkOrdersViewModel(WorkOrderService service, UUID me, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.me = me;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Reads whom work may be given to, and the rows. */
    public void load() {
        tasks.run(service::people)
                .newest(TaskKey.of(this, "people"))
                .onSuccess(people::setAll)
                .onFailure(failure -> {}) // the rows say what is down
                .start();
        refresh();
    }

    /** Reads again as many rows as are shown, up to the largest page. */
    public void refresh() {
        read(PageRequest.first(Math.clamp(lines.size(), PAGE, PageRequest.MAX_SIZE)), this::replace);
    }

    /** Reads the page after the last row shown. */
    public void loadMore() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), lines::addAll);
        }
    }

    public void search(String text) {
        narrow(filter.get().withSearch(text));
    }

    /** Only these; empty for all. */
    public void filterStatuses(Set<WorkOrderStatus> statuses) {
        narrow(filter.get().withStatuses(statuses));
    }

    /** Only these; empty for all. */
    public void filterPriorities(Set<Priority> priorities) {
        narrow(filter.get().withPriorities(priorities));
    }

    public void filterAssignment(Assignment assignment) {
        narrow(filter.get().withAssignment(assignment));
    }

    /** What is the signed-in person's own. */
    public Assignment mine() {
        return Assignment.of(me);
    }

    private void narrow(WorkOrderFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            read(PageRequest.first(PAGE), this::replace);
        }
    }

    private void read(PageRequest page, Consumer<List<WorkOrderLine>> put) {
        WorkOrderFilter wanted = filter.get();
        tasks.run(() -> service.list(wanted, page))
                .newest(TaskKey.of(this, "lines"))
                .onSuccess(read -> take(read, put))
                .onFailure(failure -> {
                    if (lines.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    } else {
                        notices.failure(failure);
                    }
                })
                .start();
    }

    private void take(Page<WorkOrderLine> read, Consumer<List<WorkOrderLine>> put) {
        put.accept(read.items());
        next = read.next();
        more.set(next != null);
        state.set(ScreenState.ready());
    }

    private void replace(List<WorkOrderLine> now) {
        InPlace.put(lines, now);
    }

    /** Chooses an order, whether or not it is among the rows; null for none. */
    public void select(@Nullable UUID order) {
        selected.set(order);
    }

    /** By due date, as far as read. */
    public ObservableList<WorkOrderLine> lines() {
        return lines;
    }

    /** Whom work may be given to, by name. */
    public ObservableList<PersonName> people() {
        return people;
    }

    /** What narrows the list. */
    public ReadOnlyObjectProperty<WorkOrderFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable UUID> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are rows after those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }
}
