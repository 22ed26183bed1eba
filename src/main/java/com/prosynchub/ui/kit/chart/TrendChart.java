package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The trend chart: lines drawn into a pixel buffer, axes and legend as nodes. It repaints at most once a frame and asks for
 * history when its window has come to rest. {@link #dispose()} when done. FX thread.
 */
public final class TrendChart extends Region {
    private static final double AXIS = 58;
    private static final double TIME_AXIS = 36;
    private static final double TICK_APART = 90;
    private static final long FIGURES_MILLIS = 200;
    private static final Duration REST = Duration.ofMillis(250);

    private final TrendModel model;
    private final Formats formats;
    private final UiScheduler ui;
    private final PlotSurface surface = new PlotSurface();
    private final PlotPainter painter = new PlotPainter();
    private final TrendAxes axes = new TrendAxes();
    private final Pane plot = new Pane();
    private final Label nothing = new Label(Messages.kit().text("chart.empty"));
    private final ChartPalette palette = new ChartPalette(this::requestLayout);
    private final TrendBar bar;
    private final TrendLabels labels;
    private final TrendCrosshair crosshair;
    private final TrendLegend legend;
    private final Debouncer rest;
    private final List<Runnable> undo = new ArrayList<>();
    private Consumer<TimeWindow> onWindowChanged = window -> {};
    private @Nullable Cancellable ticking;
    private @Nullable Trace pointed;
    private List<TrendAxes.View> views = List.of();
    private Object settled = "";
    private Duration tickInterval = Duration.ZERO;
    private boolean loading;
    private List<Object> figuresOf = List.of();
    private long figuresAt;

    public TrendChart(TrendModel model, Formats formats, UiScheduler ui) {
        this.model = model;
        this.formats = formats;
        this.ui = ui;
        bar = new TrendBar(model, formats);
        labels = new TrendLabels(formats);
        crosshair = new TrendCrosshair(formats);
        legend = new TrendLegend(formats, model::changed, this::point);
        rest = new Debouncer(ui, REST);
        getStyleClass().add("psh-trend");
        plot.getStyleClass().add("psh-trend-plot");
        nothing.getStyleClass().add("psh-trend-nothing");
        nothing.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.getChildren().addAll(surface.view(), crosshair);
        getChildren().addAll(palette, bar, plot, labels, nothing, legend);
        new TrendGestures(model, plot).install(this);
        undo.add(model.onChange(this::changed)::cancel);
        Subscription cursor = model.cursorProperty().subscribe(at -> read());
        undo.add(cursor::unsubscribe);
        Subscription scene = sceneProperty().subscribe(now -> arrangeTicks());
        undo.add(scene::unsubscribe);
        setPrefSize(800, 420);
        setMinSize(320, 200);
    }

    /** Is told of a window that came to rest, so that its history can be fetched: at first, and after each move. */
    public void setOnWindowChanged(Consumer<TimeWindow> handler) {
        onWindowChanged = handler;
        settled = "";
        requestLayout();
    }

    /** Says quietly that history is on its way; what is there stays. */
    public void setLoading(boolean on) {
        loading = on;
        requestLayout();
    }

    /** Stops ticking and lets go of the model. */
    public void dispose() {
        undo.forEach(Runnable::run);
        undo.clear();
        rest.cancel();
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    /** The painted pixels, for tests. */
    @Nullable
    PlotFrame painted() {
        return surface.painted();
    }

    Region plot() {
        return plot;
    }

    ChartColors colors() {
        return palette.colors();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double barHeight = bar.prefHeight(width);
        bar.resizeRelocate(0, 0, width, barHeight);
        TimeWindow window = model.window();
        Trace limited = limited();
        double guess = Math.max(40, plot.getHeight());
        views = axes.update(model, window, limited, (int) Math.max(2, guess / 44));
        boolean figures = figuresAreDue(window);
        if (figures) {
            legend.update(views, model.now());
        }
        double legendHeight = Math.min(legend.prefHeight(width), getHeight() * 0.35);
        legend.resizeRelocate(0, getHeight() - legendHeight, width, legendHeight);
        List<TrendAxes.Axis> sides = axes.axes(views);
        int leftAxes = Math.max(1, (sides.size() + 1) / 2);
        int rightAxes = sides.size() / 2;
        double left = AXIS * leftAxes;
        double right = width - Math.max(16, AXIS * rightAxes);
        double top = barHeight + 4;
        double height = Math.max(20, getHeight() - legendHeight - TIME_AXIS - top);
        double plotWidth = Math.max(20, right - left);
        plot.resizeRelocate(left, top, plotWidth, height);
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(window, formats.zone(), formats.locale(), (int) (plotWidth / TICK_APART));
        paint(window, ticks, limited, plotWidth, height);
        label(window, ticks, limited, sides, left, top, plotWidth, height);
        boolean empty = views.stream()
                .noneMatch(view -> view.trace().isVisible() && !view.extent().isEmpty());
        nothing.setVisible(empty && !loading);
        nothing.autosize();
        nothing.relocate(left + (plotWidth - nothing.getWidth()) / 2, top + (height - nothing.getHeight()) / 2);
        if (figures) {
            bar.update(loading);
        }
        read();
        settle(window);
    }

    /** Figures change five times a second at most: faster ones cannot be read. What the person did shows at once. */
    private boolean figuresAreDue(TimeWindow window) {
        List<Object> shape = new ArrayList<>();
        shape.add(loading);
        shape.add(model.isFollowing() ? (Object) window.span() : window);
        for (Trace trace : model.traces()) {
            shape.add(trace.id());
            shape.add(trace.isVisible());
        }
        boolean due = !shape.equals(figuresOf) || Math.abs(model.now() - figuresAt) >= FIGURES_MILLIS;
        if (due) {
            figuresOf = shape;
            figuresAt = model.now();
        }
        return due;
    }

    private void paint(
            TimeWindow window, List<TimeTicks.Tick> ticks, @Nullable Trace limited, double width, double height) {
        List<PlotPainter.Line> lines = views.stream()
                .filter(view -> view.trace().isVisible())
                .map(view -> new PlotPainter.Line(view.trace(), view.scale(), view.colour()))
                .toList();
        PlotPainter.Line limitsOf = lines.stream()
                .filter(line ->
                        line.trace() == limited && model.limitsShownProperty().get())
                .findFirst()
                .orElse(null);
        double scale = outputScale();
        PlotFrame frame = surface.frame(width, height, scale);
        painter.paint(
                frame,
                new PlotPainter.Plot(
                        window,
                        scale,
                        ticks.stream().map(TimeTicks.Tick::time).toList(),
                        model.markers().stream()
                                .map(marker -> marker.at().toEpochMilli())
                                .toList(),
                        lines,
                        limitsOf,
                        staleFrom(lines),
                        model.now()),
                palette.colors());
        surface.show();
    }

    private void label(
            TimeWindow window,
            List<TimeTicks.Tick> ticks,
            @Nullable Trace limited,
            List<TrendAxes.Axis> sides,
            double left,
            double top,
            double width,
            double height) {
        labels.begin();
        for (int i = 0; i < sides.size(); i++) {
            boolean onLeft = i % 2 == 0;
            double outward = AXIS * Math.floorDiv(i, 2);
            double x = onLeft ? left - 8 - outward : left + width + 8 + outward;
            labels.values(sides.get(i), x, onLeft, top, height);
        }
        labels.times(ticks, window, left, top + height, width);
        if (limited != null && model.limitsShownProperty().get()) {
            views.stream()
                    .filter(view -> view.trace() == limited)
                    .findFirst()
                    .ifPresent(view -> labels.limits(limited, view.scale(), left + width, top, height));
        }
        labels.end();
    }

    /** The trace pointed at, else the first visible one that has limits. */
    private @Nullable Trace limited() {
        if (pointed != null && pointed.isVisible()) {
            return pointed;
        }
        return model.traces().stream()
                .filter(trace -> trace.isVisible() && !trace.limits().equals(MetricLimits.NONE))
                .findFirst()
                .orElse(null);
    }

    /** From when on nothing is known: only once every visible trace is stale. */
    private long staleFrom(List<PlotPainter.Line> lines) {
        long now = model.now();
        boolean stale =
                !lines.isEmpty() && lines.stream().allMatch(line -> line.trace().isStale(now));
        return !stale
                ? Long.MAX_VALUE
                : lines.stream()
                        .mapToLong(line -> line.trace().series().newestTime())
                        .max()
                        .orElse(Long.MAX_VALUE);
    }

    private double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    private void changed() {
        requestLayout();
        arrangeTicks();
    }

    private void point(@Nullable Trace trace) {
        pointed = trace;
        requestLayout();
    }

    private void read() {
        crosshair.read(model.cursorProperty().get(), model.window(), views, plot.getWidth(), plot.getHeight());
    }

    /** While following, the window slides by about a pixel at a time, between 20 times a second and once. */
    private void arrangeTicks() {
        long perPixel = (long) (model.window().span() / Math.max(100, plot.getWidth()));
        Duration interval = getScene() == null ? Duration.ZERO : Duration.ofMillis(Math.clamp(perPixel, 50, 1000));
        if (interval.equals(tickInterval)) {
            return;
        }
        tickInterval = interval;
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
        if (!interval.isZero()) {
            ticking = ui.every(interval, this::requestLayout);
        }
    }

    private void settle(TimeWindow window) {
        Object state = model.isFollowing() ? (Object) window.span() : window;
        if (!state.equals(settled)) {
            settled = state;
            rest.submit(() -> onWindowChanged.accept(model.window()));
        }
    }
}
