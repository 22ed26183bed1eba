package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.UiScheduler;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says when nobody touched key or mouse for a while. Asks the clock, so that a computer that slept counts its sleep. FX
 * thread.
 */
final class IdleWatch {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final UiScheduler ui;
    private final Runnable idle;
    private Duration limit;
    private Instant last;
    private @Nullable Cancellable looking;

    IdleWatch(UiScheduler ui, Duration limit, Runnable idle) {
        this.ui = ui;
        this.limit = limit;
        this.idle = idle;
        last = ui.clock().instant();
    }

    void limit(Duration time) {
        limit = time;
    }

    void start() {
        if (looking == null) {
            touch();
            looking = ui.every(LOOK, this::look);
        }
    }

    void stop() {
        Cancellable running = looking;
        if (running != null) {
            running.cancel();
            looking = null;
        }
    }

    /** Somebody is there. */
    void touch() {
        last = ui.clock().instant();
    }

    private void look() {
        Duration still = Duration.between(last, ui.clock().instant());
        if (still.isNegative()) {
            touch(); // the clock was set back: waiting for it to come up again could take hours
        } else if (still.compareTo(limit) >= 0) {
            touch();
            idle.run();
        }
    }
}
