package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.fake.FakeMetricHistoryRepository;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.MetricIngest.Ingested;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricIngestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FakePlant plant = new FakePlant();
    private final FakeRelationalSession session = plant.session("Manager");
    private final FakeMetricHistoryRepository history = new FakeMetricHistoryRepository();
    private final UUID pump =
            session.assets().insert(Records.asset("Pump", 1, null)).id();
    private final MetricIngest ingest =
            new MetricIngest(history, session.metrics()::record, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theSameBatchTwiceChangesNothing() {
        session.metrics().insert(Records.metric(pump, "flow", null));
        List<MetricSample> batch = List.of(sample(0, "flow", 1), sample(10, "flow", 2));
        assertThat(ingest.ingest(batch)).isEqualTo(new Ingested(2, 0, 1));
        assertThat(ingest.ingest(batch)).isEqualTo(new Ingested(0, 2, 0));
        assertThat(ingest.ingest(List.of())).isEqualTo(new Ingested(0, 0, 0));
    }

    @Test
    void ofEveryMetricTheNewestBecomesCurrent() {
        session.metrics().insert(Records.metric(pump, "flow", null));
        session.metrics().insert(Records.metric(pump, "level", null));
        ingest.ingest(List.of(sample(20, "flow", 3), sample(10, "level", 7), sample(0, "flow", 1)));
        assertThat(session.metrics().ofAsset(pump))
                .extracting(AssetMetric::name, m -> String.valueOf(m.value()), AssetMetric::updatedAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flow", "3.0000", NOW.minusSeconds(3600 - 20)),
                        org.assertj.core.groups.Tuple.tuple("level", "7.0000", NOW.minusSeconds(3600 - 10)));
    }

    @Test
    void oneBadSampleRefusesTheBatchAndNamesIt() {
        assertThatThrownBy(() -> ingest.ingest(List.of(
                        sample(0, "flow", 1),
                        sample(1, "Flow rate", 1),
                        sample(2, "flow", Double.NaN),
                        new MetricSample(pump, NOW.plusSeconds(3600), Map.of("flow", 1e12)))))
                .isInstanceOfSatisfying(FailureException.class, e -> assertThat(e.failure())
                        .isInstanceOfSatisfying(Failure.Invalid.class, i -> assertThat(i.violations())
                                .extracting(v -> v.field() + " " + v.rule())
                                .containsExactlyInAnyOrder(
                                        "1.metrics.Flow rate pattern",
                                        "2.metrics.flow notFinite",
                                        "3.timestamp future",
                                        "3.metrics.flow range")));
        assertThat(history.span(pump)).isEmpty();
    }

    @Test
    void afterAFailureInBetweenTheSameBatchBringsTheRest() {
        session.metrics().insert(Records.metric(pump, "flow", null));
        List<MetricSample> batch = List.of(sample(0, "flow", 1));
        plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        assertThatThrownBy(() -> ingest.ingest(batch)).isInstanceOf(FailureException.class);
        assertThat(ingest.ingest(batch)).isEqualTo(new Ingested(0, 1, 1));
    }

    private MetricSample sample(int second, String metric, double value) {
        return new MetricSample(pump, NOW.minusSeconds(3600 - second), Map.of(metric, value));
    }
}
