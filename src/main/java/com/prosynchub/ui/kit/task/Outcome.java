package com.prosynchub.ui.kit.task;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of a call. Immutable. */
sealed interface Outcome<T> {
    /** It returned. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It failed. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    /** Calls, and turns whatever is thrown into a failure; this is the boundary where defects are logged, once. */
    static <T> Outcome<T> of(Callable<? extends T> call) {
        try {
            return new Done<>(call.call());
        } catch (Exception | StackOverflowError | AssertionError thrown) {
            Failure failure = FailureException.failureOf(thrown);
            Logger log = LoggerFactory.getLogger(TaskRunner.class);
            if (failure instanceof Failure.Unexpected) {
                log.error("A task failed unexpectedly", thrown);
            } else {
                log.info("A task ended with {}: {}", failure.code(), failure.detail());
            }
            return new Failed<>(failure);
        }
    }
}
