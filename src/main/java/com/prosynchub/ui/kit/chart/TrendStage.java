package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The plot with its axes. It is not managed by its chart, so that a frame in which only samples changed lays out nothing but
 * itself. FX thread.
 */
final class TrendStage extends Region {
    /** The size of the axes' text for which these lengths are meant; with larger text they grow. */
    private static final double FONT = 11;

    private static final double NARROW = 520;
    private static final double TOP = 8;
    private static final double AXIS = 58;
    private static final double TIME_AXIS = 36;
    private static final double TICK_APART = 90;
    private static final double VALUE_APART = 44;

    private final TrendModel model;
    private final Formats formats;
    private final PlotCanvas canvas = new PlotCanvas();
    private final TrendAxes axes = new TrendAxes();
    private final Pane plot = new Pane();
    private final Rectangle box = new Rectangle();
    private final Label ruler = new Label();
    private final Label nothing = new Label(Messages.kit().text("chart.empty"));
    private final ChartPalette palette = new ChartPalette(this::recolour);
    private final TrendLabels labels;
    private final TrendLabels times;
    private final TrendCrosshair crosshair;
    private final TrendMarkers markers;
    private final Runnable afterFrame;
    private @Nullable Trace pointed;
    private @Nullable ChartColors colors;
    private PlotTime time;
    private List<TimeTicks.Tick> ticks = List.of();
    private PlotTime ticksFor;
    private List<PlotPainter.Line> lines = List.of();
    private PlotPainter.@Nullable Line limitsOf;
    private boolean whole = true;
    private boolean loading;
    private double pictureScale;

    TrendStage(TrendModel model, Formats formats, Runnable afterFrame) {
        this.model = model;
        this.formats = formats;
        this.afterFrame = afterFrame;
        labels = new TrendLabels(formats);
        times = new TrendLabels(formats);
        crosshair = new TrendCrosshair(formats);
        markers = new TrendMarkers(formats);
        time = PlotTime.of(model.window(), 100);
        ticksFor = time;
        setManaged(false);
        plot.getStyleClass().add("psh-trend-plot");
        nothing.getStyleClass().add("psh-trend-nothing");
        nothing.setMouseTransparent(true);
        nothing.setManaged(false);
        ruler.getStyleClass().add("psh-trend-axis");
        ruler.setManaged(false);
        ruler.setVisible(false);
        ruler.fontProperty().subscribe(font -> restructure());
        box.getStyleClass().add("psh-trend-box");
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
        plot.setManaged(false);
        plot.getChildren().addAll(canvas.view(), box, markers);
        getChildren().addAll(palette, ruler, plot, labels, times, nothing, crosshair);
    }

    Pane plot() {
        return plot;
    }

    PlotCanvas canvas() {
        return canvas;
    }

    TrendAxes axes() {
        return axes;
    }

    TrendMarkers markers() {
        return markers;
    }

    ChartColors colors() {
        ChartColors known = colors;
        if (known == null) {
            known = palette.colors();
            colors = known;
        }
        return known;
    }

    /** The trace whose limits are wanted; null for the first that has any. */
    void point(@Nullable Trace trace) {
        pointed = trace;
        restructure();
    }

    void setLoading(boolean on) {
        loading = on;
        requestLayout();
    }

    /** Something but samples changed: everything is placed and painted anew. */
    void restructure() {
        whole = true;
        requestLayout();
    }

    /** Paints for an output scale of its own, for a picture; 0 goes back to the screen's. */
    void setPictureScale(double scale) {
        pictureScale = scale;
        restructure();
    }

    /** The rectangle that is being drawn with the pointer; null for none. */
    void setBox(double x0, double y0, double x1, double y1, boolean shown) {
        box.setVisible(shown);
        box.setX(Math.floor(Math.min(x0, x1)) + 0.5);
        box.setY(Math.floor(Math.min(y0, y1)) + 0.5);
        box.setWidth(Math.abs(x1 - x0));
        box.setHeight(Math.abs(y1 - y0));
    }

    /** The time at a place in the plot, also when the window moved since the last frame. */
    long timeAt(double x) {
        return Math.round(PlotTime.of(model.window(), time.columns()).time(x * outputScale()));
    }

    /** The axis at a place in this region; null over the plot or beside all axes. */
    TrendAxes.@Nullable Axis axisAt(double x, double y) {
        if (y < plot.getLayoutY() || y > plot.getLayoutY() + plot.getHeight()) {
            return null;
        }
        double toLeft = plot.getLayoutX() - x;
        double toRight = x - plot.getLayoutX() - plot.getWidth();
        double axis = AXIS * em();
        int index = toLeft > 0 ? 2 * (int) (toLeft / axis) : toRight > 0 ? 1 + 2 * (int) (toRight / axis) : -1;
        List<TrendAxes.Axis> sides = axes.axes();
        return index >= 0 && index < Math.min(most(), sides.size()) ? sides.get(index) : null;
    }

    @Override
    protected void layoutChildren() {
        double scale = outputScale();
        List<TrendAxes.Axis> sides = axes.axes();
        int named = Math.min(most(), sides.size());
        double em = em();
        double left = AXIS * em * Math.max(1, (named + 1) / 2);
        double width = Math.max(20, Math.floor(getWidth() - left - Math.max(16, AXIS * em * (named / 2))));
        double height = Math.max(20, Math.floor(getHeight() - TIME_AXIS * em - TOP));
        boolean resized = plot.getWidth() != width || plot.getHeight() != height || plot.getLayoutX() != left;
        if (resized) {
            plot.resizeRelocate(left, TOP, width, height);
        }
        PlotTime before = time;
        time = PlotTime.of(model.window(), (int) Math.round(width * scale));
        Trace limited = limited();
        boolean changed = axes.update(model, time, scale, limited, (int) Math.max(2, height / VALUE_APART / em));
        if (axes.axes() != sides) {
            // Other axes need other room: once more with it.
            whole = true;
            layoutChildren();
            return;
        }
        boolean other = whole || resized || changed;
        boolean moved = !time.equals(before);
        if (moved || other) {
            boolean fresh = mark(width);
            times.begin();
            times.times(ticks, time, scale, left, TOP + height, width, em);
            times.end();
            if (fresh || moved || other) {
                markers.show(model.markers(), time, scale, width, height, em);
            }
        }
        if (other) {
            arrange(limited, left, width, height);
        }
        canvas.show(
                new PlotPainter.Plot(time, scale, ticks, model.markers(), lines, limitsOf, model.now()),
                width,
                height,
                colors());
        nothing(left, width, height);
        crosshair.relocate(left, TOP);
        crosshair.read(model.cursorProperty().get(), time, scale, axes.views(), width, height);
        whole = false;
        afterFrame.run();
    }

    /** Marks of a longer stretch than the window, so that they stay while it moves on; whether they had to be made. */
    private boolean mark(double width) {
        double margin = ticksFor.to() - ticksFor.from();
        boolean fits = ticksFor.perColumn() == time.perColumn()
                && ticksFor.columns() == time.columns()
                && !ticks.isEmpty()
                && Math.abs(time.from() - ticksFor.from()) < margin;
        if (fits) {
            return false;
        }
        ticksFor = time;
        long span = Math.round(time.to() - time.from());
        TimeWindow wide = new TimeWindow((long) time.from() - span, (long) time.to() + span);
        ticks = TimeTicks.of(wide, formats.zone(), formats.locale(), 3 * (int) Math.max(1, width / TICK_APART / em()));
        return true;
    }

    private void arrange(@Nullable Trace limited, double left, double width, double height) {
        lines = axes.views().stream()
                .filter(view -> view.trace().isVisible())
                .map(view -> new PlotPainter.Line(view.trace(), view.scale(), view.colour()))
                .toList();
        boolean limits = model.limitsShownProperty().get();
        limitsOf = lines.stream()
                .filter(line -> limits && line.trace() == limited)
                .findFirst()
                .orElse(null);
        labels.begin();
        List<TrendAxes.Axis> sides = axes.axes();
        for (int i = 0; i < Math.min(most(), sides.size()); i++) {
            boolean onLeft = i % 2 == 0;
            double outward = AXIS * em() * (i / 2);
            double x = onLeft ? left - 8 - outward : left + width + 8 + outward;
            labels.values(sides.get(i), x, onLeft, TOP, height, em());
        }
        if (limitsOf != null) {
            labels.limits(limitsOf.trace(), limitsOf.scale(), left + width, TOP, height, em());
        }
        labels.end();
    }

    private void nothing(double left, double width, double height) {
        boolean some = axes.measured() > 0;
        nothing.setVisible(!some && !loading);
        if (nothing.isVisible()) {
            nothing.autosize();
            nothing.relocate(left + (width - nothing.getWidth()) / 2, TOP + (height - nothing.getHeight()) / 2);
        }
    }

    /** The trace pointed at, else the first visible one that has limits. */
    private @Nullable Trace limited() {
        if (pointed != null && pointed.isVisible()) {
            return pointed;
        }
        List<Trace> traces = model.traces();
        for (int i = 0; i < traces.size(); i++) {
            if (traces.get(i).isVisible() && !traces.get(i).limits().equals(MetricLimits.NONE)) {
                return traces.get(i);
            }
        }
        return null;
    }

    /** How many axes have room for their figures. */
    private int most() {
        return getWidth() < NARROW * em() ? 2 : TrendAxes.MOST;
    }

    /** How much larger than usual the text is. */
    double em() {
        return ruler.getFont().getSize() / FONT;
    }

    private void recolour() {
        colors = null;
        restructure();
    }

    private double outputScale() {
        if (pictureScale > 0) {
            return pictureScale;
        }
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }
}
