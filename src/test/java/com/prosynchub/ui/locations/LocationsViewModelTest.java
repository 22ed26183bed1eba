package com.prosynchub.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.location.Location;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocationsViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final LocationsViewModel model =
            new LocationsViewModel(site.services.locations(), new DirectTaskRunner(), Notices.none());

    @BeforeEach
    void load() {
        model.load();
    }

    private LocationRow dairy() {
        return model.rootsProperty().get().getFirst();
    }

    private LocationRow inside(String name) {
        return dairy().children().stream()
                .filter(row -> row.location().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsAssetsWithEverythingInside() {
        assertThat(dairy().below()).isEqualTo(15);
        assertThat(inside("Process hall").here()).isEqualTo(1);
    }

    @Test
    void createsAndEdits() {
        model.begin(dairy().location().id());
        model.draft().text("name").set("Cold store");
        model.draft().text("latitude").set("56,5");
        model.draft().text("longitude").set("9.0");
        model.save();
        Location made = inside("Cold store").location();
        assertThat(made.latitude()).isEqualByComparingTo("56.5");
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void whatIsNoNumberIsMarked() {
        model.choose(dairy().location());
        model.draft().text("latitude").set("north");
        model.save();
        assertThat(Objects.requireNonNull(model.invalidProperty().get()).violations())
                .anySatisfy(violation -> assertThat(violation.field()).isEqualTo("latitude"));
    }

    @Test
    void refusesToMoveAPlaceIntoItself() {
        int dairy = dairy().location().id();
        int hall = inside("Process hall").location().id();
        assertThat(model.wouldCycle(dairy, hall)).isTrue();
        assertThat(model.wouldCycle(hall, dairy)).isFalse();
        model.moveById(dairy, hall);
        assertThat(model.rootsProperty().get()).hasSize(1);
    }

    @Test
    void movesByDragging() {
        int hall = inside("Process hall").location().id();
        int target = inside("Utilities").location().id();
        model.moveById(hall, target);
        assertThat(inside("Utilities").children()).hasSize(1);
    }
}
