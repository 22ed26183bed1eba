package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.RowHands;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The board in the window, by keyboard alone and by mouse. */
@ExtendWith(FxToolkitExtension.class)
class BoardFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private LiveWindow on(String role) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        Fx.run(() -> window.shell().navigator().open("workorders"));
        Fx.until(() -> window.find("#workorder-table") != null);
        return window;
    }

    private LiveWindow onBoard() {
        LiveWindow window = on("Manager");
        Fx.run(() -> ((ToggleButton) Objects.requireNonNull(window.find("#workorders-as-board"))).fire());
        Fx.until(() -> !list(window, WorkOrderStatus.OPEN).getItems().isEmpty());
        return window;
    }

    @SuppressWarnings("unchecked") // the board's own lists
    private static ListView<BoardViewModel.Card> list(LiveWindow window, WorkOrderStatus status) {
        return (ListView<BoardViewModel.Card>) Objects.requireNonNull(window.find("#board-" + status.name()));
    }

    /** The first card's cell, when it is laid out; null before. */
    private static @Nullable Node card(LiveWindow window) {
        return list(window, WorkOrderStatus.OPEN).lookupAll(".psh-board-cell").stream()
                .filter(node -> node instanceof ListCell<?> cell && cell.getIndex() == 0 && cell.getItem() != null)
                .findFirst()
                .orElse(null);
    }

    private static WorkOrder first(LiveWindow window) {
        return Fx.call(() ->
                list(window, WorkOrderStatus.OPEN).getItems().getFirst().line().order());
    }

    private static WorkOrderStatus stored(LiveWindow window, WorkOrder order) {
        return window.site.session.workOrders().find(order.id()).orElseThrow().status();
    }

    @Test
    void byKeyboardAlone() {
        LiveWindow window = onBoard();
        WorkOrder order = first(window);
        Fx.run(() -> list(window, WorkOrderStatus.OPEN).requestFocus());
        window.keys(KeyCode.HOME);
        window.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        window.awaitWords("lies in “In progress”");
        assertThat(stored(window, order)).as("only taken along").isEqualTo(WorkOrderStatus.OPEN);
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> list(window, WorkOrderStatus.IN_PROGRESS).getItems().isEmpty());
        assertThat(Fx.call(() -> list(window, WorkOrderStatus.OPEN).isFocused()))
                .as("the focus goes back with the card")
                .isTrue();
        window.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        window.awaitWords("lies in “In progress”");
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until(() -> stored(window, order) == WorkOrderStatus.IN_PROGRESS);
        Fx.until(() -> list(window, WorkOrderStatus.IN_PROGRESS).getItems().size() == 1);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#move-ON_HOLD") instanceof Button);
        Fx.run(() -> list(window, WorkOrderStatus.IN_PROGRESS).requestFocus());
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#move-ON_HOLD") == null);
    }

    @Test
    void completingAsksForTheHoursAndTheStepsAreDemanded() {
        LiveWindow window = onBoard();
        WorkOrder order = first(window);
        window.site.session.workOrders().update(order.moved(WorkOrderStatus.IN_PROGRESS, null));
        window.keys(KeyCode.F5);
        Fx.until(() -> !list(window, WorkOrderStatus.IN_PROGRESS).getItems().isEmpty());
        Fx.run(() -> {
            list(window, WorkOrderStatus.IN_PROGRESS).requestFocus();
            list(window, WorkOrderStatus.IN_PROGRESS).getSelectionModel().selectFirst();
        });
        window.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        window.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        window.awaitWords("lies in “Completed”");
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until(() -> window.find("#workorder-hours") instanceof TextField hours && hours.isFocused());
        window.hands.write("2");
        window.keys(KeyCode.ENTER);
        window.awaitWords("Some steps are not done yet");
        assertThat(stored(window, order)).isEqualTo(WorkOrderStatus.IN_PROGRESS);
    }

    @Test
    void byMouseAndForbiddenColumnsSayWhy() {
        LiveWindow window = onBoard();
        WorkOrder order = first(window);
        Fx.until(() -> card(window) != null);
        Node card = Objects.requireNonNull(Fx.call(() -> card(window)));
        Node start = Fx.call(() -> list(window, WorkOrderStatus.IN_PROGRESS).getParent());
        Node end = Fx.call(() -> list(window, WorkOrderStatus.COMPLETED).getParent());
        Fx.run(() -> RowHands.pull(card));
        window.awaitWords("“Open” does not become “Completed”");
        assertThat(Fx.call(() -> RowHands.fire(DragEvent.DRAG_DROPPED, end).isDropCompleted()))
                .as("refused")
                .isFalse();
        assertThat(stored(window, order)).isEqualTo(WorkOrderStatus.OPEN);
        assertThat(Fx.call(() -> RowHands.fire(DragEvent.DRAG_DROPPED, start).isDropCompleted()))
                .as("taken")
                .isTrue();
        Fx.run(() -> RowHands.fire(DragEvent.DRAG_DONE, card));
        Fx.until(() -> stored(window, order) == WorkOrderStatus.IN_PROGRESS);
        Fx.until(() -> list(window, WorkOrderStatus.IN_PROGRESS).getItems().size() == 1);
        assertThat(Fx.call(() -> window.says("does not become"))).isFalse();
    }

    @Test
    void othersMovesArriveAndTheChosenCardStaysChosen() {
        LiveWindow window = onBoard();
        WorkOrder moved = first(window);
        Fx.run(() -> list(window, WorkOrderStatus.OPEN).getSelectionModel().selectLast());
        WorkOrder kept = Fx.call(() -> list(window, WorkOrderStatus.OPEN)
                .getSelectionModel()
                .getSelectedItem()
                .line()
                .order());
        window.site.session.workOrders().update(moved.moved(WorkOrderStatus.ON_HOLD, null));
        Fx.until(() -> list(window, WorkOrderStatus.ON_HOLD).getItems().size() == 1);
        assertThat(Fx.call(() -> list(window, WorkOrderStatus.OPEN)
                        .getSelectionModel()
                        .getSelectedItem()
                        .line()
                        .order()))
                .isEqualTo(kept);
    }

    @Test
    void whoMovesNothingHasNoBoard() {
        LiveWindow window = on("Operator");
        assertThat(Fx.call(() -> window.find("#workorders-as-board") == null)).isTrue();
        assertThat(window.site
                        .session
                        .workOrders()
                        .list(Set.of(), PageRequest.first(1))
                        .items())
                .isNotEmpty();
    }
}
