package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Samples;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final UserAccount ada = site.plant.user("ada", "Viewer");
    private final int works = place("Works", null);
    private final int building = place("Building A", works);
    private final int hall = place("Hall 1", building);
    private final int boiler = place("Boiler house", works);
    private final int yard = place("Yard", works);

    private int place(String name, @Nullable Integer parent) {
        return site.session.locations().insert(Samples.location(name, parent)).id();
    }

    private PlacesViewModel open() {
        PlacesViewModel model =
                new PlacesViewModel(site.services.users(), site.services.locations(), new DirectTaskRunner(), ada.id());
        model.load();
        return model;
    }

    private List<Integer> stored() {
        return site.session.accounts().places(ada.id());
    }

    @Test
    void theChoiceIsASentenceAndIsSaved() {
        PlacesViewModel model = open();
        assertThat(model.sentenceProperty().get()).isEqualTo("Sees everything.");
        model.choose(building, true);
        assertThat(model.sentenceProperty().get()).isEqualTo("Sees Building A, with everything below.");
        model.choose(boiler, true);
        assertThat(model.sentenceProperty().get())
                .isEqualTo("Sees Boiler house and Building A, with everything below.");
        model.choose(yard, true);
        assertThat(model.sentenceProperty().get())
                .isEqualTo("Sees Boiler house, Building A and Yard, with everything below.");
        model.choose(yard, false);
        model.store();
        assertThat(stored()).containsExactlyInAnyOrder(building, boiler);
        assertThat(open().isChosen(boiler)).isTrue();
    }

    @Test
    void whatLiesBelowAChosenBranchIsNotStoredBesideIt() {
        PlacesViewModel model = open();
        model.choose(hall, true);
        model.choose(building, true);
        assertThat(model.sentenceProperty().get()).isEqualTo("Sees Building A, with everything below.");
        model.store();
        assertThat(stored()).containsExactly(building);
        model.choose(building, false);
        model.choose(hall, false);
        model.store();
        assertThat(stored()).isEmpty();
    }

    @Test
    void aLimitSetByAnotherIsNotOverwritten() {
        PlacesViewModel model = open();
        site.session.accounts().limit(ada.id(), List.of(), List.of(yard));
        model.choose(building, true);
        assertThatThrownBy(model::store).isInstanceOf(FailureException.class);
        assertThat(stored()).containsExactly(yard);
    }

    @Test
    void beforeTheLimitWasReadNothingIsStored() {
        site.session.accounts().limit(ada.id(), List.of(), List.of(yard));
        PlacesViewModel model =
                new PlacesViewModel(site.services.users(), site.services.locations(), new ManualTaskRunner(), ada.id());
        model.load();
        model.choose(building, true);
        model.store();
        assertThat(stored()).containsExactly(yard);
        assertThat(model.sentenceProperty().get()).isEmpty();
    }

    @Test
    void nobodyGetsAFieldForTheOwnLimit() {
        UsersViewModel users = new UsersViewModel(
                site.services.users(),
                site.services.twoFactor(),
                site.services.locations(),
                site.session.user().userId(),
                new DirectTaskRunner(),
                site.notices);
        UserAccount self =
                site.session.accounts().find(site.session.user().userId()).orElseThrow();
        assertThat(users.editor(self).places()).isNull();
        assertThat(users.editor(null).places()).isNull();
        assertThat(users.editor(ada).places()).isNotNull();
    }
}
