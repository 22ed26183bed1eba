package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the FX thread from a thread of its own and reports every silence longer than a limit, with the stack at the
 * moment the limit was passed. For development and tests.
 */
public final class StallMonitor implements AutoCloseable {
    /** What a person begins to feel. */
    public static final Duration LIMIT = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(StallMonitor.class);
    private static final long BEAT_NANOS = Duration.ofMillis(20).toNanos();

    private final Consumer<Stall> report;
    private final long limitNanos;
    private final Thread thread;
    private volatile @Nullable Thread fxThread;
    private volatile boolean answered = true;
    private volatile boolean closed;

    /** Starts watching; {@code report} is called on the monitor's thread. */
    public StallMonitor(ThreadFactory threads, Duration limit, Consumer<Stall> report) {
        this.report = report;
        this.limitNanos = limit.toNanos();
        this.thread = threads.newThread(this::watch);
        thread.start();
    }

    /** Watches with the usual limit and writes stalls to the log. */
    public static StallMonitor logging(ThreadFactory threads) {
        return new StallMonitor(
                threads,
                LIMIT,
                stall -> LOG.warn(
                        "FX thread stalled for {} ms in {}", stall.length().toMillis(), stall.culprit()));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            answered = false;
            long asked = System.nanoTime();
            Platform.runLater(this::answer);
            List<StackTraceElement> stack = List.of();
            while (!answered && !closed) {
                LockSupport.parkNanos(BEAT_NANOS / 4);
                if (stack.isEmpty() && System.nanoTime() - asked > limitNanos) {
                    Thread fx = fxThread;
                    stack = fx == null ? List.of() : List.of(fx.getStackTrace());
                }
            }
            long silent = System.nanoTime() - asked;
            if (!closed && silent > limitNanos) {
                report.accept(new Stall(Duration.ofNanos(silent), stack));
            }
            LockSupport.parkNanos(BEAT_NANOS);
        }
    }

    private void answer() {
        fxThread = Thread.currentThread();
        answered = true;
    }
}
