package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Limits as they were for a while: a chart draws each where it held. Immutable.
 *
 * @param from when they began to hold; null if they always did
 * @param until when the next ones took their place, exclusive; null for those that hold now
 */
public record LimitStep(@Nullable Instant from, @Nullable Instant until, MetricLimits limits) {
    /** Limits that held, and hold, at all times. */
    public static LimitStep always(MetricLimits limits) {
        return new LimitStep(null, null, limits);
    }

    long fromMillis() {
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    long untilMillis() {
        return until == null ? Long.MAX_VALUE : until.toEpochMilli();
    }
}
