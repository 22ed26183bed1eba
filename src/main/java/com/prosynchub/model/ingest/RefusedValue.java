package com.prosynchub.model.ingest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that was not taken.
 *
 * @param assetId null where the source did not name one that could be an asset
 * @param detail what the reason alone does not say, such as the unit that was expected; may be empty
 */
public record RefusedValue(
        @Nullable UUID assetId,
        String metric,
        double value,
        @Nullable String unit,
        @Nullable Instant at,
        Reason reason,
        String detail) {
    /** Why. */
    public enum Reason {
        UNKNOWN_ASSET,
        UNKNOWN_METRIC,
        WRONG_UNIT,
        FUTURE,
        ANCIENT,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        BAD_NAME,
        TOO_MANY,
        UNREADABLE;

        /** Whether the same value can be taken later, when the plant knows more or the clock has come nearer. */
        public boolean mendable() {
            return switch (this) {
                case UNKNOWN_ASSET, UNKNOWN_METRIC, WRONG_UNIT, FUTURE -> true;
                case ANCIENT, NOT_A_NUMBER, OUT_OF_RANGE, BAD_NAME, TOO_MANY, UNREADABLE -> false;
            };
        }
    }
}
