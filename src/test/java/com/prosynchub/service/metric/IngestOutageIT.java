package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A document server that is really stopped under the way in. */
class IngestOutageIT {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final FakePlant plant = new FakePlant();
    private final FakeRelationalSession session = plant.session("Manager");

    @Test
    void whatWasMeasuredMeanwhileIsStoredOnceWhenTheServerIsBack() {
        int type = session.assetTypes().insert(Samples.type("Pump")).id();
        UUID pump = session.assets().insert(Samples.asset("Pump", type)).id();
        session.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
        try (TestDocuments server = new TestDocuments();
                DocumentStore store = MongoStore.open(server.config("prosynchub"))) {
            store.setUp();
            MetricIngest ingest = new MetricIngest(store.metricHistory(), plant.ingest(), Clock.systemUTC());
            IngestBuffer buffer = new IngestBuffer(ingest, "tests", 1000, Clock.systemUTC());
            buffer.offer(samples(pump, 0, 10));
            buffer.drain();
            assertThat(buffer.state().stoppedSince()).isNull();

            server.stop();
            buffer.offer(samples(pump, 10, 70));
            buffer.drain();
            assertThat(buffer.state().waiting()).isEqualTo(60);
            assertThat(buffer.state().stoppedSince()).isNotNull();

            server.startAgain();
            // What was stored before is offered once more, as a source does that did not hear the answer.
            buffer.offer(samples(pump, 5, 75));
            buffer.drain();
            assertThat(buffer.state().waiting()).isZero();
            assertThat(buffer.state().stoppedSince()).isNull();
            assertThat(store.metricHistory().count(pump, START, START.plusSeconds(100)))
                    .isEqualTo(75);
            assertThat(plant.ingest().counts("tests").accepted()).isEqualTo(75);
            assertThat(plant.ingest().counts("tests").duplicates()).isEqualTo(65);
            assertThat(plant.ingest().counts("tests").lost()).isZero();
            assertThat(session.metrics().ofAsset(pump).getFirst().updatedAt()).isEqualTo(START.plusSeconds(74));
        }
    }

    private static List<IncomingSample> samples(UUID asset, int from, int to) {
        List<IncomingSample> samples = new ArrayList<>();
        for (int second = from; second < to; second++) {
            samples.add(new IncomingSample(asset, START.plusSeconds(second), Map.of("flow", second * 1.0), Map.of()));
        }
        return samples;
    }
}
