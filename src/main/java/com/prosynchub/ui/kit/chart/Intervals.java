package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricBucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The usual distance of samples. Stateless. */
final class Intervals {
    private static final int SAMPLED = 200;

    private Intervals() {}

    /** Of single points; zero when they are not all that was measured, or too few to tell. */
    static Duration usual(TracePoints points, boolean reduced) {
        return reduced || points.counts() != null ? Duration.ZERO : usual(points.times());
    }

    /** The median distance of the newest times; zero when there are too few to tell. */
    static Duration usual(long[] times) {
        int from = Math.max(1, times.length - SAMPLED);
        if (times.length - from < 2) {
            return Duration.ZERO;
        }
        long[] steps = new long[times.length - from];
        for (int i = from; i < times.length; i++) {
            steps[i - from] = times[i] - times[i - 1];
        }
        return median(steps, steps.length);
    }

    /** The median distance within the newest stretches. */
    static Duration usual(List<MetricBucket> buckets) {
        long[] steps = new long[Math.min(SAMPLED, buckets.size())];
        int found = 0;
        for (MetricBucket bucket : buckets.subList(buckets.size() - steps.length, buckets.size())) {
            if (bucket.count() > 1) {
                steps[found++] = (bucket.last() - bucket.first()) / (bucket.count() - 1);
            }
        }
        return found == 0 ? Duration.ZERO : median(steps, found);
    }

    private static Duration median(long[] steps, int count) {
        Arrays.sort(steps, 0, count);
        return Duration.ofMillis(steps[count / 2]);
    }
}
