package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.prosynchub.ui.kit.chart.TrendModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * The longest time for which the FX thread did nothing else, while the wall is fed ten times a second and its charts are panned
 * and zoomed in every frame. One turn of the FX thread is one pulse: from the beginning of its animations until what it posted
 * to itself after layout runs, which is when the next event could be taken.
 */
final class TrendPanBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final int seconds;

    TrendPanBench(int seconds) {
        this.seconds = seconds;
    }

    void run() throws Exception {
        List<TrendModel> models = new ArrayList<>();
        Stage stage = Fx.call(() -> TrendBench.show(TrendBench.grid(12, 4, 100_000, 100, models)));
        Fx.pulse();
        pan(models, Math.min(seconds, 10));
        List<Turn> turns = pan(models, seconds);
        Fx.run(stage::close);
        List<Double> wall = turns.stream().map(Turn::wall).sorted().toList();
        List<Double> cpu = turns.stream().map(Turn::cpu).sorted().toList();
        TrendBench.say("BENCH trend_fx_stall_ms_max=%.1f", wall.getLast());
        TrendBench.say("BENCH trend_fx_turn_ms_p99=%.1f", wall.get(wall.size() * 99 / 100));
        TrendBench.say("BENCH trend_fx_turn_ms_p50=%.1f", wall.get(wall.size() / 2));
        TrendBench.say("BENCH trend_fx_turn_cpu_ms_max=%.1f", cpu.getLast());
        TrendBench.say("BENCH trend_fx_turn_cpu_ms_p99=%.1f", cpu.get(cpu.size() * 99 / 100));
        TrendBench.say("BENCH trend_fx_turn_cpu_ms_p50=%.1f", cpu.get(cpu.size() / 2));
    }

    /** One turn of the FX thread in milliseconds: by the clock, and of the processor alone. */
    private record Turn(double wall, double cpu) {}

    private static List<Turn> pan(List<TrendModel> models, int seconds) throws Exception {
        CompletableFuture<List<Turn>> result = new CompletableFuture<>();
        Random random = new Random(5);
        List<Turn> turns = new ArrayList<>();
        Fx.run(() -> new AnimationTimer() {
            private long first;
            private long fed;
            private int frame;

            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                long busy = CPU.getCurrentThreadCpuTime();
                first = first == 0 ? start : first;
                if (start - fed > 100_000_000L) {
                    fed = start;
                    TrendBench.feed(models, random);
                }
                frame++;
                for (TrendModel model : models) {
                    move(model, frame);
                }
                javafx.application.Platform.runLater(() -> turns.add(
                        new Turn((System.nanoTime() - start) / 1e6, (CPU.getCurrentThreadCpuTime() - busy) / 1e6)));
                if (start - first > seconds * 1_000_000_000L) {
                    stop();
                    result.complete(turns);
                }
            }
        }.start());
        return result.get(seconds * 20L + 60, TimeUnit.SECONDS);
    }

    /** Back and forth by a hundredth of the window, and now and then a step of the wheel in or out. */
    private static void move(TrendModel model, int frame) {
        int turn = frame % 400;
        if (frame % 50 == 0) {
            model.zoom(
                    turn < 200 ? 0.8 : 1.25,
                    model.window().from() + model.window().span() / 3);
        } else {
            model.pan(turn < 200 ? -0.01 : 0.01);
        }
    }
}
