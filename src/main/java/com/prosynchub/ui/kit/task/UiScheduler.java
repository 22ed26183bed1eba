package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The FX thread as a ViewModel may see it: a place to post to and a source of ticks. Its twin {@link ManualUiScheduler}
 * is stepped by hand in tests.
 */
public interface UiScheduler {
    /** Whether the caller is on the FX thread. */
    boolean isUiThread();

    /** Runs {@code action} on the FX thread, later than the caller's own turn. Any thread. */
    void post(Runnable action);

    /** Runs {@code action} once on the FX thread when {@code delay} has passed. Call on the FX thread. */
    Cancellable after(Duration delay, Runnable action);

    /** Runs {@code action} on the FX thread every {@code interval}, first after one interval. Call on the FX thread. */
    Cancellable every(Duration interval, Runnable action);

    /** The clock that the ticks follow. */
    InstantSource clock();
}
