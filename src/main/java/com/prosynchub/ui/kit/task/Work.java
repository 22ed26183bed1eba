package com.prosynchub.ui.kit.task;

import com.prosynchub.model.failure.Failure;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work that is described but not yet started. Every handler runs on the FX thread. A kind of failure without a handler of
 * its own goes to {@link #onFailure}, and without that to the runner's default handler, so that none is ever lost.
 *
 * @param <T> the result
 */
public final class Work<T> {
    private final Callable<? extends T> call;
    private final Consumer<Work<T>> starter;
    private @Nullable TaskKey key;
    private Consumer<? super T> onSuccess = result -> {};
    private @Nullable Consumer<? super Failure> onFailure;
    private @Nullable Consumer<Failure.Denied> onDenied;
    private @Nullable Consumer<Failure.Stale> onStale;
    private @Nullable Consumer<Failure.Invalid> onInvalid;
    private @Nullable Consumer<Failure.Unavailable> onUnavailable;
    private @Nullable Consumer<Failure.Unexpected> onUnexpected;
    private Runnable always = () -> {};
    private final TaskHandle handle = new TaskHandle();

    Work(Callable<? extends T> call, Consumer<Work<T>> starter) {
        this.call = call;
        this.starter = starter;
    }

    /** Called with the result. */
    public Work<T> onSuccess(Consumer<? super T> handler) {
        onSuccess = handler;
        return this;
    }

    /** Called with every failure that has no handler of its own kind. */
    public Work<T> onFailure(Consumer<? super Failure> handler) {
        onFailure = handler;
        return this;
    }

    public Work<T> onDenied(Consumer<Failure.Denied> handler) {
        onDenied = handler;
        return this;
    }

    public Work<T> onStale(Consumer<Failure.Stale> handler) {
        onStale = handler;
        return this;
    }

    public Work<T> onInvalid(Consumer<Failure.Invalid> handler) {
        onInvalid = handler;
        return this;
    }

    public Work<T> onUnavailable(Consumer<Failure.Unavailable> handler) {
        onUnavailable = handler;
        return this;
    }

    public Work<T> onUnexpected(Consumer<Failure.Unexpected> handler) {
        onUnexpected = handler;
        return this;
    }

    /** Called last, after success and failure alike, but not when cancelled or overtaken. */
    public Work<T> always(Runnable handler) {
        always = handler;
        return this;
    }

    /** The newest request of this key wins: older ones still running are cancelled and their answers dropped. */
    public Work<T> newest(TaskKey newestOf) {
        key = newestOf;
        return this;
    }

    /** Starts the work; the handle cancels it. */
    public TaskHandle start() {
        starter.accept(this);
        return handle;
    }

    @Nullable
    TaskKey key() {
        return key;
    }

    TaskHandle handle() {
        return handle;
    }

    /** Runs the call. Worker thread. */
    Outcome<T> call() {
        return Outcome.of(call);
    }

    /** Calls the handlers unless cancelled. FX thread. */
    void deliver(Outcome<T> outcome, Consumer<? super Failure> fallback) {
        if (!handle.finish()) {
            return;
        }
        try {
            switch (outcome) {
                case Outcome.Done<T>(T value) -> onSuccess.accept(value);
                case Outcome.Failed<T>(Failure failure) -> fail(failure, onFailure == null ? fallback : onFailure);
            }
        } finally {
            always.run();
        }
    }

    private void fail(Failure failure, Consumer<? super Failure> otherwise) {
        switch (failure) {
            case Failure.Denied denied -> handle(denied, onDenied, otherwise);
            case Failure.Stale stale -> handle(stale, onStale, otherwise);
            case Failure.Invalid invalid -> handle(invalid, onInvalid, otherwise);
            case Failure.Unavailable down -> handle(down, onUnavailable, otherwise);
            case Failure.Unexpected unexpected -> handle(unexpected, onUnexpected, otherwise);
        }
    }

    private static <F extends Failure> void handle(
            F failure, @Nullable Consumer<F> own, Consumer<? super Failure> otherwise) {
        if (own != null) {
            own.accept(failure);
        } else {
            otherwise.accept(failure);
        }
    }
}
