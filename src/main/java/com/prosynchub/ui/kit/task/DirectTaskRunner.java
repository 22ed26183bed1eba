package com.prosynchub.ui.kit.task;

import com.prosynchub.model.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Twin for tests: work and answer happen inside {@code start()}. Failures nobody handled are kept to be asserted. */
public final class DirectTaskRunner implements TaskRunner {
    private final ManualUiScheduler ui;
    private final List<Failure> unhandled = new ArrayList<>();

    public DirectTaskRunner() {
        this(new ManualUiScheduler());
    }

    public DirectTaskRunner(ManualUiScheduler ui) {
        this.ui = ui;
    }

    @Override
    public <T> Work<T> run(Callable<? extends T> work) {
        return new Work<>(work, (Work<T> started) -> started.deliver(started.call(), unhandled::add));
    }

    @Override
    public ManualUiScheduler ui() {
        return ui;
    }

    /** Failures that reached the default handler. */
    public List<Failure> unhandled() {
        return unhandled;
    }
}
