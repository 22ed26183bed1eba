package com.prosynchub.service.metric;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows an import or export, and may stop it. Called on the worker's thread. */
public interface ImportProgress {
    /** Looks away and never stops. */
    ImportProgress NONE = state -> {};

    /** Called a few times a second at most, and at the end. */
    void at(State state);

    /** Asked between batches. */
    default boolean cancelled() {
        return false;
    }

    /**
     * How far it is.
     *
     * @param checking whether the file is only being checked before anything is written
     * @param done from 0 to 1
     * @param left time left at the present rate; null while unknown
     */
    record State(
            boolean checking,
            long rows,
            long stored,
            long duplicates,
            long bad,
            double done,
            double rowsPerSecond,
            @Nullable Duration left) {}
}
