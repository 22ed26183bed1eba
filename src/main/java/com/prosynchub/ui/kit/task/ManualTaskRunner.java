package com.prosynchub.ui.kit.task;

import com.prosynchub.model.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Twin for tests of overlap: started work waits until the test runs it, in any order the test likes. Thread confined to the
 * test.
 */
public final class ManualTaskRunner implements TaskRunner {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final NewestWins newest = new NewestWins();
    private final List<Work<?>> waiting = new ArrayList<>();
    private final List<Failure> unhandled = new ArrayList<>();

    @Override
    public <T> Work<T> run(Callable<? extends T> work) {
        return new Work<>(work, (Work<T> started) -> {
            newest.starting(started);
            waiting.add(started);
        });
    }

    @Override
    public ManualUiScheduler ui() {
        return ui;
    }

    /** Started and not yet run, cancelled ones included. */
    public int waiting() {
        return waiting.size();
    }

    /** Runs and answers the waiting work at {@code index}, in the order of starting. */
    public void runAt(int index) {
        finish(waiting.remove(index));
    }

    /** Runs and answers the oldest. */
    public void runNext() {
        runAt(0);
    }

    /** Runs everything waiting and everything that those answers start. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            runNext();
        }
    }

    /** Failures that reached the default handler. */
    public List<Failure> unhandled() {
        return unhandled;
    }

    private <T> void finish(Work<T> work) {
        newest.ending(work);
        if (work.handle().isOpen()) {
            work.deliver(work.call(), unhandled::add);
        }
    }
}
