package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmBarViewModelTest {
    private final UiSite site = new UiSite("Operator");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final UUID pump = site.asset("Pump P-101", null).id();
    private final UUID motor = site.asset("Motor M-401", null).id();

    @Test
    void theWorstIsPickedAndTheRestCounted() {
        site.metric(pump, "a", 20.0);
        site.metric(pump, "b", 55.0);
        site.metric(pump, "c", 65.0);
        site.metric(motor, "d", 80.0);
        site.metric(pump, "e", 57.0);
        AlarmBarViewModel model = model(tasks);
        model.start();
        AlarmBarViewModel.Bar bar = bar(model);
        assertThat(bar.worst()).extracting(m -> m == null ? "" : m.name()).isEqualTo("d");
        assertThat(bar.worstAsset()).isEqualTo("Motor M-401");
        assertThat(bar.count(Severity.CRITICAL)).isEqualTo(1);
        assertThat(bar.count(Severity.HIGH)).isEqualTo(1);
        assertThat(bar.count(Severity.MEDIUM)).isEqualTo(2);
        assertThat(bar.count(Severity.NORMAL)).isZero();
        assertThat(bar.capped()).isFalse();
    }

    @Test
    void nothingOutsideALimitIsKnownToBeNothing() {
        site.metric(pump, "a", 20.0);
        AlarmBarViewModel model = model(tasks);
        assertThat(model.barProperty().get()).as("not yet asked").isNull();
        model.start();
        assertThat(bar(model).worst()).isNull();
        assertThat(bar(model).counts()).isEmpty();
    }

    @Test
    void aStoreThatIsDownIsNotShownAsAllNormal() {
        AlarmBarViewModel model = model(tasks);
        model.start();
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        tasks.ui().advance(AlarmBarViewModel.ANYWAY);
        assertThat(model.barProperty().get()).isNull();
        site.plant.failAlways(null);
        tasks.ui().advance(AlarmBarViewModel.ANYWAY);
        assertThat(model.barProperty().get()).isNotNull();
        assertThat(tasks.unhandled()).isEmpty();
    }

    @Test
    void aBurstOfValuesIsReadOnceASecond() {
        AssetMetric metric = site.metric(pump, "a", 20.0);
        AlarmBarViewModel model = model(tasks);
        model.start();
        tasks.ui().advance(Duration.ofSeconds(5));
        int before = site.plant.calls();
        for (int i = 0; i < 50; i++) {
            measure(metric, 71 + i, i);
        }
        int writing = site.plant.calls() - before;
        tasks.ui().advance(Duration.ofSeconds(1));
        assertThat(bar(model).count(Severity.CRITICAL)).isEqualTo(1);
        assertThat(site.plant.calls() - before - writing)
                .as("two reads of two statements at most")
                .isBetween(2, 4);
    }

    @Test
    void anOlderAnswerDoesNotOverwriteANewerOne() {
        ManualTaskRunner manual = new ManualTaskRunner();
        AlarmBarViewModel model = model(manual);
        model.start();
        AssetMetric metric = site.metric(pump, "a", 80.0);
        manual.ui().advance(AlarmBarViewModel.ANYWAY);
        assertThat(manual.waiting()).isGreaterThan(1);
        manual.runAt(manual.waiting() - 1);
        assertThat(bar(model).worst()).isEqualTo(metric);
        manual.runAll();
        assertThat(bar(model).worst()).isEqualTo(metric);
    }

    @Test
    void afterItsEndItHearsAndAsksNothing() {
        AlarmBarViewModel model = model(tasks);
        model.start();
        assertThat(site.plant.feed().subscriptions()).isEqualTo(1);
        model.stop();
        assertThat(site.plant.feed().subscriptions()).isZero();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }

    private void measure(AssetMetric metric, double value, int second) {
        site.session
                .metrics()
                .record(List.of(
                        new MetricSample(pump, FakePlant.NOW.plusSeconds(second), Map.of(metric.name(), value))));
    }

    private AlarmBarViewModel model(TaskRunner runner) {
        return new AlarmBarViewModel(site.services.metrics(), site.services.assets(), site.services.changes(), runner);
    }

    private static AlarmBarViewModel.Bar bar(AlarmBarViewModel model) {
        AlarmBarViewModel.Bar bar = model.barProperty().get();
        if (bar == null) {
            throw new AssertionError("the bar is not known");
        }
        return bar;
    }
}
