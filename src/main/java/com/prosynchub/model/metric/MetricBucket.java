package com.prosynchub.model.metric;

/**
 * What was measured of one metric in one stretch of time {@code [start, end)}, at least one value. All times are
 * milliseconds since the epoch.
 *
 * @param count values in it
 * @param minAt when the least value was measured, the first time if several times
 * @param maxAt when the greatest value was measured, the first time if several times
 * @param sum of all values
 * @param first time of the first value
 * @param last time of the last value
 */
public record MetricBucket(
        long start,
        long end,
        long count,
        double min,
        long minAt,
        double max,
        long maxAt,
        double sum,
        long first,
        long last) {

    /** A single value as a stretch of one millisecond. */
    public static MetricBucket of(long time, double value) {
        return new MetricBucket(time, time + 1, 1, value, time, value, time, value, time, time);
    }

    /** The mean of the values, each counting the same however long it stood. */
    public double mean() {
        return sum / count;
    }
}
