package com.prosynchub.bench;

import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/**
 * How the trend chart holds up on the software pipeline of the headless platform, 1280 x 900.
 *
 * <p>A frame here is a pulse that went all the way: the FX thread ran its animation, CSS and layout, and the renderer took the
 * changed parts of the scene into pixels; the next pulse does not begin before. The empty scene, measured in the same run, has
 * one node that changes in each frame, so that it too is rendered; its rate is what the platform's 60 Hz clock allows.
 *
 * <p>{@code -Dbench.arguments=quick} takes seconds instead of minutes; {@code wall}, {@code few}, {@code open} and {@code pan}
 * choose parts.
 */
public final class TrendBench {
    static final double WIDTH = 1280;
    static final double HEIGHT = 900;

    private static final PrintStream OUT = System.out;

    private TrendBench() {}

    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args);
        boolean quick = wanted.contains("quick");
        boolean all = wanted.stream().noneMatch(List.of("wall", "few", "open", "pan")::contains);
        FxToolkitExtension.start();
        Frames frames = new Frames(quick ? 3 : 15);
        if (all || wanted.contains("wall")) {
            double empty = frames.measure(TrendBench::empty).perSecond();
            say("BENCH trend_empty_fps=%.1f", empty);
            wall(frames, empty);
        }
        if (all || wanted.contains("few")) {
            few(frames);
        }
        if (all || wanted.contains("open")) {
            new TrendOpenBench(quick).run();
        }
        if (all || wanted.contains("pan")) {
            new TrendPanBench(quick ? 5 : 120).run();
        }
        Platform.exit();
    }

    static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }

    /** Nothing but one node that moves, so that each pulse has something to render. */
    private static Frames.Subject empty() {
        Pane pane = new Pane();
        javafx.scene.shape.Rectangle spot = new javafx.scene.shape.Rectangle(4, 4);
        pane.getChildren().add(spot);
        return new Frames.Subject(pane, 0, () -> spot.setX(spot.getX() > 100 ? 0 : spot.getX() + 1));
    }

    /** The wall: 12 charts of 4 traces of 100,000 points, a new point for each trace ten times a second. */
    private static void wall(Frames frames, double empty) throws Exception {
        Frames.Result live = frames.measure(() -> charts(12, 4, 100_000, 100, 100));
        say("BENCH trend_fps_12x4x100k=%.3f", live.perSecond() / empty);
        say("BENCH trend_fps_12x4x100k_per_s=%.1f", live.perSecond());
        say("BENCH trend_alloc_per_frame_kb=%.1f", live.kilobytes());
        say("BENCH trend_fx_busy_ms_per_frame=%.2f", live.busyMillis());
        say("BENCH trend_render_ms_per_frame=%.2f", live.renderMillis());
        Frames.Result every = frames.measure(() -> charts(12, 4, 100_000, 100, 0));
        say("BENCH trend_fps_12x4x100k_every_frame=%.3f", every.perSecond() / empty);
        say("BENCH trend_busy_every_frame=%.2f fx %.2f render", every.busyMillis(), every.renderMillis());
        say("BENCH trend_alloc_per_frame_every_frame_kb=%.1f", every.kilobytes());
    }

    /** Four charts of 5,000 points, fed at 25 Hz, against the two libraries. */
    private static void few(Frames frames) throws Exception {
        double ours = frames.measure(() -> charts(4, 1, 5_000, 40, 40)).perSecond();
        double chartFx = frames.measure(() -> Rivals.chartFx(4, 5_000)).perSecond();
        double lineChart = frames.measure(() -> Rivals.lineChart(4, 5_000)).perSecond();
        say("BENCH trend_4x5k_fps=%.1f", ours);
        say("BENCH trend_4x5k_chartfx_fps=%.1f", chartFx);
        say("BENCH trend_4x5k_linechart_fps=%.1f", lineChart);
        say("BENCH trend_vs_chartfx=%.2f", ours / chartFx);
        say("BENCH trend_vs_linechart=%.2f", ours / lineChart);
    }

    /**
     * Charts that are fed.
     *
     * @param step milliseconds between the points of a trace
     * @param every milliseconds between two feeds; 0 feeds and changes every chart in every frame
     */
    static Frames.Subject charts(int charts, int traces, int points, long step, long every) {
        List<TrendModel> models = new ArrayList<>();
        Parent grid = grid(charts, traces, points, step, models);
        Random random = new Random(2);
        return new Frames.Subject(grid, every, () -> feed(models, random));
    }

    static void feed(List<TrendModel> models, Random random) {
        for (TrendModel model : models) {
            List<Trace> traces = model.traces();
            for (int i = 0; i < traces.size(); i++) {
                traces.get(i).series().append(model.now(), 50 + 10 * i + random.nextGaussian());
            }
            model.changed();
        }
    }

    static Parent grid(int charts, int traces, int points, long step, List<TrendModel> models) {
        GridPane grid = new GridPane();
        Random random = new Random(1);
        int columns = charts > 4 ? 3 : 2;
        int rows = (charts + columns - 1) / columns;
        FxUiScheduler ui = new FxUiScheduler();
        for (int i = 0; i < charts; i++) {
            TrendModel model = new TrendModel(InstantSource.system());
            List<Trace> made = new ArrayList<>();
            for (int t = 0; t < traces; t++) {
                made.add(trace(model.now(), "Trace " + t, 50 + 10 * t, points, step, random));
            }
            model.setTraces(made);
            model.setSpan(Duration.ofMillis(points * step));
            models.add(model);
            TrendChart chart = new TrendChart(model, Formats.local(), ui);
            chart.setMinSize(0, 0);
            chart.setPrefSize(WIDTH / columns, HEIGHT / rows);
            grid.add(chart, i % columns, i / columns);
        }
        return grid;
    }

    static Trace trace(long now, String name, double level, int points, long step, Random random) {
        Trace trace = new Trace(name, name, "bar", 2).setInterval(Duration.ofMillis(step));
        for (int s = points; s > 0; s--) {
            double slow = 8 * Math.sin(s * 20.0 / points);
            trace.series().append(now - s * step, level + slow + random.nextGaussian());
        }
        return trace;
    }

    /** A window of the benchmark's size with this in it. FX thread. */
    static Stage show(Parent root) {
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        ThemeManager.apply(scene, Theme.DARK, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}
