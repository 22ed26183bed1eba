package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import org.junit.jupiter.api.Test;

class TrendsViewModelTest {
    private final SamplePlant site = new SamplePlant("Operator");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final TrendsViewModel model = new TrendsViewModel(
            new TrendPanelViewModel.Services(site.services.assets(), site.services.metrics(), site.services.trends()),
            tasks);

    @Test
    void thereAreOneToFourCharts() {
        assertThat(model.panels()).hasSize(1);
        for (int i = 0; i < 6; i++) {
            model.addPanel();
        }
        assertThat(model.panels()).hasSize(TrendsViewModel.MOST_CHARTS);
        for (int i = 0; i < 6; i++) {
            model.removePanel(model.panels().getLast());
        }
        assertThat(model.panels()).hasSize(1);
    }

    @Test
    void asksOnlyWhileVisible() {
        model.start();
        assertThat(tasks.ui().pendingTicks()).isEqualTo(1);
        model.stop();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }
}
