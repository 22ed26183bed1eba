package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever happens, and at every moment of it, a window read through the sums is what the samples say: samples in any
 * order, again, late, with holes, dense and sparse; three writers and workers that come in between one another, are
 * killed between any two calls and start anew.
 */
class RollupPropertyTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final long START = Instant.parse("2026-01-07T05:00:00Z").toEpochMilli();
    private static final List<String> METRICS = List.of("flow", "heat");
    private static final long[] STEPS = {500, 2_000, 20_000, 60_000, 600_000, 7_200_000, 100_000_000};

    /** One life of a plant; everything in it follows from the seed. */
    private static final class Plant {
        private final Random random;
        private final FakeDocumentStore documents = new FakeDocumentStore();
        private final RollupReader reader = RollupReader.of(documents);
        private final List<MetricHistoryRepository> writers = new ArrayList<>();
        private final List<RollupWorker> workers = new ArrayList<>();
        private long nanos;
        private long callsLeft = Long.MAX_VALUE;
        private long interruptedIn = Long.MAX_VALUE;
        private boolean working;

        Plant(long seed) {
            random = new Random(seed);
            documents.onCall(this::call);
            for (int i = 0; i < 3; i++) {
                writers.add(startWriter());
                workers.add(startWorker());
            }
        }

        private RollupWorker startWorker() {
            return new RollupWorker(RollupWork.on(documents), () -> nanos);
        }

        private MetricHistoryRepository startWriter() {
            return documents.metricHistory().forAnotherWriter(() -> nanos);
        }

        /** Somebody writes or works, may be killed between any two calls, and another may come in between. */
        void step() {
            callsLeft = random.nextInt(3) == 0 ? random.nextInt(40) : Long.MAX_VALUE;
            interruptedIn = random.nextInt(2) == 0 ? random.nextInt(60) : Long.MAX_VALUE;
            working = random.nextBoolean();
            if (!working) {
                write(random.nextInt(2));
            } else {
                work(0);
            }
            callsLeft = Long.MAX_VALUE;
            interruptedIn = Long.MAX_VALUE;
            nanos += random.nextLong(RollupHolds.REST.toNanos());
        }

        private void call() {
            if (callsLeft-- <= 0) {
                throw new FailureException(new Failure.Unavailable(Failure.Store.DOCUMENT, "killed"));
            }
            if (interruptedIn-- <= 0) {
                interruptedIn = Long.MAX_VALUE;
                long mine = callsLeft;
                callsLeft = Long.MAX_VALUE;
                if (random.nextBoolean()) {
                    write(2);
                }
                if (working) {
                    // Samples came and were summed up while the other worker stood still.
                    for (int i = 0; i < 2; i++) {
                        work(1);
                        nanos += RollupHolds.REST.toNanos();
                    }
                }
                callsLeft = mine;
            }
        }

        private void write(int writer) {
            try {
                writers.get(writer).insert(samples());
            } catch (FailureException killed) {
                writers.set(writer, startWriter());
            }
        }

        private void work(int which) {
            try {
                workers.get(which).work();
            } catch (FailureException killed) {
                workers.set(which, startWorker());
            }
        }

        private List<MetricSample> samples() {
            long step = STEPS[random.nextInt(STEPS.length)];
            long from = START + random.nextLong(8) * step * 200;
            List<MetricSample> samples = new ArrayList<>();
            int count = 1 + random.nextInt(400);
            for (int i = 0; i < count; i++) {
                Map<String, Double> values = new HashMap<>();
                values.put(METRICS.get(random.nextInt(2)), (double) random.nextInt(-1000, 1000));
                if (random.nextBoolean()) {
                    values.put("heat", random.nextGaussian());
                }
                if (random.nextInt(20) > 0) {
                    samples.add(new MetricSample(PUMP, Instant.ofEpochMilli(from + i * step), values));
                }
            }
            if (random.nextBoolean()) {
                Collections.shuffle(samples, random);
            }
            return samples;
        }

        void check() {
            long length = (long) Math.exp(random.nextDouble(Math.log(1_000), Math.log(80e9)));
            long from = START - 1_000_000 + random.nextLong(1_000_000_000);
            check(from, from + length, 2 + random.nextInt(1_500));
        }

        private void check(long from, long to, int most) {
            Map<String, List<MetricBucket>> read =
                    reader.buckets(PUMP, METRICS, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), most);
            for (String metric : METRICS) {
                List<MetricBucket> buckets = read.getOrDefault(metric, List.of());
                long width = buckets.isEmpty()
                        ? 1
                        : buckets.getFirst().end() - buckets.getFirst().start();
                BucketGrid wanted = new BucketGrid(from, to, Math.max(width, (to - from) / 100_000 + 1));
                documents
                        .metricHistory()
                        .forEachPoint(
                                PUMP,
                                List.of(metric),
                                Instant.ofEpochMilli(from),
                                Instant.ofEpochMilli(to),
                                (time, values) -> wanted.add(time, values[0]));
                assertThat(buckets).hasSizeLessThanOrEqualTo(most);
                assertSame(buckets, wanted.buckets());
            }
        }

        private static void assertSame(List<MetricBucket> read, List<MetricBucket> wanted) {
            assertThat(read.stream().map(Plant::withoutSum))
                    .isEqualTo(wanted.stream().map(Plant::withoutSum).toList());
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i).sum()).isCloseTo(wanted.get(i).sum(), within(1e-6));
            }
        }

        /** Sums are added in another order, and so may differ in their last digits. */
        private static MetricBucket withoutSum(MetricBucket b) {
            return new MetricBucket(
                    b.start(), b.end(), b.count(), b.min(), b.minAt(), b.max(), b.maxAt(), 0, b.first(), b.last());
        }

        void settle() {
            for (int i = 0; i < 3; i++) {
                work(2);
                nanos += RollupHolds.REST.toNanos();
            }
        }
    }

    @Property(tries = 150)
    void windowsTellWhatTheSamplesSayAtEveryMoment(@ForAll long seed) {
        Plant plant = new Plant(seed);
        for (int i = 0; i < 12; i++) {
            plant.step();
            plant.check();
        }
        plant.settle();
        assertThat(plant.documents.metricRollups().marks(PUMP)).isEmpty();
        for (int i = 0; i < 8; i++) {
            plant.check();
        }
    }
}
