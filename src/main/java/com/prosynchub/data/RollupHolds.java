package com.prosynchub.data;

import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Spares a writer to mark again and again what it marked a moment ago. A mark counts for {@link #HOLD}; whoever removes
 * marks leaves them alone for longer than that, so that no sample is stored beside a mark that is gone. Safe for all
 * threads.
 */
public final class RollupHolds {
    /** How long a mark serves the process that set it. */
    public static final Duration HOLD = Duration.ofMinutes(5);

    /** How long a mark must have been seen before it may be removed: time for the slowest write that relies on it. */
    public static final Duration REST = HOLD.plusMinutes(2);

    /** A write that took longer than this, say on a computer that slept, marks once more. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    /** Slots that lie no further apart share a mark. */
    private static final long JOIN = Duration.ofHours(4).toMillis();

    private final LongSupplier nanos;
    private final InstantSource clock;
    private final Map<Slot, Tick> held = new LinkedHashMap<>();

    /** @param nanos as {@link System#nanoTime} */
    public RollupHolds(LongSupplier nanos, InstantSource clock) {
        this.nanos = nanos;
        this.clock = clock;
    }

    private record Slot(UUID asset, long start) {}

    /** By both clocks: one may stand still while the computer sleeps, the other may be set back. */
    record Tick(long nanos, Instant at) {}

    /** Marks samples by {@code store} where that is needed, then writes them. */
    public <T> T around(
            Collection<MetricSample> samples,
            java.util.function.Consumer<List<RollupMark>> store,
            java.util.function.Supplier<T> write) {
        Tick began = now();
        List<RollupMark> needed = missing(samples, began);
        if (!needed.isEmpty()) {
            store.accept(needed);
            hold(samples, began);
        }
        T result = write.get();
        if (age(began).compareTo(SLOW) > 0) {
            store.accept(marks(slots(samples), began));
        }
        return result;
    }

    private synchronized List<RollupMark> missing(Collection<MetricSample> samples, Tick now) {
        Iterator<Tick> oldest = held.values().iterator();
        while (oldest.hasNext() && age(oldest.next()).compareTo(HOLD) >= 0) {
            oldest.remove();
        }
        Map<UUID, SortedSet<Long>> wanted = slots(samples);
        wanted.forEach((asset, slots) -> slots.removeIf(start -> {
            Tick since = held.get(new Slot(asset, start));
            return since != null && age(since).compareTo(HOLD) < 0;
        }));
        return marks(wanted, now);
    }

    private synchronized void hold(Collection<MetricSample> samples, Tick since) {
        slots(samples)
                .forEach((asset, slots) -> slots.forEach(start -> {
                    Slot slot = new Slot(asset, start);
                    Tick before = held.get(slot);
                    if (before == null || age(before).compareTo(HOLD) >= 0) {
                        held.remove(slot);
                        held.put(slot, since);
                    }
                }));
    }

    private static Map<UUID, SortedSet<Long>> slots(Collection<MetricSample> samples) {
        Map<UUID, SortedSet<Long>> slots = new TreeMap<>();
        for (MetricSample sample : samples) {
            slots.computeIfAbsent(sample.assetId(), _ -> new TreeSet<>())
                    .add(RollupLevel.SLOT.floor(sample.timestamp().toEpochMilli()));
        }
        return slots;
    }

    private static List<RollupMark> marks(Map<UUID, SortedSet<Long>> slots, Tick now) {
        long width = RollupLevel.SLOT.width();
        List<RollupMark> marks = new ArrayList<>();
        slots.forEach((asset, starts) -> {
            long from = Long.MIN_VALUE;
            long to = Long.MIN_VALUE;
            for (long start : starts) {
                if (from == Long.MIN_VALUE) {
                    from = start;
                } else if (start - to > JOIN) {
                    marks.add(mark(asset, from, to, now));
                    from = start;
                }
                to = start + width;
            }
            if (from != Long.MIN_VALUE) {
                marks.add(mark(asset, from, to, now));
            }
        });
        return marks;
    }

    private static RollupMark mark(UUID asset, long from, long to, Tick now) {
        return new RollupMark(
                null, asset, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), RollupMark.Reason.SAMPLES, now.at());
    }

    private Tick now() {
        return new Tick(nanos.getAsLong(), clock.instant());
    }

    private Duration age(Tick since) {
        Duration run = Duration.ofNanos(nanos.getAsLong() - since.nanos());
        Duration wall = Duration.between(since.at(), clock.instant());
        return run.compareTo(wall) > 0 ? run : wall;
    }
}
