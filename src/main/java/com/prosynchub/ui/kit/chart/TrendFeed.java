package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Fills a chart: history for the window it came to rest on, of which only the newest question counts, and the samples that
 * came in since. Free of scene types; FX thread, the source is called on workers.
 */
public final class TrendFeed {
    /** Points asked for per line: about two for each pixel of a wide window and its margins. */
    static final int POINTS = 6_000;
    /** How much more than the window is asked for on each side, so that a small move shows something at once. */
    private static final double MARGIN = 0.5;

    private static final int SAMPLED = 200;

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
     * @param reduced whether the lines hold fewer points than were measured
     */
    public record Loaded(List<MetricSeries> lines, boolean reduced) {
        public Loaded {
            lines = List.copyOf(lines);
        }
    }

    /** A trace of a chart, and which metric of which asset it shows. */
    public record Line(UUID asset, String metric, Trace trace) {}

    private final TrendModel model;
    private final Source source;
    private final TaskRunner tasks;
    private final Map<UUID, Map<String, Trace>> lines = new LinkedHashMap<>();
    private final Map<UUID, Instant> seen = new HashMap<>();
    private final Set<UUID> loading = new LinkedHashSet<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

    public TrendFeed(TrendModel model, Source source, TaskRunner tasks) {
        this.model = model;
        this.source = source;
        this.tasks = tasks;
    }

    /** Shows these lines from now on, in this order, and fetches their history. */
    public void setLines(List<Line> shown) {
        lines.clear();
        seen.clear();
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
    }

    /** Takes in what was measured since the last time; call when something was announced, or every few seconds. */
    public void poll() {
        lines.forEach((asset, traces) -> {
            Instant after = seen.get(asset);
            if (after != null && !loading.contains(asset)) {
                tasks.run(() -> source.since(asset, after))
                        .newest(TaskKey.of(this, "live/" + asset))
                        .onSuccess(samples -> append(asset, samples))
                        // The banner says what is down; a live line that waits is no failure of its own.
                        .onFailure(ignored -> {})
                        .start();
            }
        });
    }

    private void show(UUID asset, Loaded loaded, Instant from, Instant to) {
        failure.set(null);
        Map<String, Trace> traces = lines.getOrDefault(asset, Map.of());
        TimeWindow window = new TimeWindow(from.toEpochMilli(), to.toEpochMilli());
        for (MetricSeries line : loaded.lines()) {
            Trace trace = traces.get(line.metric());
            if (trace != null) {
                trace.series().replace(window, line.times(), line.values());
                trace.setInterval(loaded.reduced() ? Duration.ZERO : usual(line.times()));
            }
        }
        model.changed();
    }

    private void append(UUID asset, List<MetricSample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        Map<String, Trace> traces = lines.getOrDefault(asset, Map.of());
        for (MetricSample sample : samples) {
            long time = sample.timestamp().toEpochMilli();
            sample.metrics().forEach((metric, value) -> {
                Trace trace = traces.get(metric);
                if (trace != null) {
                    trace.series().append(time, value);
                }
            });
        }
        seen.put(asset, samples.getLast().timestamp());
        model.changed();
    }

    /** The usual distance of samples: the median of the newest ones; zero when there are too few to tell. */
    static Duration usual(long[] times) {
        int from = Math.max(1, times.length - SAMPLED);
        if (times.length - from < 2) {
            return Duration.ZERO;
        }
        long[] steps = new long[times.length - from];
        for (int i = from; i < times.length; i++) {
            steps[i - from] = times[i] - times[i - 1];
        }
        Arrays.sort(steps);
        return Duration.ofMillis(steps[steps.length / 2]);
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
