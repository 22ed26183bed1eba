package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricSeries;
import java.util.Arrays;

/**
 * Reduces one metric's values, fed oldest first, to at most two points for each stretch of time: the least and the
 * greatest, each where it was measured. Marks gaps by a point that is not a number. One thread.
 */
final class TrendReducer {
    private final String metric;
    private final long from;
    private final long width;
    private final GapDetector gaps = new GapDetector();
    private final boolean keepAll;

    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;
    private int marks;
    private long last = Long.MIN_VALUE;

    private long bucket = Long.MIN_VALUE;
    private long lowTime;
    private double low;
    private long highTime;
    private double high;

    /** @param width milliseconds of one stretch; 0 keeps every value */
    TrendReducer(String metric, long from, long width) {
        this.metric = metric;
        this.from = from;
        this.width = Math.max(1, width);
        this.keepAll = width <= 0;
    }

    void add(long time, double value) {
        if (last != Long.MIN_VALUE && gaps.isGap(time - last)) {
            flush();
            append(last + (time - last) / 2, Double.NaN);
            marks++;
        }
        last = time;
        long b = keepAll ? time : Math.floorDiv(time - from, width);
        if (b != bucket) {
            flush();
            bucket = b;
            lowTime = highTime = time;
            low = high = value;
        } else if (value < low) {
            low = value;
            lowTime = time;
        } else if (value > high) {
            high = value;
            highTime = time;
        }
    }

    /** Points so far, gap marks not counted. */
    int points() {
        flush();
        return size - marks;
    }

    MetricSeries series() {
        flush();
        return new MetricSeries(metric, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    private void flush() {
        if (bucket == Long.MIN_VALUE) {
            return;
        }
        bucket = Long.MIN_VALUE;
        if (lowTime == highTime) {
            append(lowTime, low);
        } else if (lowTime < highTime) {
            append(lowTime, low);
            append(highTime, high);
        } else {
            append(highTime, high);
            append(lowTime, low);
        }
    }

    private void append(long time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = time;
        values[size++] = value;
    }
}
