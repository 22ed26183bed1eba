package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TrendFeedTest {
    private static final UUID ASSET = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final Duration SPAN = Duration.ofMinutes(10);

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final PlantStore store = new PlantStore();
    private final TrendModel model = new TrendModel(tasks.ui().clock());
    private final TrendFeed feed = new TrendFeed(model, store, tasks);
    private final Trace trace = new Trace("t", "T", "", 1);

    /** What a plant's store holds; samples come in any order, twice, and corrected. */
    private static final class PlantStore implements TrendFeed.Source {
        private final TreeMap<Long, Double> samples = new TreeMap<>();
        private final List<Instant> asked = new ArrayList<>();
        private List<MetricBucket> buckets = List.of();
        private boolean down;

        @Override
        public TrendFeed.Loaded load(UUID asset, Set<String> metrics, Instant from, Instant to, int points) {
            check();
            asked.add(from);
            var part = samples.subMap(from.toEpochMilli(), to.toEpochMilli());
            long[] times = part.keySet().stream().mapToLong(Long::longValue).toArray();
            double[] values =
                    part.values().stream().mapToDouble(Double::doubleValue).toArray();
            MetricSeries line = new MetricSeries("m", times, values);
            return new TrendFeed.Loaded(
                    List.of(line), !buckets.isEmpty(), buckets.isEmpty() ? Map.of() : Map.of("m", buckets));
        }

        @Override
        public List<MetricSample> since(UUID asset, Instant after) {
            check();
            return samples.tailMap(after.toEpochMilli(), false).entrySet().stream()
                    .map(entry -> new MetricSample(
                            ASSET, Instant.ofEpochMilli(entry.getKey()), Map.of("m", entry.getValue())))
                    .toList();
        }

        private void check() {
            if (down) {
                throw new FailureException(new Failure.Unavailable(Failure.Store.DOCUMENT, "down"));
            }
        }
    }

    private void open() {
        model.setSpan(SPAN);
        feed.setLines(List.of(new TrendFeed.Line(ASSET, "m", trace)));
    }

    /** Random order of samples, duplicates, gaps, corrections and answers: in the end the chart shows what is stored. */
    @Property(tries = 200)
    void historyAndLiveSamplesMeetWithoutSeamOrDuplicate(@ForAll long seed) {
        Random random = new Random(seed);
        open();
        for (int i = 0; i < 120; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> store.samples.put(model.now() - random.nextInt(3) * 400L, random.nextDouble());
                case 3 -> store.samples.put(model.now() - random.nextInt(15_000), random.nextDouble());
                case 4 -> feed.fetch(model.window());
                case 5 -> feed.poll();
                case 6 -> tasks.ui().advance(Duration.ofMillis(200 + random.nextInt(2000)));
                default -> {
                    if (tasks.waiting() > 0) {
                        tasks.runAt(random.nextInt(tasks.waiting()));
                    }
                }
            }
            inOrder();
        }
        tasks.runAll();
        // Nothing is asked for whole any more: what was stored late is found by asking for the newest alone.
        feed.poll();
        tasks.runAll();
        inOrder();
        long recent = model.now() - TrendFeed.OVERLAP.toMillis() / 4;
        assertThat(held(recent)).isEqualTo(Map.copyOf(store.samples.tailMap(recent)));
        feed.fetch(model.window());
        tasks.runAll();
        long from = model.window().from();
        assertThat(held(from)).isEqualTo(Map.copyOf(store.samples.tailMap(from)));
    }

    @Test
    void anAnswerThatWasOvertakenIsNotShown() {
        store.samples.put(model.now() - 1000, 1.0);
        open();
        feed.fetch(model.window());
        assertThat(tasks.waiting()).isEqualTo(2);
        store.samples.put(model.now() - 1000, 2.0);
        tasks.runAt(1);
        store.samples.put(model.now() - 1000, 3.0);
        tasks.runAt(0);
        assertThat(trace.series().value(0)).isEqualTo(2);
    }

    @Test
    void whatIsKnownAlreadyRepaintsNothing() {
        store.samples.put(model.now() - 1000, 1.0);
        open();
        tasks.runAll();
        long before = trace.series().version();
        feed.poll();
        tasks.runAll();
        assertThat(trace.series().version()).isEqualTo(before);
    }

    @Test
    void aSourceThatDoesNotAnswerIsSaidAndItsHoleIsMarkedOnceItIsFilled() {
        open();
        tasks.runAll();
        store.down = true;
        Instant since = Instant.ofEpochMilli(model.now());
        feed.poll();
        tasks.runAll();
        assertThat(model.silentSinceProperty().get()).isEqualTo(since);
        for (int i = 0; i < 60; i++) {
            tasks.ui().advance(Duration.ofSeconds(1));
            store.samples.put(model.now(), (double) i);
            feed.poll();
            tasks.runAll();
        }
        assertThat(model.silentSinceProperty().get()).isEqualTo(since);
        store.down = false;
        feed.poll();
        tasks.runAll();
        assertThat(model.silentSinceProperty().get()).isNull();
        assertThat(held(since.toEpochMilli())).hasSize(60);
        ChartMarker hole = model.markers().getFirst();
        assertThat(hole.kind()).isEqualTo(ChartMarker.Kind.HOLE);
        assertThat(hole.at()).isEqualTo(since);
        assertThat(hole.until()).isEqualTo(since.plusSeconds(60));
        assertThat(hole.text()).contains("60 samples");
    }

    @Test
    void aQuestionThatHangsIsSaidWithinThreeSeconds() {
        open();
        tasks.runAll();
        feed.poll();
        for (int i = 0; i < 3; i++) {
            tasks.ui().advance(Duration.ofSeconds(1));
            feed.poll();
        }
        assertThat(tasks.waiting()).as("asked once, not again and again").isEqualTo(1);
        assertThat(model.silentSinceProperty().get()).isNotNull();
    }

    @Test
    void anEarlierPeriodIsFetchedAndLaidUnderThePresentOne() {
        long now = model.now();
        store.samples.put(now - 86_400_000 - 60_000, 7.0);
        open();
        model.setEarlier(EarlierPeriod.DAY);
        tasks.runAll();
        assertThat(trace.earlier().size()).isEqualTo(1);
        assertThat(trace.earlier().time(0)).isEqualTo(now - 60_000);
        assertThat(trace.series().size()).isZero();
        model.setEarlier(EarlierPeriod.NONE);
        assertThat(trace.earlier().isEmpty()).isTrue();
    }

    @Test
    void stretchesOfTimeKeepTheirExtentAndCount() {
        long now = model.now();
        store.buckets = List.of(
                new MetricBucket(
                        now - 9000, now - 6000, 300, 1, now - 8000, 9, now - 7000, 900, now - 9000, now - 6010),
                new MetricBucket(
                        now - 6000, now - 3000, 300, 2, now - 5000, 8, now - 4000, 600, now - 6000, now - 3010));
        open();
        tasks.runAll();
        assertThat(trace.series().size()).isEqualTo(2);
        assertThat(trace.series().value(0)).isEqualTo(3);
        assertThat(trace.series().high(0)).isEqualTo(9);
        Extent all = new Extent();
        trace.series().extent(0, 2, all);
        assertThat(all.count()).isEqualTo(600);
        assertThat(all.mean()).isEqualTo(2.5);
        assertThat(trace.interval()).isEqualTo(Duration.ofMillis(10));
    }

    private void inOrder() {
        TraceSeries series = trace.series();
        for (int i = 1; i < series.size(); i++) {
            assertThat(series.time(i)).isGreaterThan(series.time(i - 1));
        }
    }

    private Map<Long, Double> held(long from) {
        Map<Long, Double> held = new TreeMap<>();
        TraceSeries series = trace.series();
        for (int i = series.indexAtOrAfter(from); i < series.size(); i++) {
            held.put(series.time(i), series.value(i));
        }
        return Map.copyOf(held);
    }
}
