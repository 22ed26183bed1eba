package com.prosynchub.service.metric.rollup;

import com.prosynchub.model.metric.MetricBucket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One metric's buckets over a window, all of one width and beginning at multiples of it, so that a bucket stays the same
 * when the window moves. Values come in any order. One thread.
 */
final class BucketGrid {
    private final long width;
    private final long origin;
    private final @Nullable BucketBuilder[] cells;

    BucketGrid(long from, long to, long width) {
        this.width = width;
        this.origin = Math.floorDiv(from, width);
        this.cells = new BucketBuilder[Math.toIntExact(Math.floorDiv(to - 1, width) - origin + 1)];
    }

    /** The width with which {@code [from, to)} makes at most so many buckets, two or more; a multiple of {@code unit}. */
    static long width(long from, long to, int most, long unit) {
        int fitting = Math.max(2, most);
        long width = Math.ceilDiv(Math.ceilDiv(to - from, fitting), unit) * unit;
        // Buckets begin at multiples of their width, so the window may cut one more than its length says.
        while (Math.floorDiv(to - 1, width) - Math.floorDiv(from, width) + 1 > fitting) {
            width += unit;
        }
        return width;
    }

    void add(long time, double value) {
        cell(time).add(time, value);
    }

    void add(MetricBucket part) {
        cell(part.start()).add(part);
    }

    private BucketBuilder cell(long time) {
        int index = (int) (Math.floorDiv(time, width) - origin);
        BucketBuilder cell = cells[index];
        if (cell == null) {
            cell = new BucketBuilder();
            cells[index] = cell;
        }
        return cell;
    }

    /** Whether nothing was taken in. */
    boolean isEmpty() {
        return Arrays.stream(cells).allMatch(Objects::isNull);
    }

    /** The buckets that hold something, oldest first. */
    List<MetricBucket> buckets() {
        List<MetricBucket> found = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            BucketBuilder cell = cells[i];
            MetricBucket bucket = cell == null ? null : cell.build((origin + i) * width, (origin + i + 1) * width);
            if (bucket != null) {
                found.add(bucket);
            }
        }
        return found;
    }
}
