package com.prosynchub.model.metric;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the limits of a metric say of it, and which changes are waiting for their delay. For a level above the severity the
 * time is when the value went beyond that level, for one at or below it when the value came back; null where nothing waits.
 *
 * @param since when it became so by the samples' own time; null where it never was anything else
 */
public record LimitState(
        Severity severity,
        @Nullable Instant since,
        @Nullable Instant mediumWaits,
        @Nullable Instant highWaits,
        @Nullable Instant criticalWaits) {
    /** Of a metric that was never beyond a limit, or has none. */
    public static final LimitState NORMAL = new LimitState(Severity.NORMAL, null, null, null, null);

    /** When the change of a level that is still waiting began. */
    @Nullable
    Instant waits(Severity level) {
        return switch (level) {
            case MEDIUM -> mediumWaits;
            case HIGH -> highWaits;
            case CRITICAL -> criticalWaits;
            case NORMAL, LOW -> null;
        };
    }
}
