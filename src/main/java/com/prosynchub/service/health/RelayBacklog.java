package com.prosynchub.service.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox relay still has to deliver.
 *
 * @param waiting events not delivered yet
 * @param parked events that the document store refused as malformed
 * @param oldest age of the oldest waiting event; null when none waits
 */
public record RelayBacklog(
        long waiting, long parked, @Nullable Duration oldest) {
    /** From this age on somebody should look. */
    public static final Duration LATE = Duration.ofMinutes(15);

    public boolean late() {
        return oldest != null && oldest.compareTo(LATE) >= 0;
    }
}
