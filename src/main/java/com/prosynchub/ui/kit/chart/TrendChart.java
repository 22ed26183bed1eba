package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.Debouncer;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The trend chart: lines drawn into a pixel buffer, axes and legend as nodes. It repaints at most once a frame, all charts of a
 * window in the same one, and asks for history when its window has come to rest. {@link #dispose()} when done. FX thread.
 *
 * <p>Mouse and keys are described at {@link TrendGestures}; what they lead to outside of the chart is told to the handlers set
 * here.
 */
public final class TrendChart extends Region {
    /** Below this height the legend is one line. */
    private static final double LOW = 300;

    private static final long FIGURES_MILLIS = 200;
    private static final Duration REST = Duration.ofMillis(250);

    private final TrendModel model;
    private final UiScheduler ui;
    private final TrendBar bar;
    private final TrendStage stage;
    private final TrendLegend legend;
    private final TrendGestures gestures;
    private final Debouncer rest;
    private final List<Runnable> undo = new ArrayList<>();
    private Consumer<TimeWindow> onWindowChanged = window -> {};
    private @Nullable Cancellable ticking;
    private @Nullable TimeWindow settled;
    private Duration tickInterval = Duration.ZERO;
    private boolean followed;
    private boolean loading;
    private boolean figuresWanted = true;
    private long figuresAt;
    private long arranged = -1;

    public TrendChart(TrendModel model, Formats formats, UiScheduler ui) {
        this.model = model;
        this.ui = ui;
        model.setZone(formats.zone());
        bar = new TrendBar(model, formats);
        stage = new TrendStage(model, formats, this::afterFrame);
        legend = new TrendLegend(formats, this::toggled, stage::point);
        bar.setManaged(false);
        legend.setManaged(false);
        rest = new Debouncer(ui, REST);
        getStyleClass().add("psh-trend");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(bar, stage, legend);
        gestures = new TrendGestures(model, stage);
        gestures.install(this);
        undo.add(model.onChange(this::changed)::cancel);
        undo.add(subscribed(model.cursorProperty().subscribe(at -> stage.requestLayout())));
        undo.add(subscribed(model.silentSinceProperty().subscribe(since -> soon())));
        undo.add(subscribed(sceneProperty().subscribe(now -> arrangeTicks())));
        setPrefSize(800, 420);
        setMinSize(320, 200);
    }

    /** Is told of a window that came to rest, so that its history can be fetched: at first, and after each move. */
    public void setOnWindowChanged(Consumer<TimeWindow> handler) {
        onWindowChanged = handler;
        settled = null;
        stage.requestLayout();
    }

    /** Is told which marker was pressed. */
    public void setOnMarker(Consumer<ChartMarker> handler) {
        stage.markers().setOnPress(handler);
    }

    /** Is told at which instant a note is wanted: where the reading line stands, else in the middle of the window. */
    public void setOnNote(Consumer<Instant> handler) {
        gestures.setOnNote(handler);
    }

    /** Is told that what is shown is wanted in a file. */
    public void setOnExport(Runnable handler) {
        gestures.setOnExport(handler);
    }

    /** Says quietly that history is on its way; what is there stays. */
    public void setLoading(boolean on) {
        loading = on;
        stage.setLoading(on);
        soon();
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

    /** Shows itself as in a picture of some scale, without what can be pressed; 0 goes back to the screen. */
    void setPicture(double scale) {
        bar.setPicture(scale > 0);
        stage.setPictureScale(scale);
        figuresWanted = true;
        requestLayout();
        applyCss();
        layout();
    }

    TrendStage stage() {
        return stage;
    }

    /** The painted pixels, for tests. */
    @Nullable
    PlotFrame painted() {
        return stage.canvas().frame();
    }

    Region plot() {
        return stage.plot();
    }

    ChartColors colors() {
        return stage.colors();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        bar.setRoom(width);
        boolean low = getHeight() < LOW * stage.em();
        legend.setCompact(low);
        if (low) {
            // Its rows decide its height.
            legend.update(stage.axes().views(), model.now());
        }
        double barHeight = bar.prefHeight(width);
        bar.resizeRelocate(0, 0, width, barHeight);
        double legendHeight = Math.min(legend.prefHeight(width), getHeight() * 0.35);
        legend.resizeRelocate(0, getHeight() - legendHeight, width, legendHeight);
        stage.resizeRelocate(0, barHeight, width, Math.max(20, getHeight() - legendHeight - barHeight));
        stage.restructure();
    }

    /** A frame was painted: figures follow five times a second at most, faster ones cannot be read. */
    private void afterFrame() {
        settle();
        long now = model.now();
        if (figuresWanted || Math.abs(now - figuresAt) >= FIGURES_MILLIS) {
            figuresWanted = false;
            figuresAt = now;
            if (legend.update(stage.axes().views(), now)) {
                requestLayout();
            }
            bar.update(loading, stage.axes());
        }
    }

    private void changed() {
        long structure = model.revision();
        if (structure != arranged) {
            arranged = structure;
            stage.restructure();
            figuresWanted = true;
        }
        stage.requestLayout();
        arrangeTicks();
    }

    private void soon() {
        figuresWanted = true;
        stage.requestLayout();
    }

    private void toggled() {
        model.changed();
    }

    /** While following, the window slides by about a pixel at a time, between 20 times a second and once. */
    private void arrangeTicks() {
        long perPixel =
                (long) (model.window().span() / Math.max(100, stage.plot().getWidth()));
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
            ticking = ui.every(interval, stage::requestLayout);
        }
    }

    private void settle() {
        TimeWindow window = model.window();
        TimeWindow before = settled;
        boolean same = before != null
                && followed == model.isFollowing()
                && (followed ? before.span() == window.span() : before.equals(window));
        if (!same) {
            figuresWanted = true;
            settled = window;
            followed = model.isFollowing();
            rest.submit(() -> onWindowChanged.accept(model.window()));
        }
    }

    private static Runnable subscribed(Subscription subscription) {
        return subscription::unsubscribe;
    }
}
