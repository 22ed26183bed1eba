package com.prosynchub.ui.kit.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs an action when its caller has been quiet for a while: typing into a search field. FX thread only. */
public final class Debouncer {
    private final UiScheduler ui;
    private final Duration quiet;
    private @Nullable Cancellable waiting;
    private @Nullable Runnable action;

    public Debouncer(UiScheduler ui, Duration quiet) {
        this.ui = ui;
        this.quiet = quiet;
    }

    /** Replaces the waiting action, if any, and starts the quiet time anew. */
    public void submit(Runnable next) {
        cancel();
        action = next;
        waiting = ui.after(quiet, this::flush);
    }

    /** Runs the waiting action at once, for example when Enter is pressed. */
    public void flush() {
        Runnable due = action;
        cancel();
        if (due != null) {
            due.run();
        }
    }

    /** Forgets the waiting action. */
    public void cancel() {
        action = null;
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }
}
