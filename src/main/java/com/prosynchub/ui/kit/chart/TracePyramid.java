package com.prosynchub.ui.kit.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least, greatest, sum and count of every 16, 256, 4096 … values, so that the extent of any range costs its logarithm and a
 * spike of one sample is never missed. Belongs to one {@link TraceSeries}; not thread safe.
 */
final class TracePyramid {
    private static final int SHIFT = 4;
    private static final int FAN = 1 << SHIFT;

    private final List<Level> levels = new ArrayList<>();

    /** Takes in the value at {@code index}, which is the last one. */
    void append(double[] values, int index) {
        for (int k = 0; k < levels.size(); k++) {
            int shift = SHIFT * (k + 1);
            int block = index >> shift;
            Level level = levels.get(k);
            level.ensure(block + 1);
            if ((index & ((1 << shift) - 1)) == 0) {
                level.clear(block);
            }
            level.add(block, values[index]);
        }
        boolean topIsFull = levels.isEmpty() || index >> (SHIFT * levels.size()) > 0;
        if (topIsFull) {
            // The next level is opened when the one below begins its second block; it first learns what is there
            // already.
            levels.add(new Level());
            refill(values, levels.size() - 1, 0, index + 1);
        }
    }

    /** Recomputes everything from {@code index} on; {@code size} values are valid. */
    void rebuild(double[] values, int size, int index) {
        int blocks = size;
        int k = 0;
        do {
            blocks = (blocks + FAN - 1) >> SHIFT;
            if (k == levels.size()) {
                levels.add(new Level());
                refill(values, k, 0, size);
            } else {
                refill(values, k, index, size);
            }
            k++;
        } while (blocks > 1);
        while (levels.size() > k) {
            levels.removeLast();
        }
    }

    /** Adds the extent of {@code [from, to)} to {@code out}. */
    void query(double[] values, int from, int to, Extent out) {
        int lo = from;
        int hi = to;
        for (int k = 0; lo < hi; k++) {
            int upLo = (lo + FAN - 1) >> SHIFT;
            int upHi = hi >> SHIFT;
            if (k >= levels.size() || upLo >= upHi) {
                collect(values, k - 1, lo, hi, out);
                return;
            }
            collect(values, k - 1, lo, upLo << SHIFT, out);
            collect(values, k - 1, upHi << SHIFT, hi, out);
            lo = upLo;
            hi = upHi;
        }
    }

    private void collect(double[] values, int level, int from, int to, Extent out) {
        if (level < 0) {
            for (int i = from; i < to; i++) {
                out.add(values[i]);
            }
        } else {
            Level blocks = levels.get(level);
            for (int i = from; i < to; i++) {
                out.add(blocks.min[i], blocks.max[i], blocks.sum[i], blocks.count[i]);
            }
        }
    }

    private void refill(double[] values, int k, int index, int size) {
        int shift = SHIFT * (k + 1);
        int first = index >> shift;
        int blocks = (int) (((long) size + (1L << shift) - 1) >> shift);
        Level level = levels.get(k);
        level.ensure(blocks);
        int below = k == 0 ? size : (int) (((long) size + (1L << (shift - SHIFT)) - 1) >> (shift - SHIFT));
        Extent extent = new Extent();
        for (int block = first; block < blocks; block++) {
            collect(values, k - 1, block << SHIFT, Math.min(below, (block + 1) << SHIFT), extent.reset());
            level.set(block, extent);
        }
    }

    private static final class Level {
        private double[] min = new double[4];
        private double[] max = new double[4];
        private double[] sum = new double[4];
        private int[] count = new int[4];

        private void ensure(int blocks) {
            if (blocks > min.length) {
                int length = Math.max(blocks, min.length * 2);
                min = Arrays.copyOf(min, length);
                max = Arrays.copyOf(max, length);
                sum = Arrays.copyOf(sum, length);
                count = Arrays.copyOf(count, length);
            }
        }

        private void clear(int block) {
            min[block] = Double.POSITIVE_INFINITY;
            max[block] = Double.NEGATIVE_INFINITY;
            sum[block] = 0;
            count[block] = 0;
        }

        private void add(int block, double value) {
            if (!Double.isNaN(value)) {
                min[block] = Math.min(min[block], value);
                max[block] = Math.max(max[block], value);
                sum[block] += value;
                count[block]++;
            }
        }

        private void set(int block, Extent extent) {
            min[block] = extent.min;
            max[block] = extent.max;
            sum[block] = extent.sum;
            count[block] = extent.count;
        }
    }
}
