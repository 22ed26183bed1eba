package com.prosynchub.ui.assets;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendFeed;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Trend of the shown asset's metrics: which are drawn, their history, and what comes in while it is visible. FX thread. */
public final class AssetTrendViewModel {
    /** Live samples are asked for this often while the trend is visible. */
    static final Duration LIVE = Duration.ofSeconds(1);
    /** Metrics drawn when an asset is chosen; more can be ticked. */
    static final int AT_FIRST = 2;

    private final TrendService trends;
    private final TaskRunner tasks;
    private final TrendModel model;
    private final TrendFeed feed;
    private final ObservableList<AssetMetric> choices = FXCollections.observableArrayList();
    private final Set<String> chosen = new LinkedHashSet<>();
    private @Nullable UUID asset;
    private @Nullable Cancellable polling;

    public AssetTrendViewModel(TrendService trends, TaskRunner tasks) {
        this.trends = trends;
        this.tasks = tasks;
        model = new TrendModel(tasks.ui().clock());
        feed = new TrendFeed(model, new Source(trends), tasks);
    }

    /** The metrics of the shown asset; the first ones with a value are drawn unless the person has chosen. */
    public void offer(@Nullable UUID id, List<AssetMetric> metrics) {
        boolean other = !Objects.equals(asset, id);
        asset = id;
        if (other) {
            chosen.clear();
        }
        boolean same = !other
                && choices.stream()
                        .map(AssetMetric::name)
                        .toList()
                        .equals(metrics.stream().map(AssetMetric::name).toList());
        if (same) {
            adoptLimits(metrics);
            return;
        }
        if (chosen.isEmpty()) {
            metrics.stream().limit(AT_FIRST).forEach(metric -> chosen.add(metric.name()));
        }
        choices.setAll(metrics);
        draw();
        if (other) {
            lookWhereDataIs();
        }
    }

    /** Draws a metric, or takes it away. */
    public void choose(String metric, boolean on) {
        if (on ? chosen.add(metric) : chosen.remove(metric)) {
            draw();
        }
    }

    public boolean isChosen(String metric) {
        return chosen.contains(metric);
    }

    /** Visible: take in new samples. */
    public void start() {
        stop();
        feed.poll();
        polling = tasks.ui().every(LIVE, feed::poll);
    }

    /** Hidden: stop asking. */
    public void stop() {
        Cancellable running = polling;
        if (running != null) {
            running.cancel();
            polling = null;
        }
    }

    private void draw() {
        UUID id = asset;
        if (id == null) {
            feed.setLines(List.of());
            return;
        }
        feed.setLines(choices.stream()
                .filter(metric -> chosen.contains(metric.name()))
                .map(metric -> new TrendFeed.Line(id, metric.name(), trace(id, metric)))
                .toList());
    }

    private static Trace trace(UUID id, AssetMetric metric) {
        BigDecimal value = metric.value();
        int decimals = value == null ? 2 : Formats.decimalsFor(value.doubleValue());
        return new Trace(
                        id + "/" + metric.name(),
                        metric.name().replace('_', ' '),
                        metric.unit() == null ? "" : metric.unit(),
                        decimals)
                .setLimits(metric.limits());
    }

    private void adoptLimits(List<AssetMetric> metrics) {
        for (AssetMetric metric : metrics) {
            model.trace(asset + "/" + metric.name())
                    .filter(trace -> !trace.limits().equals(metric.limits()))
                    .ifPresent(trace -> {
                        trace.setLimits(metric.limits());
                        model.changed();
                    });
        }
    }

    /** An asset last measured long ago opens on its own past instead of on an empty hour. */
    private void lookWhereDataIs() {
        UUID id = asset;
        if (id == null) {
            return;
        }
        tasks.run(() -> trends.span(id))
                .newest(TaskKey.of(this, "span"))
                .onSuccess(span -> span.ifPresent(there -> {
                    Instant now = tasks.ui().clock().instant();
                    if (Duration.between(there.last(), now).compareTo(TrendModel.DEFAULT_SPAN) > 0) {
                        model.setWindow(pastWindow(there.first(), there.last()));
                    } else {
                        model.reset();
                    }
                }))
                .onFailure(failure -> {}) // the history itself fails too, and says so
                .start();
    }

    private static TimeWindow pastWindow(Instant first, Instant last) {
        long span = Math.max(Duration.between(first, last).toMillis(), 60_000);
        long shown = Math.min(span, Duration.ofDays(400).toMillis());
        long end = last.toEpochMilli() + shown / 50;
        return TimeWindow.ending(end, shown + shown / 25);
    }

    public TrendModel model() {
        return model;
    }

    public TrendFeed feed() {
        return feed;
    }

    /** The metrics that can be drawn. */
    public ObservableList<AssetMetric> choices() {
        return choices;
    }

    private record Source(TrendService trends) implements TrendFeed.Source {
        @Override
        public TrendFeed.Loaded load(UUID asset, Set<String> metrics, Instant from, Instant to, int points) {
            TrendData data = trends.load(asset, metrics, from, to, points);
            return new TrendFeed.Loaded(data.lines(), data.reduced(), data.buckets());
        }

        @Override
        public List<MetricSample> since(UUID asset, Instant after) {
            return trends.newestSince(asset, after);
        }
    }
}
