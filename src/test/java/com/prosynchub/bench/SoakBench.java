package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendModel;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The wall for an hour: 12 charts of 4 traces, fed ten times a second and panned now and then. Prints every minute what the
 * heap holds after a collection and how many frames there were; the heap must not grow. Each trace keeps no more than it began
 * with, as a feed's history does, so that what grows is a leak. By hand: {@code -Dbench=soak -Dsoak.minutes=60}.
 */
public final class SoakBench {
    private static final int POINTS = 20_000;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private SoakBench() {}

    public static void main(String[] args) throws Exception {
        int minutes = args.length > 0 ? Integer.parseInt(args[0]) : Integer.getInteger("soak.minutes", 60);
        FxToolkitExtension.start();
        List<TrendModel> models = new ArrayList<>();
        Stage stage = Fx.call(() -> TrendBench.show(TrendBench.grid(12, 4, POINTS, 100, models)));
        Feeder feeder = Fx.call(() -> new Feeder(models));
        Fx.run(feeder::start);
        CountDownLatch never = new CountDownLatch(1);
        double first = 0;
        double last = 0;
        for (int minute = 1; minute <= minutes; minute++) {
            never.await(60, TimeUnit.SECONDS);
            int frames = Fx.call(feeder::takeFrames);
            System.gc();
            last = MEMORY.getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
            // The first minutes still load classes and compile.
            first = minute == Math.min(5, minutes) ? last : first;
            TrendBench.say("SOAK minute=%d heap_mb=%.1f fps=%.1f", minute, last, frames / 60.0);
        }
        TrendBench.say("BENCH soak_minutes=%d", minutes);
        TrendBench.say("BENCH soak_heap_growth_mb=%.1f", last - first);
        Fx.run(() -> {
            feeder.stop();
            stage.close();
        });
        Platform.exit();
    }

    /** Feeds in time with the frames; on the FX thread. */
    private static final class Feeder extends AnimationTimer {
        private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);

        private final List<TrendModel> models;
        private final Random random = new Random(4);
        private long fed;
        private int feeds;
        private int frames;

        private Feeder(List<TrendModel> models) {
            this.models = models;
        }

        private int takeFrames() {
            int taken = frames;
            frames = 0;
            return taken;
        }

        @Override
        public void handle(long now) {
            frames++;
            if (now - fed < EVERY) {
                return;
            }
            fed = now;
            feeds++;
            TrendBench.feed(models, random);
            if (feeds % 100 == 0) {
                models.forEach(model -> model.pan(feeds % 200 == 0 ? -0.2 : 0.2));
            }
            if (feeds % 3000 == 0) {
                models.forEach(Feeder::trim);
            }
        }

        /** Lets go of what is older than the window, as fetching a window does. */
        private static void trim(TrendModel model) {
            long keep = Duration.ofMillis(POINTS * 100L).toMillis();
            for (Trace trace : model.traces()) {
                long oldest = trace.series().oldestTime();
                long from = model.now() - keep;
                if (oldest < from) {
                    trace.series()
                            .replace(
                                    new com.prosynchub.ui.kit.chart.TimeWindow(oldest, from),
                                    new long[0],
                                    new double[0]);
                }
            }
        }
    }
}
