package com.prosynchub.ui.kit.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Samples of one trace in the order of time, one per millisecond at most; a value that is not finite is a gap. Appending at
 * the end is amortised constant time. Confined to one thread, in the window the FX thread.
 */
public final class TraceSeries {
    /** Beyond this many samples the oldest eighth is let go. */
    public static final int CAPACITY = 8_000_000;

    private final int capacity;
    private final TracePyramid pyramid = new TracePyramid();
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;
    private long version;

    public TraceSeries() {
        this(CAPACITY);
    }

    public TraceSeries(int capacity) {
        this.capacity = Math.max(16, capacity);
    }

    /** Takes one sample. At a known time the newer value wins; a late one is put in its place. */
    public void append(long time, double value) {
        version++;
        double kept = Double.isFinite(value) ? value : Double.NaN;
        if (size > 0 && time <= times[size - 1]) {
            insert(time, kept);
            return;
        }
        makeRoom();
        times[size] = time;
        values[size] = kept;
        pyramid.append(values, size);
        size++;
    }

    /**
     * Takes many samples in any order, before, between or after those already here; at a known time the newer value wins. The
     * arrays stay the caller's.
     */
    public void merge(long[] newTimes, double[] newValues) {
        if (newTimes.length != newValues.length) {
            throw new IllegalArgumentException("times and values differ in number");
        }
        if (newTimes.length == 0) {
            return;
        }
        version++;
        int[] order = order(newTimes);
        long[] mergedTimes = new long[size + newTimes.length];
        double[] mergedValues = new double[mergedTimes.length];
        int old = 0;
        int fresh = 0;
        int out = 0;
        while (old < size || fresh < order.length) {
            long oldTime = old < size ? times[old] : Long.MAX_VALUE;
            long freshTime = fresh < order.length ? newTimes[order[fresh]] : Long.MAX_VALUE;
            boolean takeOld = fresh >= order.length || (old < size && oldTime < freshTime);
            long time = takeOld ? oldTime : freshTime;
            double value = takeOld ? values[old] : newValues[order[fresh]];
            if (out > 0 && mergedTimes[out - 1] == time) {
                out--;
            }
            mergedTimes[out] = time;
            mergedValues[out++] = Double.isFinite(value) ? value : Double.NaN;
            if (takeOld) {
                old++;
            } else {
                fresh++;
                // The same instant in the old samples is overtaken.
                if (oldTime == freshTime && old < size) {
                    old++;
                }
            }
        }
        take(mergedTimes, mergedValues, out);
    }

    /** Puts samples in the place of everything in {@code window}. */
    public void replace(TimeWindow window, long[] newTimes, double[] newValues) {
        int from = indexAtOrAfter(window.from());
        int to = indexAtOrAfter(window.to());
        if (to > from) {
            System.arraycopy(times, to, times, from, size - to);
            System.arraycopy(values, to, values, from, size - to);
            size -= to - from;
            pyramid.rebuild(values, size, Math.min(from, Math.max(0, size - 1)));
            version++;
        }
        merge(newTimes, newValues);
    }

    public void clear() {
        size = 0;
        version++;
        pyramid.rebuild(values, 0, 0);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long time(int index) {
        return times[index];
    }

    /** The value; NaN is a gap. */
    public double value(int index) {
        return values[index];
    }

    /** Time of the newest sample; {@link Long#MIN_VALUE} when empty. */
    public long newestTime() {
        return size == 0 ? Long.MIN_VALUE : times[size - 1];
    }

    /** Time of the oldest sample; {@link Long#MAX_VALUE} when empty. */
    public long oldestTime() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** Index of the first sample at or after {@code time}; {@link #size()} if there is none. */
    public int indexAtOrAfter(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : -found - 1;
    }

    /** As {@link #indexAtOrAfter(long)}, looking only from {@code start} on. */
    int indexAtOrAfter(long time, int start) {
        int found = Arrays.binarySearch(times, start, size, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Adds the extent of the samples {@code [from, to)} to {@code out}. */
    public void extent(int from, int to, Extent out) {
        pyramid.query(values, from, to, out);
    }

    /** How many samples lie in a window. */
    public int count(TimeWindow window) {
        return indexAtOrAfter(window.to()) - indexAtOrAfter(window.from());
    }

    private void insert(long time, double value) {
        int at = indexAtOrAfter(time);
        if (times[at] != time) {
            makeRoom();
            at = indexAtOrAfter(time);
            System.arraycopy(times, at, times, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
            times[at] = time;
            size++;
        }
        values[at] = value;
        pyramid.rebuild(values, size, at);
    }

    private void makeRoom() {
        if (size >= capacity) {
            int drop = Math.max(1, capacity / 8);
            System.arraycopy(times, drop, times, 0, size - drop);
            System.arraycopy(values, drop, values, 0, size - drop);
            size -= drop;
            pyramid.rebuild(values, size, 0);
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
    }

    private void take(long[] allTimes, double[] allValues, int count) {
        int drop = Math.max(0, count - capacity);
        times = drop == 0 ? allTimes : Arrays.copyOfRange(allTimes, drop, count);
        values = drop == 0 ? allValues : Arrays.copyOfRange(allValues, drop, count);
        size = count - drop;
        pyramid.rebuild(values, size, 0);
    }

    private static int[] order(long[] newTimes) {
        boolean sorted = true;
        for (int i = 1; sorted && i < newTimes.length; i++) {
            sorted = newTimes[i - 1] <= newTimes[i];
        }
        IntStream indices = IntStream.range(0, newTimes.length);
        return sorted
                ? indices.toArray()
                : indices.boxed()
                        .sorted((a, b) -> Long.compare(newTimes[a], newTimes[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
