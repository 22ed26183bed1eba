package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody noted at a stretch of time of an asset.
 *
 * @param metric the metric that it is about; null for the asset as a whole
 * @param to the end of the stretch; null for an instant
 * @param authorName as people are called; null while it is not known
 * @param written when it was first stored; null before that
 */
public record MetricNote(
        UUID id,
        UUID assetId,
        @Nullable String metric,
        Instant from,
        @Nullable Instant to,
        String text,
        UUID authorId,
        @Nullable String authorName,
        @Nullable Instant written,
        int revision) {
    /** Characters at most. */
    public static final int TEXT = 2000;

    /** The same note in other words. */
    public MetricNote saying(String words) {
        return new MetricNote(id, assetId, metric, from, to, words, authorId, authorName, written, revision);
    }
}
