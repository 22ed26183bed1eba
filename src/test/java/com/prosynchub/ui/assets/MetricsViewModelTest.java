package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class MetricsViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final UUID pump = site.asset("Pump", null).id();
    private final UUID motor = site.asset("Motor", null).id();

    @Test
    void aNewValueChangesItsRowInPlaceAndNoOther() {
        site.metric(pump, "flow", 1.0);
        AssetMetric speed = site.metric(pump, "speed", 2.0);
        MetricsViewModel model = model(tasks);
        model.start();
        model.show(pump);
        AssetMetric flowRow = model.rows().getFirst();
        List<Integer> changed = new ArrayList<>();
        model.rows().addListener((ListChangeListener<AssetMetric>) change -> {
            while (change.next()) {
                assertThat(change.wasReplaced()).isTrue();
                changed.add(change.getFrom());
            }
        });
        measure("speed", 7, 1);
        settle();
        assertThat(model.rows()).extracting(AssetMetric::name).containsExactly("flow", "speed");
        assertThat(model.rows().getLast().value()).isEqualByComparingTo("7");
        assertThat(model.rows().getLast().id()).isEqualTo(speed.id());
        assertThat(model.rows().getFirst()).isSameAs(flowRow);
        assertThat(changed).containsExactly(1);
    }

    @Test
    void aBurstIsReadFiveTimesASecondAtMost() {
        site.metric(pump, "speed", 2.0);
        MetricsViewModel model = model(tasks);
        model.start();
        model.show(pump);
        settle();
        int before = site.plant.calls();
        for (int i = 0; i < 100; i++) {
            measure("speed", i, i + 1);
        }
        int writing = site.plant.calls() - before;
        settle();
        assertThat(site.plant.calls() - before - writing).isBetween(1, 2);
        assertThat(model.rows().getFirst().value())
                .as("the last one is not lost")
                .isEqualByComparingTo("99");
    }

    @Test
    void theNewestAssetWins() {
        ManualTaskRunner manual = new ManualTaskRunner();
        site.metric(pump, "flow", 1.0);
        site.metric(motor, "speed", 1.0);
        MetricsViewModel model = model(manual);
        model.show(pump);
        model.show(motor);
        manual.runAt(1);
        manual.runAll();
        assertThat(model.rows()).extracting(AssetMetric::name).containsExactly("speed");
    }

    @Test
    void choosingNothingOvertakesAnAnswerOnItsWay() {
        ManualTaskRunner manual = new ManualTaskRunner();
        site.metric(pump, "flow", 1.0);
        MetricsViewModel model = model(manual);
        model.show(pump);
        model.show(null);
        manual.runAll();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void anAssetWithoutMetricsSaysSo() {
        MetricsViewModel model = model(tasks);
        model.show(pump);
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
    }

    @Test
    void aMetricDefinedElsewhereAppears() {
        MetricsViewModel model = model(tasks);
        model.start();
        model.show(pump);
        site.metric(pump, "flow", 1.0);
        settle();
        assertThat(model.rows()).extracting(AssetMetric::name).containsExactly("flow");
        site.metric(pump, "speed", 1.0);
        settle();
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void rowsStayWhileTheStoreIsDownButNeverForAnotherAsset() {
        site.metric(pump, "flow", 1.0);
        MetricsViewModel model = model(tasks);
        model.show(pump);
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.reload();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        model.show(motor);
        assertThat(model.rows()).isEmpty();
        assertThat(model.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
    }

    @Test
    void deletingTellsWhatCameOfIt() {
        AssetMetric metric = site.metric(pump, "flow", 1.0);
        MetricsViewModel model = model(tasks);
        model.show(pump);
        model.delete(metric);
        assertThat(model.rows()).isEmpty();
        model.delete(metric);
        Messages messages = Messages.of("assets");
        assertThat(site.notices.said)
                .containsExactly(
                        "success: " + messages.text("metric.deleted", "flow"),
                        "warning: " + messages.text("metric.changed", "flow"));
    }

    @Test
    void aHiddenScreenHearsNothingAndAShownOneHearsAgain() {
        site.metric(pump, "flow", 1.0);
        MetricsViewModel model = model(tasks);
        model.start();
        model.show(pump);
        assertThat(site.plant.feed().subscriptions()).isEqualTo(1);
        model.stop();
        assertThat(site.plant.feed().subscriptions()).isZero();
        assertThat(tasks.ui().pendingTicks()).isZero();
        measure("flow", 9, 1);
        model.start();
        assertThat(model.rows().getFirst().value()).isEqualByComparingTo("9");
        assertThat(site.plant.feed().subscriptions()).isEqualTo(1);
        model.stop();
    }

    private void settle() {
        tasks.ui().advance(UpdateThrottle.LIVE);
        tasks.ui().advance(UpdateThrottle.LIVE);
    }

    private void measure(String metric, double value, int second) {
        site.session
                .metrics()
                .record(List.of(new MetricSample(pump, FakePlant.NOW.plusSeconds(second), Map.of(metric, value))));
    }

    private MetricsViewModel model(TaskRunner runner) {
        return new MetricsViewModel(site.services.metrics(), site.services.changes(), runner, site.notices);
    }
}
