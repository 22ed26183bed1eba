package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Collapses bursts of signals into a few runs a second on the FX thread. The first signal after a pause runs at once;
 * signals inside the interval share one run at its end, so the last one is never lost.
 */
public final class UpdateThrottle {
    /** Five times a second: quick enough to feel live, slow enough to read. */
    public static final Duration LIVE = Duration.ofMillis(200);

    private final UiScheduler ui;
    private final Duration interval;
    private final Runnable action;
    private final AtomicBoolean signalled = new AtomicBoolean();
    private @Nullable Instant lastRun;
    private @Nullable Cancellable waiting;
    private volatile boolean closed;

    public UpdateThrottle(UiScheduler ui, Duration interval, Runnable action) {
        this.ui = ui;
        this.interval = interval;
        this.action = action;
    }

    /** Says that something changed. Any thread, as often as it likes. */
    public void signal() {
        if (!closed && signalled.compareAndSet(false, true)) {
            ui.post(this::arrange);
        }
    }

    /** No run follows this. FX thread. */
    public void close() {
        closed = true;
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }

    private void arrange() {
        Instant last = lastRun;
        Duration since =
                last == null ? interval : Duration.between(last, ui.clock().instant());
        if (since.isNegative() || since.compareTo(interval) >= 0) {
            run();
        } else if (waiting == null) {
            waiting = ui.after(interval.minus(since), this::run);
        }
    }

    private void run() {
        waiting = null;
        if (closed) {
            return;
        }
        // Cleared before the action, so that a change made while it reads is not missed.
        signalled.set(false);
        lastRun = ui.clock().instant();
        action.run();
    }
}
