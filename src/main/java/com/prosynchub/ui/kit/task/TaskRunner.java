package com.prosynchub.ui.kit.task;

import java.util.concurrent.Callable;

/**
 * The one asynchronous seam: a ViewModel hands over a call of one service method, and is called back on the FX thread.
 *
 * <pre>{@code
 * tasks.run(() -> assets.detail(id))
 *         .newest(TaskKey.of(this, "detail"))
 *         .onSuccess(this::show)
 *         .onUnavailable(down -> state.set(ScreenState.failed(down)))
 *         .start();
 * }</pre>
 *
 * <p>Call on the FX thread. The work runs on a worker and must touch nothing but its own arguments.
 */
public interface TaskRunner {
    /** Prepares work; nothing happens before {@link Work#start()}. */
    <T> Work<T> run(Callable<? extends T> work);

    /** Prepares work without a result. */
    default Work<Boolean> perform(ThrowingAction work) {
        return run(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The FX thread: for posting from other threads and for ticks. */
    UiScheduler ui();

    /** An action that may throw. */
    @FunctionalInterface
    interface ThrowingAction {
        void run() throws Exception;
    }
}
