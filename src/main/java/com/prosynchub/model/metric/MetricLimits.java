package com.prosynchub.model.metric;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The four thresholds of a metric; any may be null.
 *
 * <p>{@code min..max} is the acceptable band. {@code warning} and {@code critical} are graded limits whose side is
 * inferred: {@code critical >= warning} means both bound the value from above, otherwise from below. With only one of the
 * two set, it bounds from above.
 */
public record MetricLimits(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal warning,
        @Nullable BigDecimal critical) {
    public static final MetricLimits NONE = new MetricLimits(null, null, null, null);

    /** Whether warning and critical bound the value from above. */
    public boolean highSide() {
        return warning == null || critical == null || critical.compareTo(warning) >= 0;
    }

    /** Severity of a value against these limits, worst rule first; a value that is not a number is normal. */
    public Severity severityOf(double value) {
        if (Double.isNaN(value)) {
            return Severity.NORMAL;
        }
        if (critical != null && beyond(value, critical.doubleValue())) {
            return Severity.CRITICAL;
        }
        if ((min != null && value < min.doubleValue()) || (max != null && value > max.doubleValue())) {
            return Severity.HIGH;
        }
        if (warning != null && beyond(value, warning.doubleValue())) {
            return Severity.MEDIUM;
        }
        return Severity.NORMAL;
    }

    /** Whether the other ones mean the same, however many zeros they are written with. */
    public boolean same(MetricLimits other) {
        return same(min, other.min)
                && same(max, other.max)
                && same(warning, other.warning)
                && same(critical, other.critical);
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private boolean beyond(double value, double limit) {
        return highSide() ? value > limit : value < limit;
    }
}
