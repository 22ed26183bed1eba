package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendFeed;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One chart of the trends screen: its lines, of any assets, their history and their newest samples. FX thread. */
public final class TrendPanelViewModel {
    /** Lines of one chart; more would not be told apart. */
    public static final int MOST_LINES = 8;

    /** What may be asked of the plant, on workers. */
    record Services(
            AssetService assets,
            MetricService metrics,
            TrendService trends,
            PanelMarks.Sources marks,
            Formats formats) {
        static Services of(SessionServices services, Formats formats) {
            return new Services(
                    services.assets(), services.metrics(), services.trends(), PanelMarks.Sources.of(services), formats);
        }
    }

    /** A line and the words that name it. */
    public record Line(UUID asset, String assetName, AssetMetric metric) {
        String id() {
            return asset + "/" + metric.name();
        }

        /** The metric's name as people read it. */
        String words() {
            return metric.name().replace('_', ' ');
        }

        boolean is(UUID ofAsset, String named) {
            return asset.equals(ofAsset) && metric.name().equals(named);
        }
    }

    private final Services services;
    private final TaskRunner tasks;
    private final TrendModel model;
    private final TrendFeed feed;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final BooleanSupplier firstOfPage;
    private Map<String, MetricNote> notes = Map.of();

    /** @param firstOfPage whether a first line here is the first of the whole page, so that nobody has chosen a time yet */
    TrendPanelViewModel(Services services, TaskRunner tasks, BooleanSupplier firstOfPage) {
        this.services = services;
        this.tasks = tasks;
        this.firstOfPage = firstOfPage;
        model = new TrendModel(tasks.ui().clock());
        feed = new TrendFeed(model, new Source(services.trends()), tasks);
    }

    /** Draws one more line; one that is drawn already, or one too many, changes nothing. */
    public void add(Line line) {
        boolean there = lines.stream().anyMatch(known -> known.id().equals(line.id()));
        if (there || lines.size() >= MOST_LINES) {
            return;
        }
        boolean first = lines.isEmpty() && firstOfPage.getAsBoolean();
        lines.add(line);
        draw();
        if (first) {
            lookWhereDataIs(line.asset());
        }
    }

    /** Draws exactly these lines, in this order; those beyond the eighth are left out. */
    public void show(List<Line> wanted) {
        lines.setAll(wanted.stream().limit(MOST_LINES).toList());
        draw();
    }

    /** What the chart is about: the assets of its lines. */
    public List<String> assetNames() {
        return lines.stream().map(Line::assetName).distinct().toList();
    }

    public void remove(Line line) {
        if (lines.remove(line)) {
            draw();
        }
    }

    /** Fetches what stands at the time axis, and the limits as they were; call with {@link TrendFeed#fetch}. */
    void mark() {
        List<Line> marked = List.copyOf(lines);
        TimeWindow window = model.window();
        if (marked.isEmpty()) {
            model.setMarkers(List.of());
            return;
        }
        tasks.run(() -> PanelMarks.read(services.marks(), marked, window, services.formats()))
                .newest(TaskKey.of(this, "marks"))
                .onSuccess(this::show)
                .onFailure(failure -> {}) // the lines say what is down; what stood there stays
                .start();
    }

    private void show(PanelMarks marks) {
        notes = marks.notes();
        marks.limits().forEach((id, steps) -> model.trace(id).ifPresent(trace -> {
            if (!steps.isEmpty() && !trace.limitSteps().equals(steps)) {
                trace.setLimitSteps(steps);
            }
        }));
        model.setMarkers(marks.markers());
    }

    /** The note that a marker stands for; empty for markers of other kinds. */
    public Optional<MetricNote> note(ChartMarker marker) {
        return Optional.ofNullable(notes.get(marker.id()));
    }

    /** Takes in what was measured since the last time. */
    void poll() {
        feed.poll();
    }

    private void draw() {
        feed.setLines(lines.stream()
                .map(line -> new TrendFeed.Line(line.asset(), line.metric().name(), trace(line)))
                .toList());
        mark();
    }

    private Trace trace(Line line) {
        AssetMetric metric = line.metric();
        // A line that stays keeps what it holds, its visibility and its place.
        return model.trace(line.id()).orElseGet(() -> new Trace(
                        line.id(),
                        line.words() + " · " + line.assetName(),
                        metric.unit() == null ? "" : metric.unit(),
                        metric.value() == null
                                ? 2
                                : Formats.decimalsFor(metric.value().doubleValue()))
                .setLimits(metric.limits()));
    }

    /** An asset last measured long ago opens on its own past instead of on an empty hour. */
    private void lookWhereDataIs(UUID asset) {
        tasks.run(() -> services.trends().span(asset))
                .newest(TaskKey.of(this, "span"))
                .onSuccess(span -> span.ifPresent(there -> {
                    Instant now = tasks.ui().clock().instant();
                    if (Duration.between(there.last(), now).compareTo(TrendModel.DEFAULT_SPAN) > 0) {
                        long length = Math.clamp(
                                Duration.between(there.first(), there.last()).toMillis(),
                                60_000,
                                Duration.ofDays(400).toMillis());
                        model.setWindow(
                                TimeWindow.ending(there.last().toEpochMilli() + length / 50, length + length / 25));
                    }
                }))
                .onFailure(failure -> {}) // the history itself fails too, and says so
                .start();
    }

    public TrendModel model() {
        return model;
    }

    public TrendFeed feed() {
        return feed;
    }

    /** In the order of their colours. */
    public ObservableList<Line> lines() {
        return lines;
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
