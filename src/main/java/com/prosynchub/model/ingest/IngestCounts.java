package com.prosynchub.model.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param accepted samples that are in the history now and were not before
 * @param late those of them that are older than what the asset was known to measure
 * @param duplicates samples that were there before
 * @param refused values that were not taken
 * @param lost samples that the source held while a store was away and had to let go
 * @param newest time of the newest sample among the accepted ones
 */
public record IngestCounts(
        long accepted,
        long late,
        long duplicates,
        long refused,
        long lost,
        @Nullable Instant newest) {
    public static final IngestCounts NONE = new IngestCounts(0, 0, 0, 0, 0, null);

    /** The same, and samples that were let go before. */
    public IngestCounts withLost(long more) {
        return new IngestCounts(accepted, late, duplicates, refused, lost + more, newest);
    }
}
