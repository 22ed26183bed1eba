package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendsViewModelTest {
    private final SamplePlant site = new SamplePlant("Operator");
    private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
    private final NoticeLog notices = new NoticeLog();
    private final UUID compressor = site.id("Ammonia compressor C-401");
    private final List<AssetMetric> metrics = site.services.metrics().ofAsset(compressor);
    private final TrendsViewModel model =
            new TrendsViewModel(TrendPanelViewModel.Services.of(site.services, Formats.local()), tasks, notices);

    private Line line(int which) {
        return new Line(compressor, "Ammonia compressor C-401", metrics.get(which));
    }

    @Test
    void thereAreOneToTwelveCharts() {
        assertThat(model.panels()).hasSize(1);
        for (int i = 0; i < 14; i++) {
            model.addPanel();
        }
        assertThat(model.panels()).hasSize(TrendsViewModel.MOST_CHARTS);
        for (int i = 0; i < 14; i++) {
            model.removePanel(model.panels().getLast());
        }
        assertThat(model.panels()).hasSize(1);
        assertThat(notices.said).as("empty charts go without a word").isEmpty();
    }

    @Test
    void whatIsPickedGoesToTheChosenChart() {
        model.pick(line(0));
        model.addPanel();
        model.pick(line(1));
        assertThat(model.panels().getFirst().lines()).containsExactly(line(0));
        assertThat(model.panels().getLast().lines()).containsExactly(line(1));
        model.chosenProperty().set(model.panels().getFirst());
        model.pick(line(2));
        assertThat(model.panels().getFirst().lines()).containsExactly(line(0), line(2));
    }

    @Test
    void whatIsDroppedBesideTheChartsGetsAChartOfItsOwn() {
        model.pickApart(line(0));
        assertThat(model.panels()).hasSize(1);
        model.pickApart(line(1));
        assertThat(model.panels()).hasSize(2);
        assertThat(model.panels().getLast().lines()).containsExactly(line(1));
    }

    @Test
    void aFullChartIsFollowedByANewOne() {
        model.chosenProperty()
                .get()
                .show(IntStream.range(0, 9)
                        .mapToObj(i -> new Line(UUID.randomUUID(), "Pump " + i, metrics.getFirst()))
                        .toList());
        assertThat(model.chosenProperty().get().lines()).hasSize(TrendPanelViewModel.MOST_LINES);
        model.pick(line(1));
        assertThat(model.panels()).hasSize(2);
        assertThat(model.panels().getLast().lines()).containsExactly(line(1));
    }

    @Test
    void aRemovedChartComesBackWhereItWas() {
        model.pick(line(0));
        model.addPanel();
        model.pick(line(1));
        TrendPanelViewModel first = model.panels().getFirst();
        model.removePanel(first);
        assertThat(model.panels()).hasSize(1);
        assertThat(notices.last()).isEqualTo("undo: The chart was removed.");
        notices.takeBack();
        assertThat(model.panels()).hasSize(2).first().isEqualTo(first);
        assertThat(first.lines()).containsExactly(line(0));
    }

    @Test
    void theLastChartIsEmptiedAndFilledAgain() {
        model.pick(line(0));
        model.removePanel(model.panels().getFirst());
        assertThat(model.panels()).hasSize(1);
        assertThat(model.panels().getFirst().lines()).isEmpty();
        notices.takeBack();
        assertThat(model.panels().getFirst().lines()).containsExactly(line(0));
    }

    @Test
    void aSmallerLayoutTakesEmptyChartsFirst() {
        model.setCharts(4);
        assertThat(model.panels()).hasSize(4);
        model.chosenProperty().set(model.panels().getLast());
        model.pick(line(0));
        TrendPanelViewModel drawn = model.panels().getLast();
        model.setCharts(1);
        assertThat(model.panels()).containsExactly(drawn);
        assertThat(notices.said).isEmpty();
    }

    @Test
    void chartsChangePlaces() {
        model.setCharts(3);
        List<TrendPanelViewModel> before = List.copyOf(model.panels());
        model.movePanel(before.get(2), 0);
        assertThat(model.panels()).containsExactly(before.get(2), before.get(0), before.get(1));
        model.movePanel(before.get(2), 9);
        assertThat(model.panels()).containsExactly(before.get(0), before.get(1), before.get(2));
        model.movePanel(before.get(0), -1);
        assertThat(model.panels().getFirst()).isEqualTo(before.get(0));
    }

    @Test
    void asksOnlyWhileVisible() {
        model.start();
        assertThat(tasks.ui().pendingTicks()).isEqualTo(1);
        model.stop();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }
}
