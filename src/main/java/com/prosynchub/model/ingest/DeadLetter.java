package com.prosynchub.model.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refused value as it is kept.
 *
 * @param asset name of the asset, where there is one and the reader may see it
 */
public record DeadLetter(
        long id,
        String source,
        RefusedValue refused,
        @Nullable String asset,
        Instant refusedAt) {
    /** Whether it can be tried again. */
    public boolean mendable() {
        return refused.reason().mendable() && refused.assetId() != null && refused.at() != null;
    }
}
