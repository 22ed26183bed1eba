package com.prosynchub.ui.kit.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least, greatest, sum and count of every 16, 256, 4096 … points, so that the extent of any range costs its logarithm and a
 * spike of one sample is never missed. Belongs to one {@link TraceSeries}; not thread safe.
 */
final class TracePyramid {
    private static final int SHIFT = 4;
    private static final int FAN = 1 << SHIFT;

    private final List<Level> levels = new ArrayList<>();
    private final Extent scratch = new Extent();

    /** Takes in the point at {@code index}, which is the last one. */
    void append(Samples samples, int index) {
        for (int k = 0; k < levels.size(); k++) {
            int shift = SHIFT * (k + 1);
            int block = index >> shift;
            Level level = levels.get(k);
            level.ensure(block + 1);
            if ((index & ((1 << shift) - 1)) == 0) {
                level.clear(block);
            }
            level.add(block, samples, index);
        }
        boolean topIsFull = levels.isEmpty() || index >> (SHIFT * levels.size()) > 0;
        if (topIsFull) {
            // The next level is opened when the one below begins its second block; it first learns what is there
            // already.
            levels.add(new Level());
            refill(samples, levels.size() - 1, 0, index + 1);
        }
    }

    /** Recomputes everything from {@code index} on. */
    void rebuild(Samples samples, int index) {
        int blocks = samples.size;
        int k = 0;
        do {
            blocks = (blocks + FAN - 1) >> SHIFT;
            if (k == levels.size()) {
                levels.add(new Level());
                refill(samples, k, 0, samples.size);
            } else {
                refill(samples, k, index, samples.size);
            }
            k++;
        } while (blocks > 1);
        while (levels.size() > k) {
            levels.removeLast();
        }
    }

    /** Adds the extent of the values within bounds of the points {@code [from, to)} to {@code out}. */
    void query(Samples samples, int from, int to, Extent.Bounds bounds, Extent out) {
        int lo = from;
        int hi = to;
        for (int k = 0; lo < hi; k++) {
            int upLo = (lo + FAN - 1) >> SHIFT;
            int upHi = hi >> SHIFT;
            if (k >= levels.size() || upLo >= upHi) {
                collect(samples, k - 1, lo, hi, bounds, out);
                return;
            }
            collect(samples, k - 1, lo, upLo << SHIFT, bounds, out);
            collect(samples, k - 1, upHi << SHIFT, hi, bounds, out);
            lo = upLo;
            hi = upHi;
        }
    }

    private void collect(Samples samples, int level, int from, int to, Extent.Bounds bounds, Extent out) {
        if (level < 0) {
            points(samples, from, to, bounds, out);
            return;
        }
        double[] cells = levels.get(level).cells;
        for (int i = from, at = from * Level.PARTS; i < to; i++, at += Level.PARTS) {
            double min = cells[at];
            double max = cells[at + 1];
            if (bounds.holds(min, max)) {
                out.add(min, max, cells[at + 2], (long) cells[at + 3]);
            } else if (min <= bounds.most() && max >= bounds.least()) {
                int shift = SHIFT * level;
                int last = (int) (((long) samples.size + (1L << shift) - 1) >> shift);
                collect(samples, level - 1, i << SHIFT, Math.min(last, (i + 1) << SHIFT), bounds, out);
            }
        }
    }

    private static void points(Samples samples, int from, int to, Extent.Bounds bounds, Extent out) {
        for (int i = from; i < to; i++) {
            double value = samples.values[i];
            double low = samples.low(i);
            double high = samples.high(i);
            if (bounds.holds(low, high)) {
                out.add(low, high, value * samples.count(i), samples.count(i));
            } else if (bounds.holds(value, value)) {
                out.add(value, bounds.holds(high, high) ? high : value, value * samples.count(i), samples.count(i));
            }
        }
    }

    private void refill(Samples samples, int k, int index, int size) {
        int shift = SHIFT * (k + 1);
        int first = index >> shift;
        int blocks = (int) (((long) size + (1L << shift) - 1) >> shift);
        Level level = levels.get(k);
        level.ensure(blocks);
        int below = k == 0 ? size : (int) (((long) size + (1L << (shift - SHIFT)) - 1) >> (shift - SHIFT));
        for (int block = first; block < blocks; block++) {
            int last = Math.min(below, (block + 1) << SHIFT);
            collect(samples, k - 1, block << SHIFT, last, Extent.ANY, scratch.reset());
            level.set(block, scratch);
        }
    }

    /** Least, greatest, sum and count of each block lie side by side: what is read together comes together. */
    private static final class Level {
        private static final int PARTS = 4;

        private double[] cells = new double[4 * PARTS];

        private void ensure(int blocks) {
            if (blocks * PARTS > cells.length) {
                cells = Arrays.copyOf(cells, Math.max(blocks * PARTS, cells.length * 2));
            }
        }

        private void clear(int block) {
            int at = block * PARTS;
            cells[at] = Double.POSITIVE_INFINITY;
            cells[at + 1] = Double.NEGATIVE_INFINITY;
            cells[at + 2] = 0;
            cells[at + 3] = 0;
        }

        private void add(int block, Samples samples, int index) {
            double value = samples.values[index];
            if (!Double.isNaN(value)) {
                int at = block * PARTS;
                cells[at] = Math.min(cells[at], samples.low(index));
                cells[at + 1] = Math.max(cells[at + 1], samples.high(index));
                cells[at + 2] += value * samples.count(index);
                cells[at + 3] += samples.count(index);
            }
        }

        private void set(int block, Extent extent) {
            int at = block * PARTS;
            cells[at] = extent.min;
            cells[at + 1] = extent.max;
            cells[at + 2] = extent.sum;
            cells[at + 3] = extent.count;
        }
    }
}
