package com.prosynchub.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import org.junit.jupiter.api.Test;

class HomeViewModelTest {
    private final SamplePlant site = new SamplePlant("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final HomeViewModel model = new HomeViewModel(site.services.overview(), site.services.changes(), tasks);

    @Test
    void showsEveryPart() {
        model.start();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        assertThat(model.work.get()).isInstanceOfSatisfying(HomePart.Ready.class, part -> assertThat(part.value())
                .isInstanceOfSatisfying(WorkFigures.class, work -> {
                    assertThat(work.open()).isEqualTo(4);
                    assertThat(work.overdue()).isEqualTo(1);
                }));
        assertThat(model.outside.get()).isInstanceOf(HomePart.Ready.class);
    }

    @Test
    void aStoreThatIsDownTakesOnlyItsOwnPartAlong() {
        site.documents.stop();
        model.start();
        assertThat(model.activity.get()).isInstanceOf(HomePart.Failed.class);
        assertThat(model.statuses.get()).isInstanceOf(HomePart.Ready.class);
    }

    @Test
    void staysWhenALaterReadingFails() {
        model.start();
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void unhooksWhenHidden() {
        model.start();
        model.stop();
        assertThat(site.plant.feed().subscriptions()).isZero();
    }
}
