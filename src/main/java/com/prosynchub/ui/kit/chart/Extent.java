package com.prosynchub.ui.kit.chart;

/** Least, greatest, sum and count of the values it was shown; values that are not numbers do not count. Reused, mutable. */
public final class Extent {
    /** Beyond this a value is no measurement: an axis is not stretched for it. */
    static final double WILD = 1e15;

    /** Values that count. */
    record Bounds(double least, double most) {
        boolean holds(double low, double high) {
            return low >= least && high <= most;
        }
    }

    static final Bounds ANY = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Bounds TAME = new Bounds(-WILD, WILD);
    static final Bounds POSITIVE = new Bounds(Double.MIN_NORMAL, WILD);

    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum;
    long count;

    /** Forgets everything. */
    public Extent reset() {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        sum = 0;
        count = 0;
        return this;
    }

    void add(double value) {
        if (!Double.isNaN(value)) {
            add(value, value, value, 1);
        }
    }

    void add(double otherMin, double otherMax, double otherSum, long otherCount) {
        // Plain comparisons: the library's also care for the sign of zero, which costs.
        min = otherMin < min ? otherMin : min;
        max = otherMax > max ? otherMax : max;
        sum += otherSum;
        count += otherCount;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    /** The mean; NaN when empty. */
    public double mean() {
        double mean = sum / count;
        // The sum of huge values is infinite long before their mean is.
        return count == 0 ? Double.NaN : Double.isFinite(mean) ? mean : min / 2 + max / 2;
    }

    /** Number of samples. */
    public long count() {
        return count;
    }
}
