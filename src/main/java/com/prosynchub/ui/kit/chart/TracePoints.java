package com.prosynchub.ui.kit.chart;

import org.jspecify.annotations.Nullable;

/**
 * What a trace is given: single samples, or stretches of time with their least, greatest and mean value and how many samples
 * they stand for. The arrays have one length and stay the caller's; an order is not needed.
 *
 * @param times milliseconds since the epoch: of the sample, or of the middle of the stretch
 * @param values the sample, or the mean of the stretch; not a number is a gap
 * @param lows the least of each stretch, or null for single samples
 * @param highs the greatest of each stretch, or null for single samples
 * @param counts how many samples each stretch stands for, or null for single samples
 */
@SuppressWarnings("ArrayRecordComponent") // millions of points: a list of boxed values would cost ten times the memory
public record TracePoints(
        long[] times, double[] values, double @Nullable [] lows, double @Nullable [] highs, long @Nullable [] counts) {
    public TracePoints {
        boolean same = values.length == times.length
                && (lows == null || lows.length == times.length)
                && (highs == null || highs.length == times.length)
                && (counts == null || counts.length == times.length);
        boolean whole = (lows == null) == (highs == null) && (lows == null) == (counts == null);
        if (!same || !whole) {
            throw new IllegalArgumentException("the parts of the points differ in number");
        }
    }

    /** Single samples. */
    public static TracePoints samples(long[] times, double[] values) {
        return new TracePoints(times, values, null, null, null);
    }

    public int size() {
        return times.length;
    }
}
