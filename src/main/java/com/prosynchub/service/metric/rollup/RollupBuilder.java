package com.prosynchub.service.metric.rollup;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sums up stretches of an asset's history anew: slots and finer from the samples, coarser levels from the level below.
 * What it writes is the same however often it is done, so that one that was interrupted is simply done again; whoever
 * changes the same block at the same time makes it begin again. Safe for all threads.
 */
final class RollupBuilder {
    private static final int ATTEMPTS = 20;

    /** Samples that a finer bucket must stand for on average, to be kept: else the samples are read as fast. */
    private static final int KEEP = 6;

    private final MetricHistoryRepository history;
    private final MetricRollupRepository rollups;

    RollupBuilder(MetricHistoryRepository history, MetricRollupRepository rollups) {
        this.history = history;
        this.rollups = rollups;
    }

    /** Sums up {@code [from, to)}, whole slots of one stretch of {@link RollupLevel#DAYS_32}. */
    void build(UUID asset, long from, long to) {
        long block = RollupLevel.SLOT.block();
        for (long at = from; at < to; ) {
            long start = at;
            long end = Math.min(to, Math.floorDiv(at, block) * block + block);
            untilUndisturbed(() -> fromSamples(asset, start, end));
            at = end;
        }
        for (int i = RollupLevel.SLOT.ordinal() + 1; i < RollupLevel.values().length; i++) {
            RollupLevel level = RollupLevel.values()[i];
            RollupLevel below = RollupLevel.values()[i - 1];
            untilUndisturbed(() -> fromBelow(asset, level, below, level.floor(from), level.ceil(to)));
        }
    }

    @FunctionalInterface
    private interface Attempt {
        /** Answers false when somebody else changed a block meanwhile. */
        boolean run();
    }

    private static void untilUndisturbed(Attempt attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (attempt.run()) {
                return;
            }
        }
        throw new FailureException(
                new Failure.Unavailable(Failure.Store.DOCUMENT, "others keep summing up the same history"));
    }

    private boolean fromSamples(UUID asset, long from, long to) {
        List<Change> changes = new ArrayList<>();
        // Blocks are read before what they are made of: then one that somebody changed since is noticed.
        for (RollupLevel level : List.of(RollupLevel.SECONDS_4, RollupLevel.MINUTE, RollupLevel.SLOT)) {
            changes.add(new Change(asset, level, from, to));
        }
        Map<String, List<BucketGrid>> grids = new HashMap<>();
        long[] samples = new long[(int) ((to - from) / RollupLevel.SLOT.width())];
        history.forEach(asset, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), sample -> {
            long time = sample.timestamp().toEpochMilli();
            samples[(int) ((time - from) / RollupLevel.SLOT.width())]++;
            add(grids, changes, sample, time);
        });
        boolean[] removed = removed(changes.getLast(), samples, from);
        List<RollupBlock> changed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            int place = i;
            Map<String, List<MetricBucket>> fresh = new HashMap<>();
            grids.forEach((metric, ofLevel) -> fresh.put(
                    metric,
                    ofLevel.get(place).buckets().stream()
                            .filter(b -> isKept(change.level, samples[slot(b, from)]) && !removed[slot(b, from)])
                            .toList()));
            changed.addAll(change.apply(fresh, b -> removed[slot(b, from)]));
        }
        return rollups.put(changed);
    }

    private static int slot(MetricBucket bucket, long from) {
        return (int) ((bucket.start() - from) / RollupLevel.SLOT.width());
    }

    /** Slots that were made of more samples than there are: old ones were removed, and their sums are all that is left. */
    private static boolean[] removed(Change slots, long[] samples, long from) {
        boolean[] removed = new boolean[samples.length];
        slots.old().filter(b -> b.count() > samples[slot(b, from)]).forEach(b -> removed[slot(b, from)] = true);
        return removed;
    }

    private static void add(Map<String, List<BucketGrid>> grids, List<Change> changes, MetricSample sample, long time) {
        sample.metrics().forEach((metric, value) -> {
            List<BucketGrid> ofMetric = grids.get(metric);
            if (ofMetric == null) {
                ofMetric = changes.stream()
                        .map(change -> new BucketGrid(change.from, change.to, change.level.width()))
                        .toList();
                grids.put(metric, ofMetric);
            }
            ofMetric.forEach(grid -> grid.add(time, value));
        });
    }

    private static boolean isKept(RollupLevel level, long samplesOfSlot) {
        return level == RollupLevel.SLOT || samplesOfSlot >= KEEP * (RollupLevel.SLOT.width() / level.width());
    }

    private boolean fromBelow(UUID asset, RollupLevel level, RollupLevel below, long from, long to) {
        Change change = new Change(asset, level, from, to);
        Map<String, BucketGrid> grids = new HashMap<>();
        for (RollupBlock block : rollups.blocks(asset, below, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))) {
            BucketGrid grid = grids.computeIfAbsent(block.metric(), _ -> new BucketGrid(from, to, level.width()));
            block.buckets().stream()
                    .filter(b -> b.start() >= from && b.start() < to)
                    .forEach(grid::add);
        }
        Map<String, List<MetricBucket>> fresh = new HashMap<>();
        grids.forEach((metric, grid) -> fresh.put(metric, grid.buckets()));
        return rollups.put(change.apply(fresh, _ -> false));
    }

    /** Blocks of one level as they were before a stretch of them was summed up anew. */
    private final class Change {
        private final UUID asset;
        private final RollupLevel level;
        private final long from;
        private final long to;
        private final Map<String, Map<Instant, RollupBlock>> before = new HashMap<>();

        Change(UUID asset, RollupLevel level, long from, long to) {
            this.asset = asset;
            this.level = level;
            this.from = from;
            this.to = to;
            rollups.blocks(asset, level, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to))
                    .forEach(block -> before.computeIfAbsent(block.metric(), _ -> new HashMap<>())
                            .put(block.start(), block));
        }

        /** What stood in the stretch. */
        Stream<MetricBucket> old() {
            return before.values().stream()
                    .flatMap(blocks -> blocks.values().stream())
                    .flatMap(block -> block.buckets().stream())
                    .filter(b -> b.start() >= from && b.start() < to);
        }

        /** The blocks that are other now than they were. */
        List<RollupBlock> apply(Map<String, List<MetricBucket>> fresh, Predicate<MetricBucket> stays) {
            Map<String, Map<Instant, List<MetricBucket>>> parts = new HashMap<>();
            before.forEach((metric, blocks) -> blocks.keySet()
                    .forEach(start ->
                            parts.computeIfAbsent(metric, _ -> new HashMap<>()).put(start, new ArrayList<>())));
            fresh.forEach((metric, buckets) -> buckets.forEach(b -> parts.computeIfAbsent(metric, _ -> new HashMap<>())
                    .computeIfAbsent(level.blockOf(b.start()), _ -> new ArrayList<>())
                    .add(b)));
            List<RollupBlock> changed = new ArrayList<>();
            parts.forEach((metric, byStart) -> byStart.forEach((start, buckets) -> {
                RollupBlock old = before.getOrDefault(metric, Map.of())
                        .getOrDefault(start, RollupBlock.empty(asset, metric, level, start));
                List<MetricBucket> all = new ArrayList<>(buckets);
                old.buckets().stream()
                        .filter(b -> b.start() >= from && b.start() < to && stays.test(b))
                        .forEach(all::add);
                all.sort(Comparator.comparingLong(MetricBucket::start));
                RollupBlock now = old.with(from, to, all);
                if (!now.buckets().equals(old.buckets())) {
                    changed.add(now);
                }
            }));
            return changed;
        }
    }
}
