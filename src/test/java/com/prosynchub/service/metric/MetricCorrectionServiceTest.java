package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.rollup.RollupReader;
import com.prosynchub.service.metric.rollup.RollupService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricCorrectionServiceTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(90));
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRelationalSession session = new FakePlant().session("Manager");
    private final SessionAccessGate gate = new SessionAccessGate(session);
    private final MetricCorrectionService service =
            new MetricCorrectionService(gate, session, documents.metricHistory());
    private final UUID pump =
            session.assets().insert(Records.asset("Pump", 1, null)).id();

    @Test
    void aSpikeThatWasNoneIsPutRightAndTheLedgerHearsOfIt() {
        store();
        assertThat(service.correct(sample(1000, Map.of("flow", 20.0)), " Cable was loose "))
                .isEqualTo(sample(1000, Map.of("flow", 20.0, "heat", 3.0)));
        assertThat(session.metrics().told()).containsExactly(sample(1000, Map.of("flow", 20.0, "heat", 3.0)));
        assertThat(year()).allMatch(b -> b.max() <= 20);
    }

    @Test
    void sumsThatStoodBeforeAreNotTrusted() {
        store();
        new RollupService(gate, documents, CLOCK).rebuild(List.of(), (_, _) -> true);
        documents.metricRollups().unmark(documents.metricRollups().marks(pump));
        documents.pass(Duration.ofHours(1));
        assertThat(year()).anyMatch(b -> b.max() == 999);
        service.correct(sample(1000, Map.of("flow", 20.0)), "Cable was loose");
        assertThat(year()).allMatch(b -> b.max() <= 20);
        new RollupService(gate, documents, CLOCK).rebuild(List.of(), (_, _) -> true);
        documents.metricRollups().unmark(documents.metricRollups().marks(pump));
        assertThat(year()).allMatch(b -> b.max() <= 20);
    }

    @Test
    void whatCannotBePutRightIsSaid() {
        store();
        assertInvalid("timestamp", () -> service.correct(sample(1001, Map.of("flow", 1.0)), "x"));
        assertInvalid("reason", () -> service.correct(sample(1000, Map.of("flow", 1.0)), " "));
        assertInvalid("metrics.flow", () -> service.correct(sample(1000, Map.of("flow", Double.NaN)), "x"));
        assertInvalid("metrics.none", () -> service.correct(sample(1000, Map.of("none", 1.0)), "x"));
        assertInvalid(
                "assetId", () -> service.correct(new MetricSample(UUID.randomUUID(), START, Map.of("flow", 1.0)), "x"));
        documents.stop();
        assertThatThrownBy(() -> service.correct(sample(1000, Map.of("flow", 1.0)), "x"))
                .isInstanceOf(FailureException.class);
        assertThat(session.metrics().told()).isEmpty();
    }

    private static void assertInvalid(String field, Runnable call) {
        FailureException thrown = catchThrowableOfType(FailureException.class, call::run);
        assertThat(thrown.failure())
                .isInstanceOfSatisfying(Failure.Invalid.class, invalid -> assertThat(invalid.violations())
                        .extracting(Failure.Violation::field)
                        .containsExactly(field));
    }

    private List<MetricBucket> year() {
        return RollupReader.of(documents).buckets(pump, "flow", START, NOW, 20);
    }

    private void store() {
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            samples.add(sample(600 * i, Map.of("flow", (double) (i % 20), "heat", 3.0)));
        }
        samples.add(sample(1000, Map.of("flow", 999.0, "heat", 3.0)));
        documents.metricHistory().insert(samples);
    }

    private MetricSample sample(int second, Map<String, Double> values) {
        return new MetricSample(pump, START.plusSeconds(second), values);
    }
}
