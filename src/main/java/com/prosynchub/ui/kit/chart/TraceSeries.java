package com.prosynchub.ui.kit.chart;

import java.util.Arrays;

/**
 * Points of one trace in the order of time, one per millisecond at most; a value that is not finite is a gap, and a time
 * beyond any calendar is left out. Appending at the end is amortised constant time. Confined to one thread, in the window the
 * FX thread.
 */
public final class TraceSeries {
    /** Beyond this many points the oldest eighth is let go. */
    public static final int CAPACITY = 8_000_000;

    private final int capacity;
    private final TracePyramid pyramid = new TracePyramid();
    private Samples samples = new Samples(64);
    private long version;
    private long rewrites;

    public TraceSeries() {
        this(CAPACITY);
    }

    public TraceSeries(int capacity) {
        this.capacity = Math.max(16, capacity);
    }

    /** Takes one sample. At a known time the newer value wins; a late one is put in its place. */
    public void append(long time, double value) {
        if (Math.abs(time) > Samples.FARTHEST || time == Long.MIN_VALUE) {
            return;
        }
        version++;
        double kept = Samples.finite(value);
        if (samples.size > 0 && time <= newestTime()) {
            insert(time, kept);
            return;
        }
        makeRoom();
        samples.set(samples.size, time, kept);
        pyramid.append(samples, samples.size);
        samples.size++;
    }

    /** {@link #merge(TracePoints)} of single samples. */
    public void merge(long[] newTimes, double[] newValues) {
        merge(TracePoints.samples(newTimes, newValues));
    }

    /**
     * Takes many points in any order, before, between or after those already here; at a known time the newer one wins. The
     * arrays stay the caller's.
     */
    public void merge(TracePoints points) {
        if (points.size() > 0) {
            take(merged(samples, Samples.of(points)));
        }
    }

    /** {@link #replace(TimeWindow, TracePoints)} of single samples. */
    public void replace(TimeWindow window, long[] newTimes, double[] newValues) {
        replace(window, TracePoints.samples(newTimes, newValues));
    }

    /** Puts points in the place of everything in {@code window}. */
    public void replace(TimeWindow window, TracePoints points) {
        int from = indexAtOrAfter(window.from());
        int to = indexAtOrAfter(window.to());
        if (to > from) {
            samples.move(to, from);
            samples.size -= to - from;
            version++;
            rewrites++;
            if (points.size() == 0) {
                pyramid.rebuild(samples, Math.min(from, Math.max(0, samples.size - 1)));
            }
        }
        merge(points);
    }

    public void clear() {
        samples = new Samples(64);
        version++;
        rewrites++;
        pyramid.rebuild(samples, 0);
    }

    /** Number of points held. */
    public int size() {
        return samples.size;
    }

    public boolean isEmpty() {
        return samples.size == 0;
    }

    public long time(int index) {
        return samples.times[index];
    }

    /** The value, or the mean of what the point stands for; NaN is a gap. */
    public double value(int index) {
        return samples.values[index];
    }

    /** The least of what a point stands for. */
    public double low(int index) {
        return samples.low(index);
    }

    /** The greatest of what a point stands for. */
    public double high(int index) {
        return samples.high(index);
    }

    /** How many samples a point stands for; one, unless it is a stretch of time. */
    public long samples(int index) {
        return samples.count(index);
    }

    /** Time of the newest sample; {@link Long#MIN_VALUE} when empty. */
    public long newestTime() {
        return samples.size == 0 ? Long.MIN_VALUE : samples.times[samples.size - 1];
    }

    /** Time of the oldest sample; {@link Long#MAX_VALUE} when empty. */
    public long oldestTime() {
        return samples.size == 0 ? Long.MAX_VALUE : samples.times[0];
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** Grows with every change but an append at the end. */
    long rewrites() {
        return rewrites;
    }

    /** Index of the first sample at or after {@code time}; {@link #size()} if there is none. */
    public int indexAtOrAfter(long time) {
        return indexAtOrAfter(time, 0);
    }

    /** As {@link #indexAtOrAfter(long)}, looking only from {@code start} on. */
    int indexAtOrAfter(long time, int start) {
        int found = Arrays.binarySearch(samples.times, start, samples.size, time);
        return found >= 0 ? found : -found - 1;
    }

    /** As {@link #indexAtOrAfter(long, int)}, where about {@code guess} samples are expected in between. */
    int indexAtOrAfter(long time, int start, int guess) {
        long end = (long) start + 2L * guess + 8;
        if (end < samples.size && samples.times[(int) end] >= time) {
            int found = Arrays.binarySearch(samples.times, start, (int) end, time);
            return found >= 0 ? found : -found - 1;
        }
        return indexAtOrAfter(time, start);
    }

    /** Adds the extent of the points {@code [from, to)} to {@code out}. */
    public void extent(int from, int to, Extent out) {
        pyramid.query(samples, from, to, Extent.ANY, out);
    }

    /** As {@link #extent}, of values within bounds only. */
    void extent(int from, int to, Extent.Bounds bounds, Extent out) {
        pyramid.query(samples, from, to, bounds, out);
    }

    /** Whether exactly this sample is here already. */
    public boolean holds(long time, double value) {
        int at = indexAtOrAfter(time);
        return at < size()
                && time(at) == time
                && samples(at) == 1
                && Double.compare(value(at), Samples.finite(value)) == 0;
    }

    /** How many points lie in a window. */
    public int count(TimeWindow window) {
        return indexAtOrAfter(window.to()) - indexAtOrAfter(window.from());
    }

    private void insert(long time, double value) {
        int at = indexAtOrAfter(time);
        if (samples.times[at] != time) {
            makeRoom();
            at = indexAtOrAfter(time);
            samples.move(at, at + 1);
            samples.size++;
        }
        samples.set(at, time, value);
        rewrites++;
        pyramid.rebuild(samples, at);
    }

    private void makeRoom() {
        if (samples.size >= capacity) {
            int drop = Math.max(1, capacity / 8);
            samples.move(drop, 0);
            samples.size -= drop;
            rewrites++;
            pyramid.rebuild(samples, 0);
        }
        samples.ensure(samples.size + 1);
    }

    private void take(Samples merged) {
        int drop = Math.max(0, merged.size - capacity);
        if (drop > 0) {
            merged.move(drop, 0);
            merged.size -= drop;
        }
        samples = merged;
        version++;
        rewrites++;
        pyramid.rebuild(samples, 0);
    }

    /** Two ordered columns as one; where both have a point the second's is taken. */
    private static Samples merged(Samples old, Samples fresh) {
        Samples out = new Samples(Math.max(1, old.size + fresh.size));
        if (old.lows != null || fresh.lows != null) {
            out.widen();
        }
        int a = 0;
        int b = 0;
        while (a < old.size || b < fresh.size) {
            boolean takeOld = b >= fresh.size || (a < old.size && old.times[a] < fresh.times[b]);
            if (takeOld) {
                out.copy(out.size++, old, a++);
            } else {
                a += a < old.size && old.times[a] == fresh.times[b] ? 1 : 0;
                out.copy(out.size++, fresh, b++);
            }
        }
        return out;
    }
}
