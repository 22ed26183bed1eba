package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.metric.MetricBucket;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Answers a window of history in about as many buckets as asked for, exact to the sample: least, greatest, mean and count
 * of each stretch. Asks for no permission, its callers do. Workers only; safe for all of them.
 */
public final class RollupReader {
    private final MetricHistoryRepository history;

    private RollupReader(MetricHistoryRepository history) {
        this.history = history;
    }

    /** Of what a document store holds. */
    public static RollupReader of(DocumentStore documents) {
        return new RollupReader(documents.metricHistory());
    }

    /** One metric; see {@link #buckets(UUID, Collection, Instant, Instant, int)}. */
    public List<MetricBucket> buckets(UUID asset, String metric, Instant from, Instant to, int maxBuckets) {
        return buckets(asset, List.of(metric), from, to, maxBuckets).getOrDefault(metric, List.of());
    }

    /**
     * For each metric its buckets in {@code [from, to)}, oldest first, those without a value left out. All have one width
     * and begin at multiples of it; of the first and the last one only what lies in the window is counted.
     *
     * @param maxBuckets no metric gets more than these; at least 2
     */
    public Map<String, List<MetricBucket>> buckets(
            UUID asset, Collection<String> metrics, Instant from, Instant to, int maxBuckets) {
        Map<String, List<MetricBucket>> found = new LinkedHashMap<>();
        if (!from.isBefore(to)) {
            metrics.forEach(metric -> found.put(metric, List.of()));
            return found;
        }
        long start = from.toEpochMilli();
        long end = to.toEpochMilli();
        long width = BucketGrid.width(start, end, maxBuckets, 1);
        Map<String, BucketGrid> grids = new LinkedHashMap<>();
        metrics.forEach(metric -> grids.put(metric, new BucketGrid(start, end, width)));
        history.forEach(
                asset,
                from,
                to,
                sample -> grids.forEach((metric, grid) -> {
                    Double value = sample.metrics().get(metric);
                    if (value != null) {
                        grid.add(sample.timestamp().toEpochMilli(), value);
                    }
                }));
        grids.forEach((metric, grid) -> found.put(metric, grid.buckets()));
        return found;
    }
}
