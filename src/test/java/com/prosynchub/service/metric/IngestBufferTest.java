package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestBufferTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SOURCE = "tests";

    private final FakePlant plant = new FakePlant();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRelationalSession session = plant.session("Manager");
    private final UUID pump =
            session.assets().insert(Records.asset("Pump", 1, null)).id();
    private final IngestBuffer buffer =
            new IngestBuffer(new MetricIngest(documents.metricHistory(), plant.ingest(), CLOCK), SOURCE, 2500, CLOCK);

    @BeforeEach
    void measure() {
        session.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
    }

    @Test
    void whatWaitsGoesInWhenTheStoreIsBack() {
        documents.stop();
        buffer.offer(samples(0, 1200));
        buffer.drain();
        buffer.offer(samples(1200, 2400));
        buffer.drain();
        assertThat(buffer.state()).isEqualTo(new IngestBuffer.State(2400, 0, NOW));

        documents.start();
        buffer.drain();

        assertThat(buffer.state()).isEqualTo(new IngestBuffer.State(0, 0, null));
        assertThat(stored()).isEqualTo(2400);
        assertThat(plant.ingest().counts(SOURCE).accepted()).isEqualTo(2400);
        assertThat(plant.ingest().counts(SOURCE).lost()).isZero();
    }

    @Test
    void theOtherStoreAwayIsNoLossEither() {
        plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        buffer.offer(samples(0, 10));
        buffer.drain();
        assertThat(buffer.state().waiting()).isEqualTo(10);
        plant.failAlways(null);
        buffer.drain();
        assertThat(stored()).isEqualTo(10);
        assertThat(session.metrics().ofAsset(pump).getFirst().updatedAt()).isEqualTo(at(9));
    }

    @Test
    void whatDoesNotFitIsLetGoOldestFirstAndSaid() {
        documents.stop();
        buffer.offer(samples(0, 3000));
        buffer.drain();
        assertThat(buffer.state()).isEqualTo(new IngestBuffer.State(2500, 500, NOW));
        documents.start();
        buffer.drain();
        assertThat(stored()).isEqualTo(2500);
        assertThat(documents.metricHistory().span(pump).orElseThrow().first()).isEqualTo(at(500));
        assertThat(plant.ingest().counts(SOURCE).lost()).isEqualTo(500);
    }

    @Test
    void aBatchThatAStoreRefusesForGoodDoesNotStopTheRest() {
        plant.failNext(Failure.Invalid.of("", "batch"));
        buffer.offer(samples(0, 1500));
        buffer.drain();
        buffer.offer(samples(1500, 2000));
        buffer.drain();
        assertThat(buffer.state().waiting()).isZero();
        assertThat(stored()).isEqualTo(500);
        assertThat(plant.ingest().counts(SOURCE).lost()).isEqualTo(1500);
    }

    @Test
    void aFaultOfTheProgramLosesNothingAndEndsNothing() {
        AtomicBoolean works = new AtomicBoolean();
        InstantSource at = () -> {
            if (!works.get()) {
                throw new IllegalStateException("a fault");
            }
            return NOW;
        };
        IngestBuffer faulty = new IngestBuffer(
                new MetricIngest(documents.metricHistory(), plant.ingest(), at.withZone(ZoneOffset.UTC)),
                SOURCE,
                2500,
                CLOCK);
        faulty.offer(samples(0, 10));
        faulty.drain();
        assertThat(faulty.state()).isEqualTo(new IngestBuffer.State(10, 0, NOW));
        works.set(true);
        faulty.drain();
        assertThat(faulty.state()).isEqualTo(new IngestBuffer.State(0, 0, null));
        assertThat(stored()).isEqualTo(10);
    }

    private long stored() {
        return documents.metricHistory().count(pump, Instant.EPOCH, NOW.plusSeconds(1));
    }

    private List<IncomingSample> samples(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new IncomingSample(pump, at(i), Map.of("flow", (double) i), Map.of()))
                .toList();
    }

    private static Instant at(int second) {
        return NOW.minusSeconds(5000 - second);
    }
}
