package com.prosynchub.ui.kit.chart;

/**
 * Draws one trace into a coverage mask. With few samples it joins them by lines; with many it draws, for each column of
 * pixels, one stroke from the least to the greatest value, so that the cost follows the pixels and no spike is lost. One
 * thread.
 */
final class TracePainter {
    /** Samples nearer than this many pixels are drawn as strokes. */
    private static final double DENSE = 1.0;

    /** Samples farther apart than this many pixels, times the scale, get a dot. */
    private static final double DOTTED = 12;

    private final Extent extent = new Extent();

    /** What is drawn on: the window, the value axis, and the size of a hairline in pixels. */
    record Target(TimeWindow window, ValueScale scale, int width, int height, double pixel) {
        double x(long time) {
            return (time - window.from()) * (double) width / window.span();
        }

        double y(double value) {
            return scale.y(value, height);
        }

        double thickness() {
            return 1.5 * pixel;
        }
    }

    void draw(TraceSeries series, long gapMillis, Target target, CoverageMask mask) {
        int first = Math.max(0, series.indexAtOrAfter(target.window().from()) - 1);
        int last = Math.min(series.size(), series.indexAtOrAfter(target.window().to()) + 1);
        if (last <= first) {
            return;
        }
        if (last - first > target.width() / DENSE) {
            dense(series, first, last, gapMillis, target, mask);
        } else {
            sparse(series, first, last, gapMillis, target, mask);
        }
    }

    private static void sparse(
            TraceSeries series, int first, int last, long gapMillis, Target target, CoverageMask mask) {
        boolean dots = last - first < target.width() / (DOTTED * target.pixel());
        double thickness = target.thickness();
        for (int i = first; i < last; i++) {
            double value = series.value(i);
            if (Double.isNaN(value)) {
                continue;
            }
            double x = target.x(series.time(i));
            double y = target.y(value);
            boolean joined = i > first && Joints.joined(series, i - 1, i, gapMillis);
            boolean joinedNext = i + 1 < last && Joints.joined(series, i, i + 1, gapMillis);
            if (joined) {
                double before = target.y(series.value(i - 1));
                mask.line(target.x(series.time(i - 1)), before, x, y, thickness);
            }
            if (dots || (!joined && !joinedNext)) {
                mask.dot(x, y, thickness * 1.35);
            }
        }
    }

    private void dense(TraceSeries series, int first, int last, long gapMillis, Target target, CoverageMask mask) {
        double half = target.thickness() / 2;
        double perColumn = target.window().span() / (double) target.width();
        int index = first;
        int previous = -1;
        int previousColumn = Integer.MIN_VALUE;
        for (int x = -1; x <= target.width() && index < last; x++) {
            long columnEnd = target.window().from() + (long) Math.ceil((x + 1) * perColumn);
            int end = Math.min(last, series.indexAtOrAfter(columnEnd, index));
            if (end == index) {
                continue;
            }
            extent.reset();
            series.extent(index, end, extent);
            if (previous >= 0 && Joints.joined(series, previous, index, gapMillis)) {
                if (previousColumn == x - 1) {
                    // A stroke that begins where its neighbour ended joins the two.
                    extent.add(series.value(previous));
                } else {
                    bridge(series, previous, index, target, mask);
                }
            }
            if (!extent.isEmpty()) {
                mask.column(x, target.y(extent.max()) - half, target.y(extent.min()) + half);
            }
            previous = end - 1;
            previousColumn = x;
            index = end;
        }
    }

    /** Joins the last sample of one column to the first of a later one. */
    private static void bridge(TraceSeries series, int before, int after, Target target, CoverageMask mask) {
        mask.line(
                Math.floor(target.x(series.time(before))) + 0.5,
                target.y(series.value(before)),
                Math.floor(target.x(series.time(after))) + 0.5,
                target.y(series.value(after)),
                target.thickness());
    }
}
