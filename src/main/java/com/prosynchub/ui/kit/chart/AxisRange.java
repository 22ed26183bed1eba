package com.prosynchub.ui.kit.chart;

import org.jspecify.annotations.Nullable;

/**
 * How the axis of one unit is chosen. Immutable.
 *
 * @param logarithmic whether equal distances are equal factors; values that are not positive have no place on such an axis
 * @param low the value at the bottom, or null to follow what is in view
 * @param high the value at the top, or null to follow what is in view
 */
public record AxisRange(
        boolean logarithmic, @Nullable Double low, @Nullable Double high) {
    /** Even, and as wide as what is in view. */
    public static final AxisRange AUTO = new AxisRange(false, null, null);

    public AxisRange {
        if (low != null && high != null && !(high > low && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("an axis goes up: " + low + ".." + high);
        }
    }

    /** Even, between two values. */
    public static AxisRange between(double low, double high) {
        return new AxisRange(false, low, high);
    }

    /** The same range, even or logarithmic. */
    public AxisRange withLogarithmic(boolean on) {
        boolean fits = !on || low == null || low > 0;
        return fits ? new AxisRange(on, low, high) : new AxisRange(true, null, high);
    }

    /** The same kind of axis between two values. */
    public AxisRange withRange(double newLow, double newHigh) {
        return new AxisRange(logarithmic, newLow, newHigh);
    }

    /** The same kind of axis, following what is in view. */
    public AxisRange automatic() {
        return new AxisRange(logarithmic, null, null);
    }

    public boolean isAutomatic() {
        return low == null && high == null;
    }
}
