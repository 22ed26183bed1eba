package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import org.junit.jupiter.api.Test;

class StartupViewModelTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final StartupViewModel model = new StartupViewModel(ui);

    @Test
    void reportsArriveOnTheFxThreadOnly() {
        model.report(StartupStep.MIGRATE, 0.5);
        assertThat(model.fractionProperty().get()).isZero();
        ui.runPosted();
        assertThat(model.fractionProperty().get()).isEqualTo(0.5);
        assertThat(model.stepProperty().get()).isEqualTo(StartupStep.MIGRATE);
        assertThat(model.sentenceProperty().get())
                .isEqualTo(Messages.of("login").text("startup.step.migrate"));
    }

    @Test
    void progressNeverFallsNorLeavesItsRange() {
        model.report(StartupStep.START, 0.7);
        model.report(StartupStep.MIGRATE, 0.2);
        ui.runPosted();
        assertThat(model.fractionProperty().get()).isEqualTo(0.7);
        model.report(StartupStep.READY, 7);
        ui.runPosted();
        assertThat(model.fractionProperty().get()).isEqualTo(1);
    }

    @Test
    void everyStepHasItsSentence() {
        for (StartupStep step : StartupStep.values()) {
            model.report(step, 0);
            ui.runPosted();
            assertThat(model.sentenceProperty().get()).doesNotStartWith("[");
        }
    }

    @Test
    void aProblemIsHandedOver() {
        StartupProblem problem = new StartupProblem("Held by another program.", "Close it.", "pid 4711");
        model.fail(problem);
        ui.runPosted();
        assertThat(model.problemProperty().get()).isEqualTo(problem);
    }
}
