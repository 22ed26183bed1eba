package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.LimitStep;
import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.service.access.SessionAccessGate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimitHistoryServiceTest {
    private final FakeRelationalSession viewer = FakeRelationalSession.of("Viewer");
    private final LimitHistoryService history =
            new LimitHistoryService(new SessionAccessGate(viewer), viewer.limitHistory());
    private final AssetMetric metric;

    LimitHistoryServiceTest() {
        FakeRelationalSession manager = viewer.plant().session("Manager");
        Asset pump = manager.assets().insert(Records.asset("Pump", 1, null));
        metric = manager.metrics()
                .insert(new AssetMetric(UUID.randomUUID(), pump.id(), "temperature", null, "°C", limits(80), null, 0));
    }

    @Test
    void aChangeIsAStepWithoutAHole() {
        remember(90, 1, "°C");
        remember(70, 3, "°C");
        assertThat(steps(0, 4))
                .containsExactly(
                        new LimitStep(at(0), at(1), limits(80)),
                        new LimitStep(at(1), at(3), limits(90)),
                        new LimitStep(at(3), at(4), limits(70)));
        assertThat(steps(1, 2))
                .as("only what held meanwhile, cut to it")
                .containsExactly(new LimitStep(at(1), at(2), limits(90)));
        assertThat(history.versions(metric.id()))
                .extracting(LimitVersion::number, LimitVersion::to)
                .as("newest first, the newest without an end")
                .containsExactly(tuple(3, null), tuple(2, at(3)), tuple(1, at(1)));
    }

    @Test
    void whatIsOlderThanTheMetricIsJudgedByItsFirstLimits() {
        remember(90, 1, "°C");
        assertThat(steps(-2, -1)).containsExactly(new LimitStep(at(-2), at(-1), limits(80)));
        assertThat(steps(-2, 2))
                .containsExactly(new LimitStep(at(-2), at(1), limits(80)), new LimitStep(at(1), at(2), limits(90)));
    }

    @Test
    void aChangeOfTheUnitAloneIsNoStep() {
        remember(80, 1, "K");
        assertThat(steps(0, 2)).containsExactly(new LimitStep(at(0), at(2), limits(80)));
    }

    @Test
    void aMetricThatIsNotThereHasNoStepsAndATimeThatEndsBeforeItBeginsIsRefused() {
        assertThat(history.steps(metric.assetId(), "speed", at(0), at(1))).isEmpty();
        assertThatThrownBy(() -> steps(1, 1)).isInstanceOf(FailureException.class);
    }

    private List<LimitStep> steps(int from, int to) {
        return history.steps(metric.assetId(), "temperature", at(from), at(to));
    }

    private void remember(int max, int hour, String unit) {
        viewer.limitHistory()
                .remember(
                        new AssetMetric(metric.id(), metric.assetId(), metric.name(), null, unit, limits(max), null, 1),
                        null,
                        null,
                        at(hour));
    }

    private static Instant at(int hours) {
        return FakePlant.NOW.plus(Duration.ofHours(hours));
    }

    private static MetricLimits limits(int max) {
        return new MetricLimits(null, BigDecimal.valueOf(max), null, null);
    }
}
