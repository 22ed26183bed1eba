package com.prosynchub.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.location.Location;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The locations screen in a window: dragging says why it refuses, the form chooses a parent, a conflict is shown and asked. */
@ExtendWith(FxToolkitExtension.class)
class LocationScreenFxTest {
    private static final String HALL = "Process hall";
    private static final int FAR_ENOUGH = 40;

    private final Messages messages = Messages.of("locations");
    private final LiveWindow window = new LiveWindow("Manager");
    private final Location hall = stored(HALL);
    private final Location utilities = stored("Utilities");
    private final Location dairy = parentOf(hall);

    @BeforeEach
    void open() {
        Fx.run(() -> window.openShell(window.site.services).navigator().open("locations"));
        Fx.until(() -> window.find("#location-tree") != null && cell(HALL) != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPlaceIsNeverTakenByWhatLiesInsideItAndItIsSaidWhy() {
        drag(dairy.name());
        fire(DragEvent.DRAG_OVER, HALL);
        assertThat(marked(HALL)).isFalse();
        assertThat(says("drag.cycle", HALL, dairy.name())).isTrue();
        assertThat(fire(DragEvent.DRAG_DROPPED, HALL).isDropCompleted()).isFalse();
        fire(DragEvent.DRAG_EXITED, HALL);
        assertThat(says("drag.cycle", HALL, dairy.name())).isFalse();
        assertThat(stored(HALL).parentLocationId()).isEqualTo(dairy.id());
    }

    @Test
    void aPlaceDroppedOnAnotherStandsInIt() {
        drag(HALL);
        fire(DragEvent.DRAG_OVER, utilities.name());
        assertThat(marked(utilities.name())).isTrue();
        assertThat(says("drag.move", HALL, utilities.name())).isTrue();
        fire(DragEvent.DRAG_DROPPED, utilities.name());
        window.awaitWords(messages.text("moved", HALL));
        assertThat(stored(HALL).parentLocationId()).isEqualTo(utilities.id());
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFormChoosesTheParentAndAConflictIsAsked() {
        choose(HALL);
        ChoiceField<Integer> parent = window.get("#location-parent", ChoiceField.class);
        List<Integer> offered = Fx.call(() -> List.copyOf(parent.box().getItems()));
        assertThat(offered).contains(dairy.id(), utilities.id()).doesNotContain(hall.id());
        Fx.run(() -> {
            parent.box().requestFocus();
            parent.valueProperty().set(utilities.id());
        });
        LocationDraft theirs = new LocationDraft();
        theirs.show(hall);
        theirs.text("city").set("Theirville");
        window.site.session.locations().update(theirs.read(hall, new FieldChecks()));
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#conflict-dialog") != null);
        window.awaitWords("Theirville");
        window.awaitWords(dairy.name() + " / " + utilities.name());
        assertThat(stored(HALL).parentLocationId()).isEqualTo(dairy.id());
        Fx.run(() -> window.stage.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> "Keep mine".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window.awaitWords(messages.text("saved", HALL));
        assertThat(stored(HALL).parentLocationId()).isEqualTo(utilities.id());
    }

    private void choose(String name) {
        Fx.run(() -> tree().getSelectionModel()
                .select(Objects.requireNonNull(cell(name)).getTreeItem()));
        Fx.until(() -> window.find("#location-parent") != null && window.says(name));
    }

    private void drag(String name) {
        Fx.run(() -> {
            TreeCell<LocationRow> cell = Objects.requireNonNull(cell(name));
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

    private DragEvent fire(EventType<DragEvent> type, String on) {
        return Fx.call(() -> {
            TreeCell<LocationRow> cell = Objects.requireNonNull(cell(on), on);
            DragEvent event = new DragEvent(
                    cell, cell, type, null, 5, 5, 5, 5, TransferMode.MOVE, cell, cell, new PickResult(cell, 5, 5));
            cell.fireEvent(event);
            return event;
        });
    }

    private boolean marked(String name) {
        return Fx.call(() -> Objects.requireNonNull(cell(name)).getStyleClass().contains(Styles.DROP_TARGET));
    }

    private boolean says(String key, Object... places) {
        return Fx.<Boolean>call(() -> window.says(messages.text(key, places)));
    }

    @SuppressWarnings("unchecked")
    private TreeView<LocationRow> tree() {
        return (TreeView<LocationRow>) Objects.requireNonNull(window.find("#location-tree"));
    }

    @SuppressWarnings("unchecked")
    private @Nullable TreeCell<LocationRow> cell(String name) {
        return tree().lookupAll(".tree-cell").stream()
                .map(node -> (TreeCell<LocationRow>) node)
                .filter(cell -> cell.isVisible()
                        && cell.getItem() != null
                        && name.equals(cell.getItem().location().name()))
                .findFirst()
                .orElse(null);
    }

    private Location parentOf(Location place) {
        return window.site.session.locations().all().stream()
                .filter(other -> Objects.equals(place.parentLocationId(), other.id()))
                .findFirst()
                .orElseThrow();
    }

    private Location stored(String name) {
        return window.site.session.locations().all().stream()
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
