package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Summing up on the embedded server, which goes away in the middle of it. */
class RollupStoreIT {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(20);

    private long nanos;

    @Test
    void aServerThatGoesAwayBetweenTwoWritesLeavesNoWrongSum() {
        try (TestDocuments server = new TestDocuments();
                DocumentStore documents = MongoStore.open(server.config("plant"))) {
            documents.setUp();
            documents.metricHistory().insert(samples(0, 4_000, 300));
            RollupWorker worker = worker(documents);
            worker.work();
            assertThat(documents.metricRollups().marks(PUMP))
                    .as("the mark over everything gave way to those over each asset, and these were worked off")
                    .extracting(RollupMark::reason)
                    .containsOnly(RollupMark.Reason.SAMPLES);
            rest(worker);
            assertThat(documents.metricRollups().marks(PUMP)).isEmpty();
            assertReadsAll(documents, 4_000);

            // Another process, which does not rely on marks of the first, stores samples and is killed before they are
            // summed up.
            try (DocumentStore other = MongoStore.open(server.config("plant"))) {
                other.metricHistory().insert(samples(101, 300, 7_000));
            }
            server.stop();
            RollupWorker cutOff = worker(documents);
            assertThatThrownBy(cutOff::work).isInstanceOf(FailureException.class);
            server.startAgain();
            try (DocumentStore again = MongoStore.open(server.config("plant"))) {
                assertReadsAll(again, 4_300);
                RollupWorker next = worker(again);
                next.work();
                rest(next);
                assertThat(again.metricRollups().marks(PUMP)).isEmpty();
                assertReadsAll(again, 4_300);
            }
        }
    }

    private RollupWorker worker(DocumentStore documents) {
        return new RollupWorker(RollupWork.on(documents), () -> nanos);
    }

    private void rest(RollupWorker worker) {
        nanos += RollupHolds.REST.toNanos();
        worker.work();
    }

    private static void assertReadsAll(DocumentStore documents, int count) {
        for (int most : new int[] {2, 30, 500, 4_000, 50_000}) {
            List<MetricBucket> read = RollupReader.of(documents).buckets(PUMP, "flow", START, START.plus(WINDOW), most);
            assertThat(read.stream().mapToLong(MetricBucket::count).sum())
                    .as("at most %d", most)
                    .isEqualTo(count);
        }
    }

    private static List<MetricSample> samples(int offset, int count, int seconds) {
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new MetricSample(
                    PUMP,
                    START.plusSeconds(offset + (long) i * seconds % WINDOW.toSeconds()),
                    Map.of("flow", i * 0.5)));
        }
        return samples;
    }
}
