package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that the sums over {@code [from, to)} of an asset may not tell what was measured: samples are on their way, or
 * came. Both ends are multiples of {@link RollupLevel#SLOT}.
 *
 * @param id null while it is not stored
 * @param assetId {@link #EVERY_ASSET} for all
 * @param reason whether a writer of samples relies on it
 * @param createdAt for people who look into the store; nothing is decided by it
 */
public record RollupMark(
        @Nullable String id, UUID assetId, Instant from, Instant to, Reason reason, Instant createdAt) {
    /** Why something is marked. */
    public enum Reason {
        /** Samples are on their way: it has to stand for a while. */
        SAMPLES,
        /** All history is to be summed up, for the first time or anew: it may be worked off at once. */
        HISTORY
    }

    /** Stands for all assets: nothing was summed up yet. */
    public static final UUID EVERY_ASSET = new UUID(0, 0);

    /** As it is stored. */
    public RollupMark stored(String newId) {
        return new RollupMark(newId, assetId, from, to, reason, createdAt);
    }
}
