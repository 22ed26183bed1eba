package com.prosynchub.model.access;

import java.time.Duration;

/** What the database answered to the password typed into a locked window. */
public sealed interface UnlockResult {

    record Unlocked() implements UnlockResult {}

    record Refused() implements UnlockResult {}

    /** Too many attempts: nothing was checked; try again after the wait. */
    record Throttled(Duration retryAfter) implements UnlockResult {}
}
