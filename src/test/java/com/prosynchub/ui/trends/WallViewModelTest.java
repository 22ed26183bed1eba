package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.WallViewModel.Stop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WallViewModelTest {
    private final SamplePlant site = new SamplePlant("Operator");
    private final ManualUiScheduler ui = new ManualUiScheduler(SamplePlant.NOW);
    private final DirectTaskRunner tasks = new DirectTaskRunner(ui);
    private final WallViewModel model = new WallViewModel(
            new WallViewModel.Services(site.services.assets(), site.services.locations(), site.services.trendViews()),
            new TrendsViewModel(TrendPanelViewModel.Services.of(site.services, Formats.local()), tasks, Notices.none()),
            tasks,
            new MemoryPreferences());

    private TrendPage page() {
        return new TrendPage(
                List.of(new TrendPage.Chart(
                        List.of(new TrendPage.Trace(site.id("Ammonia compressor C-401"), "vibration")))),
                "",
                true);
    }

    private SavedPage saved(String name) {
        return site.services
                .trendViews()
                .create(new SavedPage(
                        UUID.randomUUID(), site.services.trendViews().owner(), null, name, page(), 0));
    }

    private String shown() {
        return model.currentProperty().get().name();
    }

    @Test
    void areasStandByTheirWorstState() {
        model.start();
        assertThat(model.areas())
                .extracting(WallArea::worst)
                .startsWith(AssetStatus.CRITICAL, AssetStatus.WARNING)
                .endsWith(AssetStatus.OPERATIONAL);
        WallArea utilities = model.areas().getFirst();
        assertThat(utilities.name()).isEqualTo("Utilities");
        assertThat(utilities.attention()).isLessThan(utilities.total());
    }

    @Test
    void viewsTakeTurnsWithTheAreasAndTheSecondsAreSeen() {
        saved("Cooling");
        model.start();
        model.setSeconds(10);
        assertThat(model.stops()).extracting(Stop::name).containsExactly("Areas", "Cooling");
        ui.advance(Duration.ofSeconds(9));
        assertThat(shown()).isEqualTo("Areas");
        assertThat(model.leftProperty().get()).isEqualTo(1);
        ui.advance(Duration.ofSeconds(1));
        assertThat(shown()).isEqualTo("Cooling");
        assertThat(model.leftProperty().get()).isEqualTo(10);
        assertThat(model.charts().page().traces()).hasSize(1);
        ui.advance(Duration.ofSeconds(10));
        assertThat(shown()).isEqualTo("Areas");
    }

    @Test
    void pausedItStays() {
        saved("Cooling");
        model.start();
        model.pausedProperty().set(true);
        ui.advance(Duration.ofMinutes(5));
        assertThat(shown()).isEqualTo("Areas");
        model.previous();
        assertThat(shown()).isEqualTo("Cooling");
    }

    @Test
    void aViewCanBeLeftOut() {
        SavedPage view = saved("Cooling");
        model.start();
        model.choose(view, false);
        assertThat(model.stops()).hasSize(1);
        ui.advance(Duration.ofMinutes(5));
        assertThat(shown()).isEqualTo("Areas");
        model.choose(view, true);
        assertThat(model.stops()).hasSize(2);
    }

    @Test
    void aPageThatIsSentHereStays() {
        model.start();
        model.give(page());
        ui.advance(Duration.ofMinutes(5));
        assertThat(shown()).isEqualTo("Current page");
    }

    @Test
    void whenNobodyAnswersTheLastStatesStayWithTheirAge() {
        model.start();
        int before = model.areas().size();
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        ui.advance(Duration.ofSeconds(20));
        assertThat(model.failureProperty().get()).isInstanceOf(Failure.Unavailable.class);
        assertThat(model.areas()).hasSize(before);
        assertThat(model.readAtProperty().get()).isEqualTo(SamplePlant.NOW);
        site.plant.failAlways(null);
        ui.advance(Duration.ofSeconds(5));
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void hiddenItAsksNothing() {
        model.start();
        model.stop();
        assertThat(ui.pendingTicks()).isZero();
    }
}
