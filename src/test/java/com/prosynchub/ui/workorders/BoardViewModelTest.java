package com.prosynchub.ui.workorders;

import static com.prosynchub.model.workorder.WorkOrderStatus.COMPLETED;
import static com.prosynchub.model.workorder.WorkOrderStatus.IN_PROGRESS;
import static com.prosynchub.model.workorder.WorkOrderStatus.ON_HOLD;
import static com.prosynchub.model.workorder.WorkOrderStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.workorders.BoardViewModel.Card;
import com.prosynchub.ui.workorders.BoardViewModel.Lie;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final BoardViewModel board =
            new BoardViewModel(site.services.workOrders(), () -> LocalDate.of(2026, 1, 15), tasks, site.notices);
    private final UUID pump = site.asset("Pump", null).id();
    private final WorkOrder grease = order("Grease");
    private final WorkOrder paint = order("Paint");

    private WorkOrder order(String title) {
        return site.session
                .workOrders()
                .insert(Records.workOrder(title, pump, WorkOrderStatus.OPEN, LocalDate.of(2026, 1, title.length())));
    }

    @BeforeEach
    void show() {
        board.show(true);
        tasks.runAll();
    }

    private List<Card> cards(WorkOrderStatus status) {
        return board.columns().stream()
                .filter(column -> column.status() == status)
                .findFirst()
                .orElseThrow()
                .cards();
    }

    private List<String> titles(WorkOrderStatus status) {
        return cards(status).stream().map(card -> card.line().order().title()).toList();
    }

    private Card card(WorkOrderStatus status, String title) {
        return cards(status).stream()
                .filter(card -> card.line().order().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void laysOrdersIntoTheColumnsOfTheirStatus() {
        assertThat(board.columns()).extracting(BoardViewModel.Column::status).isEqualTo(WorkOrderBoard.STATUSES);
        assertThat(titles(OPEN)).containsExactly("Paint", "Grease");
        assertThat(board.stateProperty().get()).isEqualTo(ScreenState.ready());
        board.filter(WorkOrderFilter.open().withSearch("grea"));
        tasks.runAll();
        assertThat(titles(OPEN)).containsExactly("Grease");
    }

    @Test
    void aMovedCardLiesThereAtOnceAndSettlesWhenTheStoreHasAnswered() {
        board.move(card(OPEN, "Grease").line(), IN_PROGRESS);
        assertThat(titles(OPEN)).containsExactly("Paint");
        assertThat(card(IN_PROGRESS, "Grease").lie()).isEqualTo(Lie.MOVING);
        tasks.runAll();
        assertThat(card(IN_PROGRESS, "Grease").lie()).isEqualTo(Lie.SETTLED);
        assertThat(site.session.workOrders().find(grease.id()).orElseThrow().status())
                .isEqualTo(IN_PROGRESS);
        assertThat(site.notices.said).anyMatch(text -> text.contains("Grease"));
    }

    @Test
    void aRefusedMoveGoesBackWithItsReason() {
        Card stale = card(OPEN, "Grease");
        site.session.workOrders().update(grease.moved(ON_HOLD, null));
        board.move(stale.line(), IN_PROGRESS);
        tasks.runAll();
        assertThat(titles(IN_PROGRESS)).isEmpty();
        assertThat(titles(ON_HOLD)).containsExactly("Grease");
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        board.move(card(OPEN, "Paint").line(), IN_PROGRESS);
        tasks.runAll();
        assertThat(card(OPEN, "Paint").lie()).isEqualTo(Lie.SETTLED);
        assertThat(titles(IN_PROGRESS)).isEmpty();
        assertThat(site.notices.said).hasSize(1);
        assertThat(site.notices.failures).hasSize(1);
    }

    @Test
    void aForbiddenMoveIsNotAskedOfTheStore() {
        board.move(card(OPEN, "Grease").line(), COMPLETED);
        assertThat(tasks.waiting()).isZero();
        assertThat(titles(OPEN)).contains("Grease");
        assertThat(board.refusal(OPEN, COMPLETED)).contains("Open").contains("Completed");
        assertThat(board.refusal(OPEN, OPEN)).isNull();
    }

    @Test
    void othersMovesDoNotTouchACardThatIsStillMoving() {
        board.move(card(OPEN, "Grease").line(), IN_PROGRESS);
        site.session.workOrders().update(paint.moved(ON_HOLD, null));
        board.refresh();
        tasks.runAll();
        assertThat(titles(ON_HOLD)).containsExactly("Paint");
        assertThat(titles(IN_PROGRESS)).containsExactly("Grease");
        assertThat(card(IN_PROGRESS, "Grease").lie()).isEqualTo(Lie.SETTLED);
    }

    @Test
    void keysCarryACardAlongTheAllowedColumns() {
        board.carry(card(OPEN, "Grease"), 1);
        assertThat(board.carriedTo()).isEqualTo(IN_PROGRESS);
        board.carry(card(IN_PROGRESS, "Grease"), 1);
        assertThat(board.carriedTo()).isEqualTo(ON_HOLD);
        board.carry(card(ON_HOLD, "Grease"), 1);
        assertThat(board.carriedTo())
                .as("no further: Open never becomes Completed")
                .isEqualTo(ON_HOLD);
        assertThat(site.notices.said).hasSize(1);
        board.putBack();
        assertThat(titles(OPEN)).contains("Grease");
        assertThat(board.carriedTo()).isNull();
        board.carry(card(OPEN, "Grease"), 1);
        board.carry(card(IN_PROGRESS, "Grease"), -1);
        assertThat(board.carriedTo()).as("back where it came from").isNull();
        assertThat(tasks.waiting()).as("nothing is written before it is let go").isZero();
    }

    @Test
    void whatAsksForSomethingIsKnownBefore() {
        assertThat(BoardViewModel.asks(OPEN, IN_PROGRESS)).isFalse();
        assertThat(BoardViewModel.asks(IN_PROGRESS, COMPLETED)).isTrue();
        assertThat(BoardViewModel.asks(COMPLETED, IN_PROGRESS)).isTrue();
        assertThat(BoardViewModel.asks(OPEN, WorkOrderStatus.CANCELLED)).isTrue();
    }

    @Test
    void whatWasCompletedLongAgoIsNotOnTheBoard() {
        WorkOrder started = saved(grease.moved(IN_PROGRESS, BigDecimal.ONE));
        saved(started.moved(COMPLETED, BigDecimal.ONE));
        board.refresh();
        tasks.runAll();
        assertThat(titles(COMPLETED)).containsExactly("Grease");
        BoardViewModel later =
                new BoardViewModel(site.services.workOrders(), () -> LocalDate.of(2026, 2, 15), tasks, site.notices);
        later.show(true);
        tasks.runAll();
        assertThat(later.columns().getLast().cards()).isEmpty();
    }

    private WorkOrder saved(WorkOrder order) {
        assertThat(site.session.workOrders().update(order))
                .isInstanceOf(com.prosynchub.model.failure.SaveResult.Saved.class);
        return site.session.workOrders().find(order.id()).orElseThrow();
    }

    @Test
    void nothingIsReadWhileItIsHiddenAndAFailureIsSaid() {
        board.show(false);
        board.refresh();
        assertThat(tasks.waiting()).isZero();
        BoardViewModel down =
                new BoardViewModel(site.services.workOrders(), () -> LocalDate.of(2026, 1, 15), tasks, site.notices);
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        down.show(true);
        tasks.runAll();
        assertThat(down.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        down.refresh();
        tasks.runAll();
        assertThat(down.stateProperty().get()).isEqualTo(ScreenState.ready());
    }
}
