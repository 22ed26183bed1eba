package com.prosynchub.service.metric;

import java.util.Arrays;

/**
 * Tells a missing stretch from the usual time between two samples, without being told the rate: a gap is longer than two
 * and a half times the median of the intervals just before. It follows a change of rate after a few samples. One thread.
 */
final class GapDetector {
    private static final int WINDOW = 9;
    private static final int LEARN = 3;
    private static final double FACTOR = 2.5;

    private final long[] recent = new long[WINDOW];
    private int seen;

    /** Whether the interval to the next sample is a gap; remembers it either way. */
    boolean isGap(long interval) {
        boolean gap = seen >= LEARN && interval > FACTOR * median();
        recent[seen++ % WINDOW] = interval;
        return gap;
    }

    private long median() {
        int n = Math.min(seen, WINDOW);
        long[] sorted = Arrays.copyOf(recent, n);
        Arrays.sort(sorted);
        return sorted[n / 2];
    }
}
