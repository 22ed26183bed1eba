package com.prosynchub.ui.kit.chart;

/**
 * Whether a line joins two neighbouring samples. The expected interval is the first measure; where a source was slower or
 * faster for a while, the usual distance on either side of the two is the second, so that an hourly past beside a live
 * present is a line, and a hole in either is a hole. Stateless; FX thread.
 */
final class Joints {
    /** So many samples on either side have a say. */
    static final int NEIGHBOURS = 4;

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
        int wanted = (last - first - 1) / 2;
        // Counting instead of sorting: this is asked for in every frame and must leave nothing behind.
        for (int i = first; i < last; i++) {
            long step = series.time(i + 1) - series.time(i);
            int below = 0;
            int equal = 0;
            for (int j = first; j < last; j++) {
                long other = series.time(j + 1) - series.time(j);
                below += other < step ? 1 : 0;
                equal += other == step ? 1 : 0;
            }
            if (below <= wanted && wanted < below + equal) {
                return step;
            }
        }
        return 0;
    }
}
