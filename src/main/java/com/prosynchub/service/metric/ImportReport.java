package com.prosynchub.service.metric;

import com.prosynchub.model.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or in a dry run would do.
 *
 * @param rows read, bad ones included; those passed over after an interruption are not
 * @param accepted rows that made sense
 * @param stored samples that were new; 0 in a dry run
 * @param duplicates samples that were there before, and repeated rows
 * @param bad rows that were refused
 * @param badRows the first {@link #MOST_LISTED} of them
 * @param createdAssets names of the first {@link #MOST_LISTED} assets created
 * @param resumedAtLine first line read after an earlier interruption; 0 when the file was read from the top
 * @param reason why it did not complete, in a sentence; null when it did
 * @param failure the failure of a store behind {@code reason}, if there was one
 */
public record ImportReport(
        Outcome outcome,
        boolean dryRun,
        long rows,
        long accepted,
        long stored,
        long duplicates,
        long bad,
        List<Refusal> badRows,
        List<String> createdAssets,
        long createdAssetCount,
        long createdMetricCount,
        List<String> createdTypes,
        long resumedAtLine,
        Duration elapsed,
        @Nullable String reason,
        @Nullable Failure failure) {
    public static final int MOST_LISTED = 1000;

    public ImportReport {
        badRows = List.copyOf(badRows);
        createdAssets = List.copyOf(createdAssets);
        createdTypes = List.copyOf(createdTypes);
    }

    /** How it ended. */
    public enum Outcome {
        COMPLETED,
        /** Somebody stopped it; what was written stays, and running it again goes on. */
        CANCELLED,
        /** The file or its rows were not acceptable; nothing was written. */
        REFUSED,
        /** The file became unreadable or a store went away midway; what was written stays. */
        INTERRUPTED
    }

    /** A refused row; the reason is a sentence without its first capital. */
    public record Refusal(long line, String reason) {
        @Override
        public String toString() {
            return "Line " + line + ": " + reason;
        }
    }
}
