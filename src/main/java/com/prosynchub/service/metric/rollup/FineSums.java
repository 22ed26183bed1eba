package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.service.metric.rollup.Ranges.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the levels below a slot, which not every slot has: the slot's own sum says whether there is something, and where
 * the finer sums are missing then, the samples are few enough to be read. One question of one asset; one thread.
 */
final class FineSums {
    private final MetricHistoryRepository history;
    private final MetricRollupRepository rollups;
    private final UUID asset;
    private final Set<String> metrics;

    FineSums(MetricHistoryRepository history, MetricRollupRepository rollups, UUID asset, Set<String> metrics) {
        this.history = history;
        this.rollups = rollups;
        this.asset = asset;
        this.metrics = metrics;
    }

    private record Slot(String metric, long start) {}

    /** Fills in whole slots; answers those that only the samples can tell. */
    List<Range> read(Range range, RollupLevel level, Map<String, BucketGrid> grids) {
        Map<String, List<MetricBucket>> slots = buckets(range, RollupLevel.SLOT);
        Set<Slot> filled = new HashSet<>();
        slots.forEach((metric, buckets) -> buckets.forEach(b -> filled.add(new Slot(metric, b.start()))));
        Map<String, List<MetricBucket>> fine = buckets(range, level);
        Set<Slot> summed = new HashSet<>();
        fine.forEach((metric, buckets) ->
                buckets.forEach(b -> summed.add(new Slot(metric, RollupLevel.SLOT.floor(b.start())))));
        // A slot goes to the samples for all metrics or for none, so that no value is counted twice.
        Set<Long> unsummed = new HashSet<>();
        filled.stream().filter(slot -> !summed.contains(slot)).forEach(slot -> unsummed.add(slot.start()));
        fine.forEach((metric, buckets) -> {
            BucketGrid grid = grids.get(metric);
            if (grid != null) {
                buckets.stream()
                        .filter(b -> !unsummed.contains(RollupLevel.SLOT.floor(b.start())))
                        .forEach(grid::add);
            }
        });
        List<Range> left = new ArrayList<>();
        Ranges.union(unsummed.stream()
                        .map(start -> new Range(start, start + RollupLevel.SLOT.width()))
                        .toList())
                .list()
                .forEach(slot -> left.addAll(stored(slot, slots, grids)));
        return left;
    }

    /** Samples may have been removed since they were summed up: then the slot's own sum stands for them. */
    private List<Range> stored(Range range, Map<String, List<MetricBucket>> slots, Map<String, BucketGrid> grids) {
        Map<Long, Long> counted = new HashMap<>();
        slots.values().forEach(buckets -> buckets.stream()
                .filter(b -> b.start() >= range.from() && b.start() < range.to())
                .forEach(b -> counted.merge(b.start(), b.count(), Math::max)));
        long least = counted.values().stream().mapToLong(n -> n).sum();
        long there = history.count(asset, Instant.ofEpochMilli(range.from()), Instant.ofEpochMilli(range.to()));
        if (there >= least) {
            return List.of(range);
        }
        long middle = RollupLevel.SLOT.floor((range.from() + range.to()) / 2);
        if (there == 0 || middle <= range.from()) {
            slots.forEach((metric, buckets) -> {
                BucketGrid grid = grids.get(metric);
                if (grid != null) {
                    buckets.stream()
                            .filter(b -> b.start() >= range.from() && b.start() < range.to())
                            .forEach(grid::add);
                }
            });
            return List.of();
        }
        List<Range> left = new ArrayList<>(stored(new Range(range.from(), middle), slots, grids));
        left.addAll(stored(new Range(middle, range.to()), slots, grids));
        return left;
    }

    private Map<String, List<MetricBucket>> buckets(Range range, RollupLevel level) {
        Map<String, List<MetricBucket>> found = new HashMap<>();
        for (RollupBlock block : rollups.blocks(
                asset, level, Instant.ofEpochMilli(range.from()), Instant.ofEpochMilli(range.to()), metrics)) {
            List<MetricBucket> buckets = found.computeIfAbsent(block.metric(), _ -> new ArrayList<>());
            block.buckets().stream()
                    .filter(b -> b.start() >= range.from() && b.start() < range.to())
                    .forEach(buckets::add);
        }
        return found;
    }
}
