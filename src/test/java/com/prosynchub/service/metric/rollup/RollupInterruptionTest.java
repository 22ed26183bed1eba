package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One step after the other: what happens when just there the process is killed, or another one comes in between. */
class RollupInterruptionTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(64);

    private FakeDocumentStore documents = new FakeDocumentStore();
    private long nanos;

    private interface Action {
        void run(MetricHistoryRepository writer, RollupWorker worker);
    }

    @Test
    void killedAnywhereWhileSamplesAreStoredTheSumsAreRightAndCatchUp() {
        killedAtEveryCall((writer, _) -> writer.insert(samples(START.plusSeconds(30), 90, 600)));
    }

    @Test
    void killedAnywhereWhileSummingUpTheSumsAreRightAndCatchUp() {
        killedAtEveryCall((_, worker) -> worker.work());
    }

    private void killedAtEveryCall(Action action) {
        int calls = 0;
        boolean killed = true;
        while (killed) {
            plant();
            RollupWorker worker = rested();
            killed = killed(calls++, () -> action.run(writer(), worker));
            assertReadsWhatWasMeasured();
            settle();
            assertReadsWhatWasMeasured();
            assertThat(documents.metricRollups().marks(PUMP)).isEmpty();
        }
        assertThat(calls).isGreaterThan(3);
    }

    @Test
    void whoSumsUpTheSameBlocksMeanwhileIsNotOverwritten() {
        for (RollupLevel level : RollupLevel.values()) {
            Duration away = Duration.ofMillis(level.width()).plusMinutes(15);
            int calls = 0;
            boolean reached = true;
            while (reached) {
                plant();
                RollupWorker worker = rested();
                Instant late = START.plusSeconds(7).plus(away);
                reached = at(calls++, worker::work, () -> {
                    writer().insert(samples(late, 10, 30));
                    long slot = RollupLevel.SLOT.floor(late.toEpochMilli());
                    new RollupBuilder(documents.metricHistory(), documents.metricRollups())
                            .build(PUMP, slot, slot + RollupLevel.SLOT.width());
                });
                assertReadsWhatWasMeasured();
                settle();
                assertReadsWhatWasMeasured();
            }
            assertThat(calls).isGreaterThan(10);
        }
    }

    /** An asset with a day and more of samples, some of them summed up already. */
    private void plant() {
        documents = new FakeDocumentStore();
        nanos = 0;
        writer().insert(samples(START, 1000, 2));
        settle();
        writer().insert(samples(START.plusSeconds(3_000), 200, 700));
    }

    private RollupWorker rested() {
        RollupWorker worker = worker();
        worker.work();
        nanos += RollupHolds.REST.toNanos();
        return worker;
    }

    private void settle() {
        rested().work();
    }

    private RollupWorker worker() {
        return new RollupWorker(RollupWork.on(documents), () -> nanos);
    }

    private MetricHistoryRepository writer() {
        return documents.metricHistory().forAnotherWriter(() -> nanos);
    }

    private boolean killed(int call, Runnable work) {
        try {
            return at(call, work, () -> {
                throw new FailureException(new Failure.Unavailable(Failure.Store.DOCUMENT, "killed"));
            });
        } catch (FailureException thrown) {
            return true;
        } finally {
            documents.onCall(() -> {});
        }
    }

    /** Runs something before the given call of the work; answers whether the work came that far. */
    private boolean at(int call, Runnable work, Runnable between) {
        int[] left = {call};
        documents.onCall(() -> {
            if (left[0]-- == 0) {
                between.run();
            }
        });
        work.run();
        documents.onCall(() -> {});
        return left[0] < 0;
    }

    private void assertReadsWhatWasMeasured() {
        List<MetricSample> all = new ArrayList<>();
        documents.metricHistory().forEach(PUMP, Instant.MIN, Instant.MAX, all::add);
        for (int most : new int[] {2, 10, 40, 300, 3_000, 40_000}) {
            List<MetricBucket> read = RollupReader.of(documents).buckets(PUMP, "flow", START, START.plus(WINDOW), most);
            assertThat(read.stream().mapToLong(MetricBucket::count).sum())
                    .as("at most %d", most)
                    .isEqualTo(all.size());
            assertThat(read.stream().mapToDouble(MetricBucket::sum).sum())
                    .isEqualTo(all.stream()
                            .mapToDouble(s -> s.metrics().getOrDefault("flow", Double.NaN))
                            .sum());
        }
    }

    private static List<MetricSample> samples(Instant from, int count, int seconds) {
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new MetricSample(PUMP, from.plusSeconds((long) i * seconds), Map.of("flow", (double) i)));
        }
        return samples;
    }
}
