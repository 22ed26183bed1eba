package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of a change that the door's own functions make and judge. Stateless. */
final class Outcomes {
    private Outcomes() {}

    /**
     * Saves.
     *
     * @param stored reads the record as it stands
     * @param work is refused as stale when somebody else was faster
     */
    static <R> SaveResult<R> saved(R mine, Supplier<Optional<R>> stored, Runnable work) {
        boolean late = isStale(work);
        Optional<R> there = stored.get();
        if (there.isEmpty()) {
            return new SaveResult.Gone<>(mine);
        }
        return late ? new SaveResult.Conflict<>(mine, there.get()) : new SaveResult.Saved<>(there.get());
    }

    /** As {@link #saved}, for taking a record away. */
    static <K> SaveResult<K> deleted(K id, Supplier<? extends Optional<?>> stored, Runnable work) {
        if (!isStale(work)) {
            return new SaveResult.Saved<>(id);
        }
        return stored.get().isPresent() ? new SaveResult.Conflict<>(id, id) : new SaveResult.Gone<>(id);
    }

    private static boolean isStale(Runnable work) {
        try {
            work.run();
            return false;
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Stale) {
                return true;
            }
            throw e;
        }
    }
}
