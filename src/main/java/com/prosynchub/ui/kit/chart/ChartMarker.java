package com.prosynchub.ui.kit.chart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, marked on the time axis of a chart. Immutable.
 *
 * @param id what the chart's owner knows it by when it is pressed
 * @param at when it began
 * @param until when it ended, for what has a length, which is then shaded; else null
 * @param text what is read when the pointer rests on it
 */
public record ChartMarker(
        String id, Kind kind, Instant at, @Nullable Instant until, String text) {
    /** What is marked; each kind has a shape and a letter of its own. */
    public enum Kind {
        /** Limits were changed. */
        LIMIT("chart.marker.limit", "chart.marker.limit.letter"),
        /** A work order on the asset. */
        WORK_ORDER("chart.marker.order", "chart.marker.order.letter"),
        /** A note that a person left. */
        NOTE("chart.marker.note", "chart.marker.note.letter"),
        /** A time that was not measured, or was filled in later. */
        HOLE("chart.marker.hole", "chart.marker.hole.letter");

        private final String nameKey;
        private final String letterKey;

        Kind(String nameKey, String letterKey) {
            this.nameKey = nameKey;
            this.letterKey = letterKey;
        }

        String nameKey() {
            return nameKey;
        }

        String letterKey() {
            return letterKey;
        }
    }

    /** A marker without a length. */
    public static ChartMarker at(String id, Kind kind, Instant at, String text) {
        return new ChartMarker(id, kind, at, null, text);
    }
}
