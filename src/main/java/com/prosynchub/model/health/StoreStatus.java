package com.prosynchub.model.health;

import com.prosynchub.model.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one store answered when it was asked how it is.
 *
 * @param version the server's own version text; null when it did not answer
 * @param schemaVersion of our schema in it; null when unknown
 * @param latency of one round trip; null when it did not answer
 * @param problems one plain sentence each; empty when all is well
 */
public record StoreStatus(
        Failure.Store store,
        boolean reachable,
        @Nullable String version,
        @Nullable String schemaVersion,
        @Nullable Duration latency,
        List<String> problems) {
    public StoreStatus {
        problems = List.copyOf(problems);
    }
}
