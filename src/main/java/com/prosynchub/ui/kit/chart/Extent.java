package com.prosynchub.ui.kit.chart;

/** Least, greatest, sum and count of the values it was shown; values that are not numbers do not count. Reused, mutable. */
public final class Extent {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum;
    int count;

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
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            count++;
        }
    }

    void add(double otherMin, double otherMax, double otherSum, int otherCount) {
        min = Math.min(min, otherMin);
        max = Math.max(max, otherMax);
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
        return count == 0 ? Double.NaN : sum / count;
    }

    public int count() {
        return count;
    }
}
