package com.prosynchub.ui.locations;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.location.Location;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
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
    void aPlaceAskedForEarlyIsHandedOverOnceTheTreeIsRead() {
        LocationsViewModel late =
                new LocationsViewModel(site.services.locations(), new DirectTaskRunner(), Notices.none());
        List<Location> given = new ArrayList<>();
        late.whenRead(dairy().location().id(), given::add);
        assertThat(given).isEmpty();
        late.load();
        late.load();
        assertThat(given).containsExactly(dairy().location());
        late.whenRead(-1, given::add);
        late.whenRead(inside("Process hall").location().id(), given::add);
        assertThat(given).hasSize(2);
    }

    @Test
    void createsAndEdits() {
        model.begin(dairy().location().id());
        model.draft().text("name").set("Cold store");
        model.draft().text("latitude").set("56,5");
        model.draft().text("longitude").set("9.0");
        model.form().save();
        Location made = inside("Cold store").location();
        assertThat(made.latitude()).isEqualByComparingTo("56.5");
        assertThat(model.form().isDirty()).isFalse();
    }

    @Test
    void whatIsNoNumberIsMarked() {
        model.form().choose(dairy().location());
        model.draft().text("latitude").set("north");
        model.form().save();
        assertThat(Objects.requireNonNull(model.form().invalidProperty().get()).violations())
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

    @Test
    void theFormOffersEveryPlaceButItselfAndWhatLiesInside() {
        int dairy = dairy().location().id();
        int hall = inside("Process hall").location().id();
        int utilities = inside("Utilities").location().id();
        model.form().choose(inside("Process hall").location());
        assertThat(model.parents()).containsKeys(dairy, utilities).doesNotContainKey(hall);
        assertThat(model.parents().get(utilities)).endsWith(" / Utilities");
        model.draft().parent.set(utilities);
        model.form().save();
        assertThat(inside("Utilities").children()).hasSize(1);
        model.form().choose(dairy().location());
        assertThat(model.parents()).isEmpty();
    }

    @Test
    void aParentInsideThePlaceIsMarkedAndNothingIsSaved() {
        Location dairy = dairy().location();
        model.form().choose(dairy);
        model.draft().text("name").set("Renamed");
        model.draft().parent.set(inside("Process hall").location().id());
        model.form().save();
        assertThat(Objects.requireNonNull(model.form().invalidProperty().get()).violations())
                .anySatisfy(violation -> assertThat(violation.field()).isEqualTo("parentLocationId"));
        assertThat(dairy().location()).isEqualTo(dairy);
    }

    @Test
    void aConflictShowsBothUntilThePersonChose() {
        changedByBoth();
        assertThat(Objects.requireNonNull(model.form().conflict().property().get())
                        .differences())
                .containsExactly(new Difference("name", "Mine", "Theirs"));
        model.form().conflict().decideLater();
        model.form().save();
        assertThat(model.form().conflict().property().get()).isNotNull();
        model.form().conflict().keepMine();
        assertThat(model.form().conflict().property().get()).isNull();
        assertThat(inside("Mine").location().revision()).isEqualTo(2);
    }

    @Test
    void theirsCanBeTaken() {
        changedByBoth();
        model.form().conflict().takeTheirs();
        assertThat(model.draft().text("name").get()).isEqualTo("Theirs");
        assertThat(model.form().isDirty()).isFalse();
    }

    private void changedByBoth() {
        Location hall = inside("Process hall").location();
        model.form().choose(hall);
        LocationDraft theirs = new LocationDraft();
        theirs.show(hall);
        theirs.text("name").set("Theirs");
        site.session.locations().update(theirs.read(hall, new FieldChecks()));
        model.draft().text("name").set("Mine");
        model.form().save();
    }
}
