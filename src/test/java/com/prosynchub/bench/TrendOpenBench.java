package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.stage.Stage;

/**
 * How long it takes to bring a month before the eyes when it is in memory: 2.6 million samples of one a second against 1,600
 * points, in the same chart of the same size. Measured from setting the traces until the chart has laid out and painted itself;
 * the median of many, in turns, by the processor time of the FX thread.
 */
final class TrendOpenBench {
    private static final int SECONDS = 2_600_000;
    private static final int FEW = 1_600;
    private static final int WARM = 100;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final int rounds;

    TrendOpenBench(boolean quick) {
        rounds = quick ? 30 : 200;
    }

    void run() {
        TrendModel model = new TrendModel(InstantSource.system());
        long now = model.now();
        Trace many = TrendBench.trace(now, "many", 50, SECONDS, 1000, new Random(3));
        Trace few = TrendBench.trace(now, "few", 50, FEW, SECONDS * 1000L / FEW, new Random(3));
        Stage stage = Fx.call(() -> {
            model.setSpan(Duration.ofSeconds(SECONDS));
            TrendChart chart = new TrendChart(model, Formats.local(), new FxUiScheduler());
            return TrendBench.show(chart);
        });
        Fx.pulse();
        double[] ofMany = new double[rounds];
        double[] ofFew = new double[rounds];
        for (int i = -WARM; i < rounds; i++) {
            double a = open(stage, model, many);
            double b = open(stage, model, few);
            if (i >= 0) {
                ofMany[i] = a;
                ofFew[i] = b;
            }
        }
        Fx.run(stage::close);
        TrendBench.say("BENCH trend_open_30d_1hz_ms=%.2f", median(ofMany));
        TrendBench.say("BENCH trend_open_1600_points_ms=%.2f", median(ofFew));
        TrendBench.say("BENCH trend_open_30d_1hz=%.2f", median(ofMany) / median(ofFew));
    }

    private static double open(Stage stage, TrendModel model, Trace trace) {
        return Fx.call(() -> {
            model.setTraces(List.of());
            stage.getScene().getRoot().layout();
            // Not by the clock: what else the machine does is none of the chart's doing.
            long start = CPU.getCurrentThreadCpuTime();
            model.setTraces(List.of(trace));
            stage.getScene().getRoot().layout();
            return (CPU.getCurrentThreadCpuTime() - start) / 1e6;
        });
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
