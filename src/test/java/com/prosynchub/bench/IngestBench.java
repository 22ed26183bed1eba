package com.prosynchub.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.metric.IngestBuffer;
import com.prosynchub.service.metric.MetricIngest;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendFeed;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.bson.Document;

/**
 * The way in of measured values on the embedded stores: how many samples a second it takes beside what the bare driver stores
 * of the same documents in the same server, in a collection of the same definition, turn by turn; and how long a sample takes from a source to a chart while 2,000
 * come in a second. Seconds of the second part: the argument, 60 if none.
 */
public final class IngestBench {
    private static final PrintStream OUT = System.out;
    private static final int ASSETS = 200;
    private static final int BATCH = 5_000;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 30;
    private static final int SHOWN = 4;
    private static final int BEATS = 10;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final IngestSite site;
    private final MetricIngest ingest;

    private IngestBench(IngestSite site) {
        this.site = site;
        this.ingest = new MetricIngest(site.documents.metricHistory(), site.values, Clock.systemUTC());
    }

    public static void main(String[] args) throws Exception {
        int seconds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
        try (IngestSite site = new IngestSite(ASSETS)) {
            IngestBench bench = new IngestBench(site);
            bench.throughput();
            bench.latency(seconds);
        }
        Platform.exit();
    }

    private void throughput() throws IOException {
        long whole = 0;
        long bare = 0;
        try (MongoClient driver = site.driver()) {
            MongoCollection<Document> raw = site.like(driver, "assetMetricsHistory", "bare");
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                List<IncomingSample> samples = batch(round + WARM_UP);
                List<Document> documents =
                        samples.stream().map(IngestBench::document).toList();
                long began = System.nanoTime();
                raw.insertMany(documents);
                long between = System.nanoTime();
                ingest.ingest("bench", samples);
                long ended = System.nanoTime();
                if (round >= 0) {
                    bare += between - began;
                    whole += ended - between;
                }
            }
        }
        double samples = (double) ROUNDS * BATCH;
        say("bare driver: %,.0f samples/s, whole path: %,.0f", samples / bare * 1e9, samples / whole * 1e9);
        say("BENCH vs_raw_driver=%.2f", (double) bare / whole);
    }

    /** Twenty-five samples of every asset, a second apart. */
    private static List<IncomingSample> batch(int number) {
        List<IncomingSample> samples = new ArrayList<>(BATCH);
        int each = BATCH / ASSETS;
        for (int i = 0; i < BATCH; i++) {
            long second = (long) number * each + i / ASSETS;
            samples.add(sample(i % ASSETS, START.plusSeconds(second), Math.sin(second / 500.0)));
        }
        return samples;
    }

    private static IncomingSample sample(int asset, Instant at, double wave) {
        return new IncomingSample(
                IngestSite.asset(asset),
                at,
                Map.of(
                        "temperature",
                        75.2 + wave,
                        "pressure",
                        42.5 - wave,
                        "vibration",
                        0.24 + wave / 50,
                        "custom_metric_1",
                        123.45 * wave,
                        "custom_metric_2",
                        67.89),
                Map.of());
    }

    private static Document document(IncomingSample sample) {
        Date at = Date.from(sample.at());
        return new Document("asset_id", sample.assetId())
                .append("timestamp", at)
                .append("metrics", new Document(new HashMap<>(sample.values())))
                .append("created_at", at);
    }

    /** A chart of a few assets follows announcements as the trends screen does, while all assets measure. */
    private void latency(int seconds) throws InterruptedException {
        FxToolkitExtension.start();
        IngestBuffer buffer = new IngestBuffer(ingest, "bench", IngestBuffer.MOST, Clock.systemUTC());
        Map<UUID, Deque<long[]>> handed = new HashMap<>();
        for (int asset = 0; asset < SHOWN; asset++) {
            handed.put(IngestSite.asset(asset), new ConcurrentLinkedDeque<>());
        }
        List<Double> took = new ArrayList<>();
        try (RelationalSession session = site.signIn();
                var workers = Executors.newFixedThreadPool(4);
                ScheduledExecutorService beats = Executors.newScheduledThreadPool(2)) {
            TrendService trends =
                    new TrendService(new SessionAccessGate(session), new RecordSight(session), site.documents);
            FxTaskRunner tasks = new FxTaskRunner(workers, new FxUiScheduler());
            TrendModel model = Fx.call(() -> new TrendModel(tasks.ui().clock()));
            TrendFeed feed = Fx.call(() -> new TrendFeed(model, new Source(trends), tasks));
            Map<UUID, Trace> traces = new HashMap<>();
            handed.keySet().forEach(asset -> traces.put(asset, new Trace(asset.toString(), "temperature", "°C", 1)));
            Fx.run(() -> {
                feed.setLines(traces.entrySet().stream()
                        .map(e -> new TrendFeed.Line(e.getKey(), "temperature", e.getValue()))
                        .toList());
                model.onChange(() -> traces.forEach((asset, trace) -> arrived(handed.get(asset), trace, took)));
            });
            Fx.until(() -> !feed.busyProperty().get());
            UpdateThrottle throttle = Fx.call(() -> new UpdateThrottle(tasks.ui(), UpdateThrottle.LIVE, feed::poll));
            var heard = new ChangeService(session.changes())
                    .subscribe(Set.of(ChangeService.METRICS), change -> throttle.signal());
            CountDownLatch done = new CountDownLatch(seconds * BEATS);
            beats.scheduleAtFixedRate(
                    () -> {
                        hand(buffer, handed);
                        done.countDown();
                    },
                    0,
                    1000 / BEATS,
                    TimeUnit.MILLISECONDS);
            beats.scheduleWithFixedDelay(buffer::drain, 5, 5, TimeUnit.MILLISECONDS);
            done.await();
            heard.close();
            Fx.run(throttle::close);
        }
        report(took, seconds);
    }

    private void hand(IngestBuffer buffer, Map<UUID, Deque<long[]>> handed) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        long nanos = System.nanoTime();
        List<IncomingSample> samples = new ArrayList<>(ASSETS);
        for (int asset = 0; asset < ASSETS; asset++) {
            samples.add(sample(asset, now, Math.sin(nanos / 1e10)));
        }
        handed.values().forEach(queue -> queue.add(new long[] {now.toEpochMilli(), nanos}));
        buffer.offer(samples);
    }

    private static void arrived(Deque<long[]> handed, Trace trace, List<Double> took) {
        long newest = trace.series().isEmpty()
                ? Long.MIN_VALUE
                : trace.series().time(trace.series().size() - 1);
        for (long[] head = handed.peek(); head != null && head[0] <= newest; head = handed.peek()) {
            handed.poll();
            took.add((System.nanoTime() - head[1]) / 1e6);
        }
    }

    private void report(List<Double> took, int seconds) {
        int settled = took.size() / 10;
        double[] all = took.subList(settled, took.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (all.length < seconds * BEATS * SHOWN / 2) {
            throw new IllegalStateException("only " + all.length + " samples reached the chart");
        }
        say(
                "%,d samples reached the chart, the slowest after %.0f ms",
                all.length, Arrays.stream(all).max().orElse(0));
        say("BENCH arrival_to_screen_p50_ms=%.0f", all[all.length / 2]);
        say("BENCH arrival_to_screen_p95_ms=%.0f", all[all.length * 95 / 100]);
    }

    private record Source(TrendService trends) implements TrendFeed.Source {
        @Override
        public TrendFeed.Loaded load(UUID asset, Set<String> metrics, Instant from, Instant to, int points) {
            TrendData data = trends.load(asset, metrics, from, to, points);
            return new TrendFeed.Loaded(data.lines(), data.reduced());
        }

        @Override
        public List<MetricSample> since(UUID asset, Instant after) {
            return trends.newestSince(asset, after);
        }
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
