package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Fills a chart: history for the window it came to rest on, of which only the newest question counts, the samples that came in
 * since, and the earlier period that is laid under it. History and live samples meet without seam or duplicate: what is asked
 * for again is taken once, and history never takes away what came in after it was asked. Free of scene types; FX thread, the
 * source is called on workers.
 */
public final class TrendFeed {
    /** Points asked for per line: about two for each pixel of a wide window and its margins. */
    static final int POINTS = 6_000;
    /** Live samples are asked for again from this much before the newest one: some are stored late. */
    static final Duration OVERLAP = Duration.ofSeconds(20);
    /** How much more than the window is asked for on each side, so that a small move shows something at once. */
    private static final double MARGIN = 0.5;

    /** Where samples come from; called on workers. */
    public interface Source {
        /** Lines of the named metrics in {@code [from, to)}; a value that is not a number marks a gap. */
        Loaded load(UUID asset, Set<String> metrics, Instant from, Instant to, int points);

        /** Samples after an instant, oldest first. */
        List<MetricSample> since(UUID asset, Instant after);
    }

    /**
     * What came of a question for history.
     *
     * @param lines single points of each metric
     * @param reduced whether the lines hold fewer points than were measured
     * @param buckets stretches of time, for metrics of which there are too many samples; they go before the lines
     */
    public record Loaded(List<MetricSeries> lines, boolean reduced, Map<String, List<MetricBucket>> buckets) {
        public Loaded {
            lines = List.copyOf(lines);
            buckets = Map.copyOf(buckets);
        }

        public Loaded(List<MetricSeries> lines, boolean reduced) {
            this(lines, reduced, Map.of());
        }

        private void forEach(BiConsumer<String, TracePoints> action) {
            for (MetricSeries line : lines) {
                if (buckets.getOrDefault(line.metric(), List.of()).isEmpty()) {
                    action.accept(line.metric(), TracePoints.samples(line.times(), line.values()));
                }
            }
            buckets.forEach((metric, some) -> action.accept(metric, TracePoints.stretches(some)));
        }
    }

    /** A trace of a chart, and which metric of which asset it shows. */
    public record Line(UUID asset, String metric, Trace trace) {}

    private final TrendModel model;
    private final Source source;
    private final TaskRunner tasks;
    private final Map<UUID, Map<String, Trace>> lines = new LinkedHashMap<>();
    private final Set<UUID> loading = new LinkedHashSet<>();
    private final Silence silence;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private Map<UUID, Instant> seen = new LinkedHashMap<>();
    private long earlierUntil = Long.MAX_VALUE;

    public TrendFeed(TrendModel model, Source source, TaskRunner tasks) {
        this.model = model;
        this.source = source;
        this.tasks = tasks;
        silence = new Silence(model);
        model.earlierProperty().addListener((all, before, now) -> fetchEarlier(model.window()));
    }

    /** Shows these lines from now on, in this order, and fetches their history. */
    public void setLines(List<Line> shown) {
        lines.clear();
        seen = new LinkedHashMap<>();
        silence.forget();
        shown.forEach(line -> lines.computeIfAbsent(line.asset(), key -> new LinkedHashMap<>())
                .put(line.metric(), line.trace()));
        model.setTraces(shown.stream().map(Line::trace).toList());
        fetch(model.window());
    }

    /** Fetches the history of a window and its margins. */
    public void fetch(TimeWindow window) {
        long margin = Math.round(window.span() * MARGIN);
        long now = model.now();
        Instant from = Instant.ofEpochMilli(window.from() - margin);
        Instant to = Instant.ofEpochMilli(Math.max(window.to(), Math.min(window.to() + margin, now)) + 1);
        lines.forEach((asset, traces) -> {
            Set<String> metrics = Set.copyOf(traces.keySet());
            seen.putIfAbsent(asset, Instant.ofEpochMilli(now));
            loading.add(asset);
            tasks.run(() -> source.load(asset, metrics, from, to, POINTS))
                    .newest(TaskKey.of(this, "history/" + asset))
                    .onSuccess(loaded -> show(asset, loaded, from, to))
                    .onFailure(failure::set)
                    .always(() -> {
                        loading.remove(asset);
                        busy.set(!loading.isEmpty());
                    })
                    .start();
        });
        busy.set(!loading.isEmpty());
        fetchEarlier(window);
    }

    /** Takes in what was measured since the last time; call when something was announced, or every second. */
    public void poll() {
        lines.forEach((asset, traces) -> {
            Instant after = seen.get(asset);
            if (after != null && !loading.contains(asset) && silence.mayAsk(asset)) {
                tasks.run(() -> source.since(asset, after.minus(OVERLAP)))
                        .newest(TaskKey.of(this, "live/" + asset))
                        .onSuccess(samples -> answered(asset, samples))
                        // The chart says since when nothing was heard; a live line that waits is no failure of its own.
                        .onFailure(ignored -> silence.failed(asset))
                        .start();
            }
        });
        if (model.window().to() > earlierUntil) {
            fetchEarlier(model.window());
        }
    }

    /** Fetches what lay under the window an earlier period ago, moved to lie under it now. */
    private void fetchEarlier(TimeWindow window) {
        long shift = model.earlierProperty().get().shift(window, model.zone());
        if (shift == 0) {
            earlierUntil = Long.MAX_VALUE;
            lines.values().forEach(traces -> traces.values().forEach(Trace::clearEarlier));
            model.changed();
            return;
        }
        long margin = Math.round(window.span() * MARGIN);
        earlierUntil = window.to() + margin;
        Instant from = Instant.ofEpochMilli(window.from() - margin - shift);
        Instant to = Instant.ofEpochMilli(window.to() + margin - shift);
        lines.forEach(
                (asset, traces) -> tasks.run(() -> source.load(asset, Set.copyOf(traces.keySet()), from, to, POINTS))
                        .newest(TaskKey.of(this, "earlier/" + asset))
                        .onSuccess(loaded -> {
                            boolean wanted = model.earlierProperty().get() != EarlierPeriod.NONE;
                            loaded.forEach((metric, points) -> {
                                Trace trace = traces.get(metric);
                                if (trace != null && wanted) {
                                    trace.clearEarlier();
                                    trace.earlier().merge(points.shifted(shift));
                                }
                            });
                            model.changed();
                        })
                        .onFailure(failure::set)
                        .start());
    }

    private void show(UUID asset, Loaded loaded, Instant from, Instant to) {
        failure.set(null);
        Map<String, Trace> traces = lines.getOrDefault(asset, Map.of());
        TimeWindow window = new TimeWindow(from.toEpochMilli(), to.toEpochMilli());
        loaded.forEach((metric, points) -> {
            Trace trace = traces.get(metric);
            if (trace != null) {
                trace.series().replace(window, points);
                trace.guessInterval(Intervals.usual(points, loaded.reduced()));
            }
        });
        loaded.buckets().forEach((metric, buckets) -> {
            Trace trace = traces.get(metric);
            if (trace != null) {
                trace.guessInterval(Intervals.usual(buckets));
            }
        });
        model.changed();
    }

    private void answered(UUID asset, List<MetricSample> samples) {
        int fresh = append(asset, samples);
        if (silence.answered(asset, fresh)) {
            // What was missed may be more than the newest samples: the window is asked for whole.
            fetch(model.window());
        }
    }

    private int append(UUID asset, List<MetricSample> samples) {
        Map<String, Trace> traces = lines.getOrDefault(asset, Map.of());
        int fresh = 0;
        for (MetricSample sample : samples) {
            long time = sample.timestamp().toEpochMilli();
            boolean any = false;
            for (Map.Entry<String, Double> measured : sample.metrics().entrySet()) {
                Trace trace = traces.get(measured.getKey());
                if (trace != null && !trace.series().holds(time, measured.getValue())) {
                    trace.series().append(time, measured.getValue());
                    any = true;
                }
            }
            fresh += any ? 1 : 0;
        }
        if (!samples.isEmpty()) {
            Instant newest = samples.getLast().timestamp();
            // A sample of the future must not keep those of the present from being asked for.
            Instant now = Instant.ofEpochMilli(model.now());
            seen.merge(asset, newest.isAfter(now) ? now : newest, (a, b) -> a.isAfter(b) ? a : b);
        }
        if (fresh > 0) {
            model.changed();
        }
        return fresh;
    }

    /** Whether history is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last question for history was not answered; null when it was. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
