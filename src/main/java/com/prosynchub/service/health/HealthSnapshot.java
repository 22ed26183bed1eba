package com.prosynchub.service.health;

import com.prosynchub.model.health.StoreStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How both stores were at one moment.
 *
 * @param backlog null where this process may not see it, which is everywhere but in the site service's
 */
public record HealthSnapshot(
        Instant at,
        StoreStatus relational,
        StoreStatus document,
        @Nullable RelayBacklog backlog) {
    public boolean allReachable() {
        return relational.reachable() && document.reachable();
    }
}
