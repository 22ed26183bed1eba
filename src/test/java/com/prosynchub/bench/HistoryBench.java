package com.prosynchub.bench;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.service.metric.rollup.RollupReader;
import com.prosynchub.service.metric.rollup.RollupService;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Long windows through the sums against the samples themselves, on the embedded server with its usual settings and by the
 * same driver: a pump with seven years of minute data, and one with a tenth of that, both up to now and with samples that
 * are not summed up yet at their end.
 */
public final class HistoryBench {
    private static final PrintStream OUT = System.out;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LONG = YEAR.multipliedBy(7);
    private static final Duration SHORT = LONG.dividedBy(10);
    private static final long STEP = 60_000;
    private static final int BATCH = 5_000;
    private static final int PIXELS = 1_600;
    private static final Instant NOW = Instant.parse("2026-11-20T10:07:00Z");
    private static final UUID OLD = new UUID(1, 1);
    private static final UUID YOUNG = new UUID(1, 2);
    private static final List<String> METRIC = List.of("temperature");

    private final DocumentStore documents;
    private final RollupReader reader;
    private final TrendService trends;

    private HistoryBench(DocumentStore documents) {
        this.documents = documents;
        this.reader = RollupReader.of(documents);
        FakeRelationalSession viewer = FakeRelationalSession.of("Viewer");
        this.trends = new TrendService(new SessionAccessGate(viewer), new RecordSight(viewer), documents);
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("history-bench");
        try (EmbeddedStores stores = product(work)) {
            MongoStore.Config config = new MongoStore.Config(
                    "mongodb://127.0.0.1:" + stores.documentPort() + "/?tls=true",
                    DocumentServer.clientSslContext(stores.keys()),
                    "prosynchub");
            try (DocumentStore documents = MongoStore.open(config)) {
                documents.setUp();
                HistoryBench bench = new HistoryBench(documents);
                bench.fill(OLD, LONG);
                bench.fill(YOUNG, SHORT);
                bench.sumUp();
            }
            // Another process, as it were: nobody relies any more on what the first one marked.
            try (DocumentStore documents = MongoStore.open(config)) {
                List.of(OLD, YOUNG).forEach(asset -> documents
                        .metricRollups()
                        .unmark(documents.metricRollups().marks(asset)));
                HistoryBench bench = new HistoryBench(documents);
                bench.fill(OLD, NOW, Duration.ofMinutes(20));
                bench.fill(YOUNG, NOW, Duration.ofMinutes(20));
                bench.measure();
            }
        }
    }

    private void fill(UUID asset, Duration length) {
        long began = System.nanoTime();
        long samples = fill(asset, NOW.minus(length), length);
        double seconds = (System.nanoTime() - began) / 1e9;
        say("%,d samples stored in %.1f s, %,.0f/s", samples, seconds, samples / seconds);
    }

    private long fill(UUID asset, Instant from, Duration length) {
        MetricHistoryRepository history = documents.metricHistory();
        long end = length.toMillis() / STEP;
        List<MetricSample> batch = new ArrayList<>(BATCH);
        for (long i = 0; i < end; i++) {
            double wave = Math.sin(i / 500.0) + Math.sin(i / 7.0) / 9;
            batch.add(new MetricSample(
                    asset, from.plusMillis(i * STEP), Map.of("temperature", 75.2 + wave, "pressure", 42.5 - wave)));
            if (batch.size() == BATCH || i == end - 1) {
                history.insert(batch);
                batch.clear();
            }
        }
        return end;
    }

    private void sumUp() {
        long began = System.nanoTime();
        FakeRelationalSession admin = FakeRelationalSession.of("Administrator");
        int pieces = new RollupService(new SessionAccessGate(admin), documents, Clock.systemUTC())
                .rebuild(List.of(), (_, _) -> true);
        say("%,d stretches summed up in %.1f s", pieces, (System.nanoTime() - began) / 1e9);
    }

    private void measure() {
        Instant to = NOW.plus(Duration.ofMinutes(20));
        double buckets = median(60, () -> reader.buckets(OLD, METRIC, to.minus(YEAR), to, PIXELS));
        double raw = median(
                3,
                () -> documents.metricHistory().series(OLD, Set.copyOf(METRIC), to.minus(YEAR), to, Integer.MAX_VALUE));
        check(to);
        say("a year: %.1f ms in buckets, %.0f ms as samples", buckets * 1e3, raw * 1e3);
        say("BENCH year_vs_raw=%.1f", raw / buckets);
        double growth = 0;
        for (Duration window : List.of(Duration.ofHours(8), Duration.ofDays(30), Duration.ofDays(200))) {
            double[] both = turns(window, to);
            say(
                    "%d d: %.2f ms of the short history, %.2f ms of the long one",
                    window.toDays(), both[0] * 1e3, both[1] * 1e3);
            growth = Math.max(growth, both[1] / both[0]);
        }
        say("BENCH growth_10x=%.2f", growth);
        firstPixel("1h", Duration.ofHours(1), to);
        firstPixel("30d", Duration.ofDays(30), to);
        firstPixel("1y", YEAR, to);
        firstPixel("7y", LONG, to);
    }

    /** A fast answer that is wrong would be worth nothing. */
    private void check(Instant to) {
        List<MetricBucket> buckets =
                reader.buckets(OLD, METRIC, to.minus(YEAR), to, PIXELS).get("temperature");
        MetricSeries raw = documents
                .metricHistory()
                .series(OLD, Set.copyOf(METRIC), to.minus(YEAR), to, Integer.MAX_VALUE)
                .getFirst();
        long count = buckets.stream().mapToLong(MetricBucket::count).sum();
        double max = buckets.stream().mapToDouble(MetricBucket::max).max().orElse(Double.NaN);
        if (count != raw.size() || max != Arrays.stream(raw.values()).max().orElse(Double.NaN)) {
            throw new IllegalStateException("the sums say " + count + " samples, there are " + raw.size());
        }
    }

    /** Both histories take turns, so that neither gets the better moments of the machine. */
    private double[] turns(Duration window, Instant to) {
        int rounds = 60;
        double[] young = new double[rounds];
        double[] old = new double[rounds];
        for (int i = -10; i < rounds; i++) {
            double first = seconds(() -> reader.buckets(YOUNG, METRIC, to.minus(window), to, PIXELS));
            double second = seconds(() -> reader.buckets(OLD, METRIC, to.minus(window), to, PIXELS));
            if (i >= 0) {
                young[i] = first;
                old[i] = second;
            }
        }
        return new double[] {middle(young), middle(old)};
    }

    /** What a chart waits for before it can draw: the window and as much again beside it, as the feed asks for it. */
    private void firstPixel(String name, Duration window, Instant to) {
        double seconds = median(30, () -> {
            TrendData data = trends.load(OLD, METRIC, to.minus(window), to, 2 * PIXELS);
            if (data.points() == 0) {
                throw new IllegalStateException("nothing to draw");
            }
            return data;
        });
        say("BENCH first_pixel_ms_%s=%.1f", name, seconds * 1e3);
    }

    private static double median(int rounds, Supplier<?> work) {
        double[] seconds = new double[rounds];
        for (int i = -Math.max(1, rounds / 6); i < rounds; i++) {
            double took = seconds(work);
            if (i >= 0) {
                seconds[i] = took;
            }
        }
        return middle(seconds);
    }

    private static double seconds(Supplier<?> work) {
        long began = System.nanoTime();
        work.get();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double middle(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }

    private static EmbeddedStores product(Path work) {
        return EmbeddedStores.start(
                new EmbeddedStores.Options(
                        work.resolve("data"), work.resolve("cache"), List.of(), StartupProgress.silent()),
                logins -> {},
                (login, keys) -> new Documents(DocumentServer.start(
                        new DocumentServerConfig(login.jdbcUrl(), login.user(), login.password(), keys, 0))));
    }

    private record Documents(DocumentServer server) implements EmbeddedStores.DocumentSide {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
