package com.prosynchub.model.metric;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The four limits of a metric. */
public enum LimitKind {
    MIN,
    MAX,
    WARNING,
    CRITICAL;

    /** The limit itself; null where there is none. */
    public @Nullable BigDecimal of(MetricLimits limits) {
        return switch (this) {
            case MIN -> limits.min();
            case MAX -> limits.max();
            case WARNING -> limits.warning();
            case CRITICAL -> limits.critical();
        };
    }

    /** Whether values above it are beyond it, and not those below. */
    public boolean above(MetricLimits limits) {
        return switch (this) {
            case MIN -> false;
            case MAX -> true;
            case WARNING, CRITICAL -> limits.highSide();
        };
    }
}
