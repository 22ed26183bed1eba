package com.prosynchub.ui.workorders;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Work orders as cards in columns. A card that is moved lies in its new column at once, marked as not settled, and goes
 * back when the store refuses; others' moves are put beside it without touching it. FX thread.
 */
public final class BoardViewModel {
    /** Cards in a column; what lies behind them is found by filter and search. */
    static final int MOST = 100;
    /** Completed orders stay this long on the board. */
    static final int DAYS = 7;

    private final WorkOrderService service;
    private final Supplier<LocalDate> today;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("workorders");
    private final List<Column> columns =
            WorkOrderBoard.STATUSES.stream().map(Column::new).toList();
    private final Map<UUID, Unsettled> unsettled = new HashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<@Nullable Card> carried = new ReadOnlyObjectWrapper<>();
    private WorkOrderFilter filter = WorkOrderFilter.open();
    private List<WorkOrderBoard.Column> read = List.of();
    private BiConsumer<WorkOrderLine, WorkOrderStatus> asker = (line, to) -> {};
    private boolean shown;

    public BoardViewModel(WorkOrderService service, Supplier<LocalDate> today, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.today = today;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** How a card lies in its column. */
    public enum Lie {
        /** As it is stored. */
        SETTLED,
        /** Taken along by keys, not yet let go. */
        CARRIED,
        /** Let go, and the store has not answered. */
        MOVING
    }

    /** One order in a column. */
    public record Card(WorkOrderLine line, Lie lie) {
        UUID id() {
            return line.order().id();
        }
    }

    private record Unsettled(WorkOrderLine line, WorkOrderStatus to, Lie lie) {}

    /** One status with its cards. */
    public static final class Column {
        private final WorkOrderStatus status;
        private final ObservableList<Card> cards = FXCollections.observableArrayList();
        private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();

        private Column(WorkOrderStatus status) {
            this.status = status;
        }

        public WorkOrderStatus status() {
            return status;
        }

        public ObservableList<Card> cards() {
            return cards;
        }

        /** Whether there are orders behind those shown. */
        public ReadOnlyBooleanProperty moreProperty() {
            return more.getReadOnlyProperty();
        }
    }

    /** Reads only while it is shown. */
    public void show(boolean now) {
        shown = now;
        if (now) {
            refresh();
        } else {
            putBack();
        }
    }

    /** Which orders lie on the board; of the filter's statuses it takes no notice. */
    public void filter(WorkOrderFilter wanted) {
        if (!wanted.equals(filter)) {
            filter = wanted;
            refresh();
        }
    }

    /** Reads all columns again, while shown. */
    public void refresh() {
        if (!shown) {
            return;
        }
        WorkOrderFilter wanted = filter;
        LocalDate since = today.get().minusDays(DAYS);
        Set<UUID> settled = Set.copyOf(answered);
        tasks.run(() -> service.board(wanted, since, MOST))
                .newest(TaskKey.of(this, "board"))
                .onSuccess(board -> {
                    read = board.columns();
                    drop(settled);
                    state.set(ScreenState.ready());
                })
                .onFailure(failure -> {
                    drop(settled);
                    if (read.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    } else {
                        notices.failure(failure);
                    }
                })
                .start();
    }

    /** Who makes the moves that ask the person for something first. */
    public void askBy(BiConsumer<WorkOrderLine, WorkOrderStatus> questions) {
        asker = questions;
    }

    /** Moves a card, or asks first for what the move demands. */
    public void begin(WorkOrderLine line, WorkOrderStatus to) {
        if (asks(line.order().status(), to)) {
            asker.accept(line, to);
        } else {
            move(line, to);
        }
    }

    /**
     * Moves a card whose move asks for nothing; see {@link #asks}.
     *
     * @param to a status that {@link WorkOrderStatus#next()} allows; any other is refused with a notice
     */
    public void move(WorkOrderLine line, WorkOrderStatus to) {
        String refusal = refusal(line.order().status(), to);
        if (refusal != null) {
            notices.warning(refusal);
            return;
        }
        UUID id = line.order().id();
        unsettled.put(id, new Unsettled(line, to, Lie.MOVING));
        lay();
        tasks.run(() -> service.move(line.order(), to, null, ""))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<?>) {
                        notices.success(messages.text("moved", line.order().title(), word(to)));
                    } else {
                        notices.warning(messages.text("changed"));
                    }
                    settle(id);
                })
                .onFailure(failure -> {
                    tell(failure);
                    settle(id);
                })
                .start();
    }

    private void tell(Failure failure) {
        String own = WorkOrderDetailViewModel.sentence(failure);
        if (own == null) {
            notices.failure(failure);
        } else {
            notices.warning(own);
        }
    }

    /** The mark goes with the next reading that began after the answer, so that no card jumps back for a moment. */
    private void settle(UUID id) {
        if (shown) {
            answered.add(id);
            refresh();
        } else {
            unsettled.remove(id);
        }
    }

    private void drop(Set<UUID> settled) {
        unsettled.keySet().removeAll(settled);
        answered.removeAll(settled);
        lay();
    }

    /** Whether a move asks the person for something first: hours, a reason, or to say yes. */
    static boolean asks(WorkOrderStatus from, WorkOrderStatus to) {
        return to == WorkOrderStatus.COMPLETED || to == WorkOrderStatus.CANCELLED || from == WorkOrderStatus.COMPLETED;
    }

    /** Why an order in one column cannot go to another; null when it can. */
    @Nullable
    String refusal(WorkOrderStatus from, WorkOrderStatus to) {
        if (from == to || from.next().contains(to)) {
            return null;
        }
        return messages.text("board.refused", word(from), word(to));
    }

    /**
     * Takes a card along to the next column in a direction that takes it; it stays there, marked, until
     * {@link #putBack}, or until it is moved.
     *
     * @param step -1 to the left, 1 to the right
     */
    public void carry(Card card, int step) {
        WorkOrderLine line = card.line();
        WorkOrderStatus from = line.order().status();
        Unsettled mine = unsettled.get(card.id());
        if (mine != null && mine.lie() == Lie.MOVING) {
            return;
        }
        int at = WorkOrderBoard.STATUSES.indexOf(mine == null ? from : mine.to());
        for (int i = at + step; i >= 0 && i < columns.size(); i += step) {
            WorkOrderStatus to = WorkOrderBoard.STATUSES.get(i);
            if (refusal(from, to) == null) {
                putBack();
                if (to != from) {
                    unsettled.put(card.id(), new Unsettled(line, to, Lie.CARRIED));
                    lay();
                    carried.set(new Card(line, Lie.CARRIED));
                }
                return;
            }
        }
        notices.warning(messages.text(step < 0 ? "board.no.left" : "board.no.right", word(from)));
    }

    /** Where the carried card lies; null when none is carried. */
    public @Nullable WorkOrderStatus carriedTo() {
        Card card = carried.get();
        Unsettled mine = card == null ? null : unsettled.get(card.id());
        return mine == null ? null : mine.to();
    }

    /** Puts the carried card back where it came from. */
    public void putBack() {
        Card card = carried.get();
        if (card != null) {
            unsettled.remove(card.id());
            lay();
            carried.set(null);
        }
    }

    private void lay() {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            List<Card> cards = new ArrayList<>();
            unsettled.values().stream()
                    .filter(one -> one.to() == column.status)
                    .forEach(one -> cards.add(new Card(one.line(), one.lie())));
            if (i < read.size()) {
                read.get(i).cards().stream()
                        .filter(line -> !unsettled.containsKey(line.order().id()))
                        .forEach(line -> cards.add(new Card(line, Lie.SETTLED)));
                column.more.set(read.get(i).more());
            }
            InPlace.put(column.cards, cards);
        }
    }

    private String word(WorkOrderStatus status) {
        return messages.text(WorkOrderDetailViewModel.statusKey(status));
    }

    /** In the order of the work. */
    public List<Column> columns() {
        return columns;
    }

    /** The card taken along by keys; null for none. */
    public ReadOnlyObjectProperty<@Nullable Card> carriedProperty() {
        return carried.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
