package com.prosynchub.service.health;

import com.prosynchub.model.health.StoreStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How both stores were at one moment.
 *
 * @param backlog null where this process may not see it, which is everywhere but in the site service's
 * @param diskFree the share of the stores' disk that is free, 0 to 1; null where it can not be told
 */
public record HealthSnapshot(
        Instant at,
        StoreStatus relational,
        StoreStatus document,
        @Nullable RelayBacklog backlog,
        @Nullable Double diskFree) {
    /** With less than this share of the disk free somebody should make room, since a full disk stops every change. */
    public static final double LEAST_FREE = 0.10;

    public boolean diskShort() {
        return diskFree != null && diskFree < LEAST_FREE;
    }

    public boolean allReachable() {
        return relational.reachable() && document.reachable();
    }
}
