package com.prosynchub.ui.kit.task;

import com.prosynchub.model.failure.Failure;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The runner of the real window: work on an executor made by the launcher, answers on the FX thread. */
public final class FxTaskRunner implements TaskRunner {
    private final Executor workers;
    private final UiScheduler ui;
    private final NewestWins newest = new NewestWins();
    private Consumer<? super Failure> defaultFailure = failure -> {};

    public FxTaskRunner(Executor workers, UiScheduler ui) {
        this.workers = workers;
        this.ui = ui;
    }

    /** Who answers the failures that nobody else wanted; the shell shows them as a notice. */
    public void setDefaultFailureHandler(Consumer<? super Failure> handler) {
        defaultFailure = handler;
    }

    /** Answers a failure that belongs to no work, such as an exception that nobody caught. FX thread. */
    public void answer(Failure failure) {
        defaultFailure.accept(failure);
    }

    @Override
    public <T> Work<T> run(Callable<? extends T> work) {
        return new Work<>(work, this::start);
    }

    @Override
    public UiScheduler ui() {
        return ui;
    }

    private <T> void start(Work<T> work) {
        newest.starting(work);
        try {
            workers.execute(() -> {
                if (work.handle().isOpen()) {
                    Outcome<T> outcome = work.call();
                    ui.post(() -> deliver(work, outcome));
                } else {
                    ui.post(() -> newest.ending(work));
                }
            });
        } catch (RejectedExecutionException ending) {
            // The workers end with the window: an answer that came in last may still ask for more, and nobody waits for
            // it.
            newest.ending(work);
        }
    }

    private <T> void deliver(Work<T> work, Outcome<T> outcome) {
        newest.ending(work);
        work.deliver(outcome, defaultFailure);
    }
}
