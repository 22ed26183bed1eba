package com.prosynchub.service.metric;

import com.prosynchub.model.metric.MetricBucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was measured in a window, by stretches of time.
 *
 * @param from beginning of the window
 * @param to end of the window, not in it
 * @param buckets for each metric asked for, oldest first; stretches without a value are left out
 */
public record TrendBuckets(UUID assetId, Instant from, Instant to, Map<String, List<MetricBucket>> buckets) {
    public TrendBuckets {
        buckets = Map.copyOf(buckets);
    }

    /** Of one metric; none when it was not asked for. */
    public List<MetricBucket> of(String metric) {
        return buckets.getOrDefault(metric, List.of());
    }

    /** Stored values of one metric in the window. */
    public long samples(String metric) {
        return of(metric).stream().mapToLong(MetricBucket::count).sum();
    }
}
