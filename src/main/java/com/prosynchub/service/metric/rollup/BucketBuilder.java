package com.prosynchub.service.metric.rollup;

import com.prosynchub.model.metric.MetricBucket;
import org.jspecify.annotations.Nullable;

/** Sums up the values of one metric in one stretch of time, in any order. One thread. */
final class BucketBuilder {
    private long count;
    private double min;
    private long minAt;
    private double max;
    private long maxAt;
    private double sum;
    private long first;
    private long last;

    void add(long time, double value) {
        add(1, value, time, value, time, value, time, time);
    }

    /** Takes in a stretch that lies within this one and was summed up already. */
    void add(MetricBucket part) {
        add(part.count(), part.min(), part.minAt(), part.max(), part.maxAt(), part.sum(), part.first(), part.last());
    }

    @SuppressWarnings("TooManyParameters") // the columns of a bucket
    private void add(long values, double low, long lowAt, double high, long highAt, double total, long from, long to) {
        if (count == 0) {
            min = low;
            minAt = lowAt;
            max = high;
            maxAt = highAt;
            first = from;
            last = to;
        } else {
            if (low < min || (low == min && lowAt < minAt)) {
                min = low;
                minAt = lowAt;
            }
            if (high > max || (high == max && highAt < maxAt)) {
                max = high;
                maxAt = highAt;
            }
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
        count += values;
        sum += total;
    }

    /** What was taken in; null when that is nothing. */
    @Nullable
    MetricBucket build(long start, long end) {
        return count == 0 ? null : new MetricBucket(start, end, count, min, minAt, max, maxAt, sum, first, last);
    }
}
