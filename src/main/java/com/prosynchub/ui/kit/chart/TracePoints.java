package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricBucket;
import java.util.List;
import java.util.Objects;
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

    /** Stretches of time as history keeps them; each stands where the middle of its values is. */
    public static TracePoints stretches(List<MetricBucket> buckets) {
        int size = buckets.size();
        TracePoints out =
                new TracePoints(new long[size], new double[size], new double[size], new double[size], new long[size]);
        for (int i = 0; i < size; i++) {
            MetricBucket bucket = buckets.get(i);
            out.times[i] = bucket.first() + (bucket.last() - bucket.first()) / 2;
            out.values[i] = bucket.mean();
            Objects.requireNonNull(out.lows)[i] = bucket.min();
            Objects.requireNonNull(out.highs)[i] = bucket.max();
            Objects.requireNonNull(out.counts)[i] = bucket.count();
        }
        return out;
    }

    /** The same points, later by so many milliseconds. */
    TracePoints shifted(long millis) {
        long[] moved = new long[times.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = times[i] + millis;
        }
        return new TracePoints(moved, values, lows, highs, counts);
    }

    public int size() {
        return times.length;
    }
}
