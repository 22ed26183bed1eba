package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.service.metric.rollup.Ranges.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers a window of history in about as many buckets as asked for, exact to the sample: least, greatest, mean and count
 * of each stretch. What is marked, and the edges of the window, it sums up from the samples themselves. Asks for no
 * permission, its callers do. Workers only; safe for all of them.
 */
public final class RollupReader {
    private final MetricHistoryRepository history;
    private final MetricRollupRepository rollups;

    public RollupReader(MetricHistoryRepository history, MetricRollupRepository rollups) {
        this.history = history;
        this.rollups = rollups;
    }

    /** Of what a document store holds. */
    public static RollupReader of(DocumentStore documents) {
        return new RollupReader(documents.metricHistory(), documents.metricRollups());
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
        metrics.forEach(metric -> found.put(metric, List.of()));
        if (from.isBefore(to) && !found.isEmpty()) {
            long start = from.toEpochMilli();
            long end = to.toEpochMilli();
            RollupLevel level = level(start, end, maxBuckets);
            long width = BucketGrid.width(start, end, maxBuckets, level == null ? 1 : level.width());
            Map<String, BucketGrid> grids = new LinkedHashMap<>();
            found.keySet().forEach(metric -> grids.put(metric, new BucketGrid(start, end, width)));
            Ranges window = Ranges.of(start, end);
            samples(asset, grids, level == null ? window : sums(asset, grids, window, level));
            if (level == null && grids.values().stream().allMatch(BucketGrid::isEmpty)) {
                // Either nothing was measured, or the samples were removed and their sums are what is left.
                sums(asset, grids, window, RollupLevel.SLOT);
            }
            grids.forEach((metric, grid) -> found.put(metric, grid.buckets()));
        }
        return found;
    }

    /** The coarsest level that gives at least half as many buckets as asked for; null when there is none so fine. */
    static @Nullable RollupLevel level(long from, long to, int maxBuckets) {
        RollupLevel fitting = null;
        for (RollupLevel level : RollupLevel.values()) {
            if (level.width() <= 2 * ((to - from) / Math.max(2, maxBuckets))) {
                fitting = level;
            }
        }
        return fitting;
    }

    /** Fills in what can be taken from sums of this level and finer ones; answers what is left to the samples. */
    private Ranges sums(UUID asset, Map<String, BucketGrid> grids, Ranges window, RollupLevel coarsest) {
        // The marks first: what is clean now stays true of the sums read after, give or take what comes meanwhile.
        Ranges marked = Ranges.of(rollups.marks(asset));
        if (coarsest.compareTo(RollupLevel.SLOT) < 0) {
            return fine(asset, grids, window, marked, coarsest);
        }
        Ranges left = window;
        for (int i = coarsest.ordinal(); i >= RollupLevel.SLOT.ordinal(); i--) {
            RollupLevel level = RollupLevel.values()[i];
            Ranges here = left.without(marked).inner(level.width());
            here.list().forEach(range -> read(asset, grids, level, range));
            left = left.without(here);
        }
        return left;
    }

    private void read(UUID asset, Map<String, BucketGrid> grids, RollupLevel level, Range range) {
        rollups.blocks(
                        asset,
                        level,
                        Instant.ofEpochMilli(range.from()),
                        Instant.ofEpochMilli(range.to()),
                        grids.keySet())
                .forEach(block -> {
                    BucketGrid grid = grids.get(block.metric());
                    for (MetricBucket bucket : block.buckets()) {
                        if (grid != null && bucket.start() >= range.from() && bucket.start() < range.to()) {
                            grid.add(bucket);
                        }
                    }
                });
    }

    /** The finest levels are kept only of slots where they are worth it. */
    private Ranges fine(UUID asset, Map<String, BucketGrid> grids, Ranges window, Ranges marked, RollupLevel level) {
        Ranges slots = window.without(marked).inner(RollupLevel.SLOT.width());
        List<Range> left = new ArrayList<>(window.without(slots).list());
        FineSums sums = new FineSums(history, rollups, asset, Set.copyOf(grids.keySet()));
        slots.list().forEach(range -> left.addAll(sums.read(range, level, grids)));
        return Ranges.union(left);
    }

    private void samples(UUID asset, Map<String, BucketGrid> grids, Ranges left) {
        List<String> metrics = List.copyOf(grids.keySet());
        List<BucketGrid> targets = List.copyOf(grids.values());
        for (Range range : left.list()) {
            history.forEachPoint(
                    asset,
                    metrics,
                    Instant.ofEpochMilli(range.from()),
                    Instant.ofEpochMilli(range.to()),
                    (time, values) -> {
                        for (int i = 0; i < values.length; i++) {
                            if (!Double.isNaN(values[i])) {
                                targets.get(i).add(time, values[i]);
                            }
                        }
                    });
        }
    }
}
