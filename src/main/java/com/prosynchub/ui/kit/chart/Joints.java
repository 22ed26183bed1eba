package com.prosynchub.ui.kit.chart;

import java.util.Arrays;

/**
 * Whether a line joins two neighbouring samples. The expected interval is the first measure; where a source was slower or
 * faster for a while, the usual distance on either side of the two is the second, so that an hourly past beside a live
 * present is a line, and a hole in either is a hole. Stateless; FX thread.
 */
final class Joints {
    private static final int NEIGHBOURS = 4;

    private Joints() {}

    static boolean joined(TraceSeries series, int before, int after, long gapMillis) {
        if (Double.isNaN(series.value(before)) || Double.isNaN(series.value(after))) {
            return false;
        }
        long distance = series.time(after) - series.time(before);
        return distance <= gapMillis
                || distance
                        <= Trace.GAP_FACTOR
                                * Math.max(
                                        usual(series, before - NEIGHBOURS, before),
                                        usual(series, after, after + NEIGHBOURS));
    }

    /** The lower median distance of neighbours among the samples {@code from..to}; 0 where there are no two of them. */
    private static long usual(TraceSeries series, int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(series.size() - 1, to);
        if (last - first < 1) {
            return 0;
        }
        long[] steps = new long[last - first];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = series.time(first + i + 1) - series.time(first + i);
        }
        Arrays.sort(steps);
        return steps[(steps.length - 1) / 2];
    }
}
