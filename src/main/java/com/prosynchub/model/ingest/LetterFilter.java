package com.prosynchub.model.ingest;

import com.prosynchub.model.ingest.RefusedValue.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are asked for.
 *
 * @param source null for all
 * @param reason null for all
 * @param text part of the metric's or the asset's name; empty for all
 */
public record LetterFilter(
        @Nullable String source, @Nullable Reason reason, String text) {
    public static final LetterFilter ALL = new LetterFilter(null, null, "");
}
