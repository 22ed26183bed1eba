package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.fake.FakeMetricHistoryRepository;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.service.metric.MetricIngest.Ingested;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricIngestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant START = NOW.minusSeconds(3600);
    private static final String SOURCE = "tests";

    private final FakePlant plant = new FakePlant();
    private final FakeRelationalSession session = plant.session("Manager");
    private final FakeMetricHistoryRepository history = new FakeMetricHistoryRepository();
    private final UUID pump =
            session.assets().insert(Records.asset("Pump", 1, null)).id();
    private final MetricIngest ingest = another();

    @Test
    void theSameBatchTwiceIsStoredOnceAndCounted() {
        metric("flow");
        List<IncomingSample> batch = List.of(sample(0, "flow", 1), sample(10, "flow", 2));
        assertThat(ingest(batch)).isEqualTo(new Ingested(counts(2, 0, 0, 10), 1));
        assertThat(ingest(batch)).isEqualTo(new Ingested(counts(0, 0, 2, 10), 0));
        assertThat(ingest(List.of())).isEqualTo(new Ingested(IngestCounts.NONE, 0));
        assertThat(plant.ingest().counts(SOURCE)).isEqualTo(counts(2, 0, 2, 10));
    }

    @Test
    void lateSamplesAreStoredCountedAndChangeNoCurrentValue() {
        metric("flow");
        ingest(List.of(sample(10, "flow", 2)));
        assertThat(ingest(List.of(sample(0, "flow", 1)))).isEqualTo(new Ingested(counts(1, 1, 0, 0), 0));
        assertThat(history.count(pump, START, NOW)).isEqualTo(2);
        assertThat(session.metrics().ofAsset(pump).getFirst().value()).isEqualByComparingTo("2");
    }

    @Test
    void ofEveryMetricTheNewestBecomesCurrent() {
        metric("flow");
        metric("level");
        ingest(List.of(sample(20, "flow", 3), sample(10, "level", 7), sample(0, "flow", 1)));
        assertThat(session.metrics().ofAsset(pump))
                .extracting(AssetMetric::name, m -> String.valueOf(m.value()), AssetMetric::updatedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flow", "3.0000", START.plusSeconds(20)),
                        org.assertj.core.groups.Tuple.tuple("level", "7.0000", START.plusSeconds(10)));
    }

    @Test
    void whatCanNotBeTrueIsRefusedWithTheReasonAndTheRestGoesOn() {
        metric("flow");
        UUID nobody = UUID.randomUUID();
        Ingested done = ingest(List.of(
                sample(0, "flow", 1),
                sample(1, "Flow rate", 1),
                sample(2, "level", 1),
                sample(3, "flow", Double.NaN),
                sample(4, "flow", 1e12),
                new IncomingSample(pump, NOW.plusSeconds(3600), Map.of("flow", 1.0), Map.of()),
                new IncomingSample(pump, Instant.EPOCH.minusSeconds(1), Map.of("flow", 1.0), Map.of()),
                new IncomingSample(nobody, START, Map.of("flow", 1.0), Map.of()),
                new IncomingSample(pump, START.plusSeconds(9), Map.of("flow", 5.0), Map.of("flow", "psi")),
                new IncomingSample(pump, START.plusSeconds(10), Map.of("flow", 6.0), Map.of("flow", "bar"))));
        assertThat(done.counts()).isEqualTo(new IngestCounts(2, 0, 0, 8, 0, START.plusSeconds(10)));
        assertThat(plant.ingest().letters())
                .extracting(RefusedValue::reason)
                .containsExactly(
                        Reason.BAD_NAME,
                        Reason.UNKNOWN_METRIC,
                        Reason.NOT_A_NUMBER,
                        Reason.OUT_OF_RANGE,
                        Reason.FUTURE,
                        Reason.ANCIENT,
                        Reason.UNKNOWN_ASSET,
                        Reason.WRONG_UNIT);
        assertThat(plant.ingest().letters().getLast())
                .isEqualTo(new RefusedValue(pump, "flow", 5.0, "psi", START.plusSeconds(9), Reason.WRONG_UNIT, "bar"));
        assertThat(history.count(pump, START, NOW)).isEqualTo(2);
    }

    @Test
    void oneBadValueOfASampleLeavesTheOthers() {
        metric("flow");
        metric("level");
        ingest(List.of(new IncomingSample(pump, START, Map.of("flow", Double.NaN, "level", 4.0), Map.of())));
        assertThat(history.newest(pump, 1).getFirst().metrics()).containsOnly(Map.entry("level", 4.0));
        assertThat(plant.ingest().counts(SOURCE).refused()).isEqualTo(1);
    }

    @Test
    void twoSamplesOfOneTimeAreOneSample() {
        metric("flow");
        metric("level");
        ingest(List.of(sample(0, "flow", 1), sample(0, "level", 2), sample(0, "flow", 9)));
        assertThat(history.newest(pump, 1).getFirst().metrics())
                .containsOnly(Map.entry("flow", 1.0), Map.entry("level", 2.0));
        assertThat(plant.ingest().counts(SOURCE)).isEqualTo(counts(1, 0, 2, 0));
    }

    @Test
    void afterAFailureInBetweenTheSameBatchBringsTheRest() {
        metric("flow");
        List<IncomingSample> batch = List.of(sample(0, "flow", 1));
        ingest(List.of(sample(-10, "flow", 1)));
        plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        assertThatThrownBy(() -> ingest(batch)).isInstanceOf(FailureException.class);
        assertThat(ingest(batch)).isEqualTo(new Ingested(counts(0, 0, 1, 0), 1));
    }

    @Test
    void statesFollowTheSamplesAndTheAssetFollowsItsWorstMetric() {
        AssetMetric flow = limited("flow");
        AssetMetric level = limited("level");
        ingest(List.of(sample(0, "flow", 5), sample(0, "level", 5)));
        assertThat(status()).isEqualTo(AssetStatus.OPERATIONAL);
        assertThat(plant.ingest().health(pump)).isEqualTo(100);
        ingest(List.of(sample(1, "flow", 11), sample(1, "level", 5)));
        assertThat(plant.ingest().state(flow.id()).severity()).isEqualTo(Severity.HIGH);
        assertThat(plant.ingest().state(level.id()).severity()).isEqualTo(Severity.NORMAL);
        assertThat(status()).isEqualTo(AssetStatus.WARNING);
        assertThat(plant.ingest().health(pump)).isEqualTo(85);
        ingest(List.of(sample(2, "flow", 5), sample(3, "flow", 5), sample(8, "flow", 5)));
        assertThat(status()).isEqualTo(AssetStatus.OPERATIONAL);
    }

    @Test
    void aLateSampleNeverMovesAStateBack() {
        AssetMetric flow = limited("flow");
        ingest(List.of(sample(10, "flow", 11)));
        ingest(List.of(sample(0, "flow", 5), sample(9, "flow", 5)));
        assertThat(plant.ingest().state(flow.id()).severity()).isEqualTo(Severity.HIGH);
        assertThat(status()).isEqualTo(AssetStatus.WARNING);
    }

    @Test
    void whatAPersonStatedStays() {
        limited("flow");
        session.assets().setStatus(pump, AssetStatus.UNDER_MAINTENANCE, 0);
        ingest(List.of(sample(0, "flow", 11)));
        assertThat(status()).isEqualTo(AssetStatus.UNDER_MAINTENANCE);
    }

    @Test
    void changedLimitsHoldFromTheNextSampleOn() {
        AssetMetric flow = limited("flow");
        ingest(List.of(sample(0, "flow", 9)));
        session.metrics()
                .updateLimits(
                        new AssetMetric(flow.id(), pump, "flow", null, "bar", Samples.limits(0, 8, 30, 40), null, 0));
        assertThat(ingest(List.of(sample(1, "flow", 9))).current()).isEqualTo(1);
        assertThat(plant.ingest().state(flow.id()).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void twoWritersSeeEachOther() {
        AssetMetric flow = limited("flow");
        MetricIngest other = another();
        ingest(List.of(sample(0, "flow", 11)));
        other.ingest("other", List.of(sample(1, "flow", 5)));
        ingest(List.of(sample(2, "flow", 5)));
        other.ingest("other", List.of(sample(7, "flow", 5)));
        assertThat(plant.ingest().state(flow.id()).severity()).isEqualTo(Severity.NORMAL);
        assertThat(plant.ingest().state(flow.id()).since())
                .as("back since second one, for five seconds by second seven")
                .isEqualTo(START.plusSeconds(7));
        assertThat(status()).isEqualTo(AssetStatus.OPERATIONAL);
    }

    @Test
    void aKnownMetricIsAskedForOnce() {
        metric("flow");
        for (int i = 0; i < 5; i++) {
            ingest(List.of(sample(i, "flow", i)));
        }
        assertThat(plant.ingest().asked()).isEqualTo(1);
    }

    private Ingested ingest(Collection<IncomingSample> samples) {
        return ingest.ingest(SOURCE, samples);
    }

    private MetricIngest another() {
        return new MetricIngest(history, session.ingest(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void metric(String name) {
        session.metrics().insert(Samples.metric(pump, name, MetricLimits.NONE));
    }

    /** Acceptable from 0 to 10. */
    private AssetMetric limited(String name) {
        return session.metrics().insert(Samples.metric(pump, name, Samples.limits(0, 10, 20, 30)));
    }

    private AssetStatus status() {
        return session.assets().find(pump).orElseThrow().status();
    }

    private static IngestCounts counts(long accepted, long late, long duplicates, int newest) {
        return new IngestCounts(accepted, late, duplicates, 0, 0, START.plusSeconds(newest));
    }

    private IncomingSample sample(int second, String metric, double value) {
        return new IncomingSample(pump, START.plusSeconds(second), Map.of(metric, value), Map.of());
    }
}
