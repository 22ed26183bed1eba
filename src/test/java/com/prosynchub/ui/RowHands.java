package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Fx;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.Objects;
import java.util.function.Function;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;

/**
 * Drags rows of a tree. The headless platform lets the mouse begin a drag but carries none: what comes over the other rows is
 * fired here, without a board, so that a row that takes the drop is known by its mark. Test thread, but for {@link #cell}.
 */
public final class RowHands<T> {
    private static final int FAR_ENOUGH = 40;

    private final LiveWindow window;
    private final String selector;
    private final Function<T, String> name;

    /** For the tree of that selector, whose rows are known by what {@code name} says. */
    public RowHands(LiveWindow window, String selector, Function<T, String> name) {
        this.window = window;
        this.selector = selector;
        this.name = name;
    }

    /** The row's cell while it is seen; null otherwise. FX thread. */
    @SuppressWarnings("unchecked")
    public @Nullable TreeCell<T> cell(String row) {
        TreeView<T> tree = (TreeView<T>) window.find(selector);
        return tree == null
                ? null
                : tree.lookupAll(".tree-cell").stream()
                        .map(node -> (TreeCell<T>) node)
                        .filter(cell -> cell.getItem() != null
                                && cell.isVisible()
                                && cell.getParent().isVisible()
                                && row.equals(name.apply(cell.getItem())))
                        .findFirst()
                        .orElse(null);
    }

    public void choose(String row) {
        Fx.run(() -> {
            TreeCell<T> cell = Objects.requireNonNull(cell(row), row);
            cell.getTreeView().getSelectionModel().select(cell.getTreeItem());
        });
    }

    /** Presses the row and pulls until the drag begins. */
    public void drag(String row) {
        Fx.run(() -> pull(Objects.requireNonNull(cell(row), row)));
    }

    /** Presses anything that can be dragged and pulls until the drag begins. FX thread. */
    public static void pull(Node what) {
        Bounds at = what.localToScreen(what.getBoundsInLocal());
        Robot hand = new Robot();
        hand.mouseMove(at.getCenterX(), at.getCenterY());
        hand.mousePress(MouseButton.PRIMARY);
        assertThatThrownBy(() -> hand.mouseMove(at.getCenterX(), at.getCenterY() + FAR_ENOUGH))
                .as("the drag begins, and the platform says that it cannot carry one")
                .isInstanceOf(UnsupportedOperationException.class);
        hand.mouseRelease(MouseButton.PRIMARY);
    }

    /** Lets something happen to the dragged row over another one. */
    public DragEvent fire(EventType<DragEvent> type, String on) {
        return Fx.call(() -> fire(type, Objects.requireNonNull(cell(on), on)));
    }

    /** Lets something happen to what is dragged over a node. FX thread. */
    public static DragEvent fire(EventType<DragEvent> type, Node on) {
        DragEvent event =
                new DragEvent(on, on, type, null, 5, 5, 5, 5, TransferMode.MOVE, on, on, new PickResult(on, 5, 5));
        on.fireEvent(event);
        return event;
    }

    /** Whether the row is marked as taking what is dragged. */
    public boolean takes(String row) {
        return Fx.call(
                () -> Objects.requireNonNull(cell(row), row).getStyleClass().contains(Styles.DROP_TARGET));
    }
}
