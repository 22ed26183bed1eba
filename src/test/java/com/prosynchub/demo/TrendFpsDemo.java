package com.prosynchub.demo;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.theme.ThemeManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures frames per second of several live charts on the software pipeline, every chart repainted in every frame with new
 * samples. Arguments: charts, traces each, samples each. Run by hand; prints and asserts nothing.
 */
public final class TrendFpsDemo {
    private static final Logger LOG = LoggerFactory.getLogger(TrendFpsDemo.class);
    private static final int SECONDS = 6;

    private TrendFpsDemo() {}

    public static void main(String[] args) throws Exception {
        int charts = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int traces = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        int samples = args.length > 2 ? Integer.parseInt(args[2]) : 50_000;
        FxToolkitExtension.start();
        List<TrendModel> models = new ArrayList<>();
        Fx.run(() -> show(charts, traces, samples, models));
        Fx.pulse();
        measure(models, 2);
        long before = processorMillis();
        double fps = measure(models, SECONDS);
        double perFrame = (processorMillis() - before) / (fps * SECONDS);
        LOG.info(
                "{} charts x {} traces x {} samples: {} frames/s, {} ms of processor time a frame",
                charts,
                traces,
                samples,
                Math.round(fps * 10) / 10.0,
                Math.round(perFrame * 10) / 10.0);
        Platform.exit();
    }

    private static long processorMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static void show(int charts, int traces, int samples, List<TrendModel> models) {
        GridPane grid = new GridPane();
        Random random = new Random(1);
        int columns = charts > 4 ? 3 : 2;
        int rows = (charts + columns - 1) / columns;
        for (int i = 0; i < charts; i++) {
            TrendModel model = new TrendModel(InstantSource.system());
            List<Trace> made = new ArrayList<>();
            for (int t = 0; t < traces; t++) {
                Trace trace = new Trace("t" + t, "Trace " + t, "bar", 2).setInterval(Duration.ofMillis(100));
                double value = 50;
                for (int s = samples; s > 0; s--) {
                    value += random.nextGaussian();
                    trace.series().append(model.now() - s * 100L, value);
                }
                made.add(trace);
            }
            model.setTraces(made);
            model.setSpan(Duration.ofMillis(samples * 100L));
            models.add(model);
            TrendChart chart = new TrendChart(model, Formats.local(), new FxUiScheduler());
            chart.setMinSize(0, 0);
            chart.setPrefSize(990.0 / columns, 900.0 / rows);
            grid.add(chart, i % columns, i / columns);
        }
        Scene scene = new Scene(grid, 990, 900);
        ThemeManager.apply(scene, Theme.DARK, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    private static double measure(List<TrendModel> models, int seconds) throws Exception {
        CompletableFuture<Double> result = new CompletableFuture<>();
        Random random = new Random(2);
        Fx.run(() -> new AnimationTimer() {
            private long first;
            private int frames;

            @Override
            public void handle(long now) {
                first = first == 0 ? now : first;
                frames++;
                for (TrendModel model : models) {
                    for (Trace trace : model.traces()) {
                        trace.series().append(model.now(), 50 + random.nextGaussian());
                    }
                    model.changed();
                }
                if (now - first > seconds * 1_000_000_000L) {
                    stop();
                    result.complete(frames * 1e9 / (now - first));
                }
            }
        }.start());
        return result.get();
    }
}
