package com.prosynchub.ui.kit.chart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which a {@link TraceSeries} keeps its points. Least, greatest and count are kept only once a point stands for
 * more than one sample. Not thread safe.
 */
final class Samples {
    /** Times beyond this are taken for garbage: they are farther than any calendar. */
    static final long FARTHEST = 8_640_000_000_000_000L;

    long[] times;
    double[] values;
    double @Nullable [] lows;
    double @Nullable [] highs;
    long @Nullable [] counts;
    int size;

    Samples(int room) {
        times = new long[room];
        values = new double[room];
    }

    double low(int index) {
        return lows == null ? values[index] : lows[index];
    }

    double high(int index) {
        return highs == null ? values[index] : highs[index];
    }

    long count(int index) {
        return counts == null ? 1 : counts[index];
    }

    void ensure(int room) {
        if (room > times.length) {
            int length = Math.max(room, times.length * 2);
            times = Arrays.copyOf(times, length);
            values = Arrays.copyOf(values, length);
            if (lows != null && highs != null && counts != null) {
                lows = Arrays.copyOf(lows, length);
                highs = Arrays.copyOf(highs, length);
                counts = Arrays.copyOf(counts, length);
            }
        }
    }

    /** Puts one sample at a place that is there. */
    void set(int index, long time, double value) {
        times[index] = time;
        values[index] = value;
        if (lows != null && highs != null && counts != null) {
            lows[index] = value;
            highs[index] = value;
            counts[index] = 1;
        }
    }

    /** Copies a point from other columns. */
    void copy(int index, Samples other, int from) {
        set(index, other.times[from], other.values[from]);
        if (lows != null && highs != null && counts != null) {
            lows[index] = other.low(from);
            highs[index] = other.high(from);
            counts[index] = other.count(from);
        }
    }

    /** Moves the points from {@code from} on to {@code to}. */
    void move(int from, int to) {
        int moved = size - from;
        System.arraycopy(times, from, times, to, moved);
        System.arraycopy(values, from, values, to, moved);
        if (lows != null && highs != null && counts != null) {
            System.arraycopy(lows, from, lows, to, moved);
            System.arraycopy(highs, from, highs, to, moved);
            System.arraycopy(counts, from, counts, to, moved);
        }
    }

    /** Makes room for points that stand for more than one sample. */
    void widen() {
        if (lows == null) {
            lows = values.clone();
            highs = values.clone();
            counts = new long[values.length];
            Arrays.fill(counts, 1);
        }
    }

    /** Points as columns of their own: finite or a gap, at times that can be, in the order of time. */
    static Samples of(TracePoints points) {
        Samples out = new Samples(Math.max(1, points.size()));
        double[] lows = points.lows();
        double[] highs = points.highs();
        long[] counts = points.counts();
        if (lows != null) {
            out.widen();
        }
        int[] order = Order.of(points.times());
        for (int i : order) {
            long time = points.times()[i];
            if (Math.abs(time) > FARTHEST || time == Long.MIN_VALUE) {
                continue;
            }
            int at = out.size > 0 && out.times[out.size - 1] == time ? out.size - 1 : out.size++;
            double value = finite(points.values()[i]);
            out.set(at, time, value);
            if (lows != null && highs != null && counts != null && out.lows != null && !Double.isNaN(value)) {
                double low = finite(lows[i]);
                double high = finite(highs[i]);
                out.lows[at] = Double.isNaN(low) ? value : Math.min(low, value);
                out.highs()[at] = Double.isNaN(high) ? value : Math.max(high, value);
                out.counts()[at] = Math.max(1, counts[i]);
            }
        }
        return out;
    }

    static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private double[] highs() {
        return java.util.Objects.requireNonNull(highs);
    }

    private long[] counts() {
        return java.util.Objects.requireNonNull(counts);
    }
}
