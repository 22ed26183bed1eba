package com.prosynchub.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.location.Location;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.RowHands;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The locations screen in a window: dragging says why it refuses, the form chooses a parent, a conflict is shown and asked. */
@ExtendWith(FxToolkitExtension.class)
class LocationScreenFxTest {
    private static final String HALL = "Process hall";

    private final Messages messages = Messages.of("locations");
    private final LiveWindow window = new LiveWindow("Manager");
    private final RowHands<LocationRow> rows =
            new RowHands<>(window, "#location-tree", row -> row.location().name());
    private final Location hall = stored(HALL);
    private final Location utilities = stored("Utilities");
    private final Location dairy = parentOf(hall);

    @BeforeEach
    void open() {
        Fx.run(() -> window.openShell(window.site.services).navigator().open("locations"));
        Fx.until(() -> window.find("#location-tree") != null && rows.cell(HALL) != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPlaceIsNeverTakenByWhatLiesInsideItAndItIsSaidWhy() {
        rows.drag(dairy.name());
        rows.fire(DragEvent.DRAG_OVER, HALL);
        assertThat(rows.takes(HALL)).isFalse();
        assertThat(says("drag.cycle", HALL, dairy.name())).isTrue();
        assertThat(rows.fire(DragEvent.DRAG_DROPPED, HALL).isDropCompleted()).isFalse();
        rows.fire(DragEvent.DRAG_EXITED, HALL);
        assertThat(says("drag.cycle", HALL, dairy.name())).isFalse();
        assertThat(stored(HALL).parentLocationId()).isEqualTo(dairy.id());
    }

    @Test
    void aPlaceDroppedOnAnotherStandsInIt() {
        rows.drag(HALL);
        rows.fire(DragEvent.DRAG_OVER, utilities.name());
        assertThat(rows.takes(utilities.name())).isTrue();
        assertThat(says("drag.move", HALL, utilities.name())).isTrue();
        rows.fire(DragEvent.DRAG_DROPPED, utilities.name());
        window.awaitWords(messages.text("moved", HALL));
        assertThat(stored(HALL).parentLocationId()).isEqualTo(utilities.id());
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFormChoosesTheParentAndAConflictIsAsked() {
        rows.choose(HALL);
        Fx.until(() -> window.find("#location-parent") != null && window.says(HALL));
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

    private boolean says(String key, Object... places) {
        return Fx.<Boolean>call(() -> window.says(messages.text(key, places)));
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
