package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.Objects;
import java.util.UUID;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Dragging rows. The headless platform lets the mouse begin a drag but carries none: what comes over the other rows is fired
 * here, without a board, so that a row that takes the drop is known by its mark.
 */
@ExtendWith(FxToolkitExtension.class)
class AssetDragFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";
    private static final String MOTOR = "Drive motor M-401";
    private static final String LINE = "Filling line A";

    private static final int FAR_ENOUGH = 40;

    private final Messages messages = Messages.of("assets");
    private @Nullable LiveWindow opened;

    @BeforeEach
    void openTheTree() {
        LiveWindow window = LiveWindow.onAssets("Manager");
        opened = window;
        Fx.run(() ->
                window.shell().navigator().open("assets", window.site.id(MOTOR).toString()));
        Fx.until(() -> cell(MOTOR) != null && cell(COMPRESSOR) != null && cell(LINE) != null);
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void aRowDroppedOnAnotherStandsBelowItAndCanBeTakenBack() {
        drag(MOTOR);
        fire(DragEvent.DRAG_OVER, LINE);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.move", MOTOR, LINE))))
                .isTrue();
        assertThat(takes(LINE)).isTrue();
        fire(DragEvent.DRAG_DROPPED, LINE);
        window().awaitWords(messages.text("move.done", MOTOR, LINE));
        assertThat(parentOf(MOTOR)).isEqualTo(id(LINE));
        Fx.run(() -> window().stage.getScene().getRoot().lookupAll(".button").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(button -> "Undo".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window().awaitWords(messages.text("move.undone", MOTOR));
        assertThat(parentOf(MOTOR)).isEqualTo(id(COMPRESSOR));
    }

    @Test
    void aRowIsNeverTakenByWhatStandsBelowIt() {
        drag(COMPRESSOR);
        fire(DragEvent.DRAG_OVER, MOTOR);
        assertThat(takes(MOTOR)).isFalse();
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.cycle", MOTOR, COMPRESSOR))))
                .isTrue();
        DragEvent drop = fire(DragEvent.DRAG_DROPPED, MOTOR);
        assertThat(drop.isDropCompleted()).isFalse();
        fire(DragEvent.DRAG_OVER, COMPRESSOR);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.self"))))
                .isTrue();
        fire(DragEvent.DRAG_DROPPED, COMPRESSOR);
        fire(DragEvent.DRAG_EXITED, COMPRESSOR);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.self"))))
                .isFalse();
        assertThat(parentOf(COMPRESSOR)).isEqualTo(id("Cooling and compressed air"));
    }

    /** Presses the row and pulls until the drag begins. */
    private void drag(String name) {
        Fx.run(() -> {
            TreeCell<AssetTreeRow> cell = Objects.requireNonNull(cell(name));
            Bounds at = cell.localToScreen(cell.getBoundsInLocal());
            Robot hand = new Robot();
            hand.mouseMove(at.getCenterX(), at.getCenterY());
            hand.mousePress(MouseButton.PRIMARY);
            assertThatThrownBy(() -> hand.mouseMove(at.getCenterX(), at.getCenterY() + FAR_ENOUGH))
                    .as("the drag begins, and the platform says that it cannot carry one")
                    .isInstanceOf(UnsupportedOperationException.class);
            hand.mouseRelease(MouseButton.PRIMARY);
        });
    }

    private boolean takes(String name) {
        return Fx.call(() -> Objects.requireNonNull(cell(name)).getStyleClass().contains(Styles.DROP_TARGET));
    }

    private DragEvent fire(EventType<DragEvent> type, String on) {
        return Fx.call(() -> {
            TreeCell<AssetTreeRow> cell = Objects.requireNonNull(cell(on), on);
            DragEvent event = new DragEvent(
                    cell, cell, type, null, 5, 5, 5, 5, TransferMode.MOVE, cell, cell, new PickResult(cell, 5, 5));
            cell.fireEvent(event);
            return event;
        });
    }

    @SuppressWarnings("unchecked")
    private @Nullable TreeCell<AssetTreeRow> cell(String name) {
        TreeView<AssetTreeRow> tree = (TreeView<AssetTreeRow>) window().find("#asset-tree");
        return tree == null
                ? null
                : tree.lookupAll(".tree-cell").stream()
                        .map(node -> (TreeCell<AssetTreeRow>) node)
                        .filter(cell -> cell.getItem() != null
                                && cell.getParent().isVisible()
                                && cell.isVisible()
                                && name.equals(cell.getItem().toString()))
                        .findFirst()
                        .orElse(null);
    }

    private UUID id(String name) {
        return window().site.id(name);
    }

    private @Nullable UUID parentOf(String name) {
        return window().site.session.assets().find(id(name)).orElseThrow().parentAssetId();
    }

    private LiveWindow window() {
        return Objects.requireNonNull(opened);
    }
}
