package com.prosynchub.service.metric;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of an imported file, understood or not. */
sealed interface Reading {
    /** Line of the file where the row begins, from 1. */
    long line();

    /**
     * A row that made sense.
     *
     * @param serial of the asset; null when it is found by name
     * @param values by metric name, at least one
     */
    record Sample(long line, String asset, @Nullable String serial, Instant time, Map<String, Double> values)
            implements Reading {
        /** What tells assets apart. */
        String key() {
            return serial == null ? "name:" + asset : "serial:" + serial;
        }
    }

    /** A row that did not; the reason is a sentence. */
    record Fault(long line, String reason) implements Reading {}
}
