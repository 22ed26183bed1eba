package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.stage.Stage;

/** Counts the frames of a scene that is fed, and what the FX thread spends on them. */
final class Frames {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_SECONDS = 4;

    private final int seconds;

    Frames(int seconds) {
        this.seconds = seconds;
    }

    /**
     * What is shown.
     *
     * @param every milliseconds between two feeds; 0 for one in every frame
     * @param feed changes it; on the FX thread
     */
    record Subject(Parent root, long every, Runnable feed) {}

    /**
     * What came of it.
     *
     * @param kilobytes allocated by the FX thread for each frame, the platform's own share included
     * @param busyMillis processor time of the FX thread for each frame
     * @param renderMillis processor time of the renderer for each frame
     */
    record Result(double perSecond, double kilobytes, double busyMillis, double renderMillis) {}

    Result measure(Supplier<Subject> maker) throws Exception {
        Subject subject = Fx.call(maker::get);
        Stage stage = Fx.call(() -> TrendBench.show(subject.root()));
        run(subject, WARM_SECONDS);
        Result result = run(subject, seconds);
        Fx.run(() -> {
            stage.close();
            stage.getScene().setRoot(new javafx.scene.layout.Pane());
        });
        System.gc();
        return result;
    }

    private static Result run(Subject subject, int seconds) throws Exception {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Fx.run(() -> new AnimationTimer() {
            private long first;
            private long bytes;
            private long busy;
            private long rendered;
            private long fed;
            private int frames;

            @Override
            public void handle(long now) {
                long id = Thread.currentThread().threadId();
                if (first == 0) {
                    first = now;
                    fed = now;
                    bytes = THREADS.getThreadAllocatedBytes(id);
                    busy = THREADS.getThreadCpuTime(id);
                    rendered = THREADS.getThreadCpuTime(renderer());
                } else {
                    frames++;
                }
                if (now - fed >= subject.every() * 1_000_000L) {
                    fed = now;
                    subject.feed().run();
                }
                if (now - first > seconds * 1_000_000_000L) {
                    stop();
                    double perSecond = frames * 1e9 / (now - first);
                    double kilobytes = (THREADS.getThreadAllocatedBytes(id) - bytes) / 1024.0 / frames;
                    double fx = (THREADS.getThreadCpuTime(id) - busy) / 1e6 / frames;
                    double render = (THREADS.getThreadCpuTime(renderer()) - rendered) / 1e6 / frames;
                    result.complete(new Result(perSecond, kilobytes, fx, render));
                }
            }
        }.start());
        return result.get(seconds * 20L + 60, TimeUnit.SECONDS);
    }

    private static long renderer() {
        for (long id : THREADS.getAllThreadIds()) {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
                return id;
            }
        }
        return -1;
    }
}
