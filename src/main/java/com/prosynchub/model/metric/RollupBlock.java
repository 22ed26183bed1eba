package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The buckets of one metric, one level and one stretch of time, which are stored together; identity is all of these.
 *
 * @param start a multiple of the level's block
 * @param revision 0 while it was never stored; grows with every change
 * @param buckets those that hold something, oldest first
 */
public record RollupBlock(
        UUID assetId, String metric, RollupLevel level, Instant start, int revision, List<MetricBucket> buckets) {
    public RollupBlock {
        buckets = List.copyOf(buckets);
    }

    /** A block that is not stored yet. */
    public static RollupBlock empty(UUID assetId, String metric, RollupLevel level, Instant start) {
        return new RollupBlock(assetId, metric, level, start, 0, List.of());
    }

    /** The end of its time, not in it. */
    public Instant end() {
        return start.plusMillis(level.block());
    }

    /** With other buckets in {@code [from, to)}; those given must lie in it, oldest first. */
    public RollupBlock with(long from, long to, List<MetricBucket> fresh) {
        List<MetricBucket> all = new ArrayList<>();
        buckets.stream().filter(b -> b.start() < from).forEach(all::add);
        all.addAll(fresh);
        buckets.stream().filter(b -> b.start() >= to).forEach(all::add);
        return new RollupBlock(assetId, metric, level, start, revision, all);
    }
}
