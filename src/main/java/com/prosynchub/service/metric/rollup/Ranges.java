package com.prosynchub.service.metric.rollup;

import com.prosynchub.model.metric.RollupMark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Stretches of time that neither overlap nor touch, as milliseconds since the epoch. Immutable. */
final class Ranges {
    /** One stretch {@code [from, to)}. */
    record Range(long from, long to) {}

    private final NavigableMap<Long, Long> ends;

    private Ranges(NavigableMap<Long, Long> ends) {
        this.ends = ends;
    }

    static Ranges of(long from, long to) {
        return union(List.of(new Range(from, to)));
    }

    static Ranges of(Collection<RollupMark> marks) {
        return union(marks.stream()
                .map(mark -> new Range(mark.from().toEpochMilli(), mark.to().toEpochMilli()))
                .toList());
    }

    static Ranges union(Collection<Range> some) {
        NavigableMap<Long, Long> ends = new TreeMap<>();
        some.stream()
                .filter(range -> range.from() < range.to())
                .sorted(Comparator.comparingLong(Range::from))
                .forEach(range -> {
                    Map.Entry<Long, Long> last = ends.lastEntry();
                    if (last != null && last.getValue() >= range.from()) {
                        ends.put(last.getKey(), Math.max(last.getValue(), range.to()));
                    } else {
                        ends.put(range.from(), range.to());
                    }
                });
        return new Ranges(ends);
    }

    /** Oldest first. */
    List<Range> list() {
        List<Range> list = new ArrayList<>();
        ends.forEach((from, to) -> list.add(new Range(from, to)));
        return list;
    }

    /** What lies in both. */
    Ranges within(long from, long to) {
        List<Range> cut = new ArrayList<>();
        for (Range range : list()) {
            cut.add(new Range(Math.max(from, range.from()), Math.min(to, range.to())));
        }
        return union(cut);
    }

    /** What of this is not in the other. */
    Ranges without(Ranges other) {
        List<Range> left = new ArrayList<>();
        for (Range range : list()) {
            long at = range.from();
            for (Range hole : other.within(range.from(), range.to()).list()) {
                left.add(new Range(at, hole.from()));
                at = hole.to();
            }
            left.add(new Range(at, range.to()));
        }
        return union(left);
    }

    /** The whole multiples of a length that lie in it. */
    Ranges inner(long width) {
        return union(list().stream()
                .map(r -> new Range(Math.ceilDiv(r.from(), width) * width, Math.floorDiv(r.to(), width) * width))
                .toList());
    }

    @Override
    public String toString() {
        return ends.toString();
    }
}
