package com.prosynchub.model.metric;

/**
 * Values of one metric over time, oldest first; both arrays have the same length and belong to the reader.
 *
 * @param times milliseconds since the epoch
 */
@SuppressWarnings("ArrayRecordComponent") // millions of points: a list of boxed pairs would cost ten times the memory
public record MetricSeries(String metric, long[] times, double[] values) {
    public int size() {
        return times.length;
    }
}
