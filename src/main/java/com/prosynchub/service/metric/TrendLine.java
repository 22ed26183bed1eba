package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSeries;
import java.util.Arrays;
import java.util.List;

/**
 * One metric's line, fed oldest first: values as they are, or of each bucket the least and the greatest, where they were
 * measured. Marks gaps by a point that is not a number. One thread.
 */
final class TrendLine {
    private static final double GAP = 2.5;

    private final String metric;
    private final GapDetector gaps = new GapDetector();
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;
    private int marks;
    private long last = Long.MIN_VALUE;
    private double interval;

    TrendLine(String metric) {
        this.metric = metric;
    }

    static TrendLine of(String metric, List<MetricBucket> buckets) {
        TrendLine line = new TrendLine(metric);
        buckets.forEach(line::add);
        return line;
    }

    void add(long time, double value) {
        if (last != Long.MIN_VALUE && gaps.isGap(time - last)) {
            mark(time);
        }
        last = time;
        append(time, value);
    }

    private void add(MetricBucket bucket) {
        double inside = bucket.count() > 1 ? (bucket.last() - bucket.first()) / (double) (bucket.count() - 1) : 0;
        if (last != Long.MIN_VALUE && isGap(bucket.first() - last, Math.max(interval, inside))) {
            mark(bucket.first());
        }
        last = bucket.last();
        interval = inside;
        if (bucket.minAt() == bucket.maxAt()) {
            append(bucket.minAt(), bucket.min());
        } else if (bucket.minAt() < bucket.maxAt()) {
            append(bucket.minAt(), bucket.min());
            append(bucket.maxAt(), bucket.max());
        } else {
            append(bucket.maxAt(), bucket.max());
            append(bucket.minAt(), bucket.min());
        }
    }

    /** @param usual what lies between two values nearby, 0 when no bucket nearby holds two */
    private boolean isGap(long time, double usual) {
        return usual > 0 ? time > GAP * usual : gaps.isGap(time);
    }

    private void mark(long next) {
        append(last + (next - last) / 2, Double.NaN);
        marks++;
    }

    /** Points so far, gap marks not counted. */
    int points() {
        return size - marks;
    }

    MetricSeries series() {
        return new MetricSeries(metric, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
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
