package com.prosynchub.ui.kit.chart;

/**
 * Draws one trace into a coverage mask. With few points it joins them by lines; with many it draws, for each column of pixels,
 * a band from the least to the greatest value with the mean as a line in it, so that the cost follows the pixels and no spike
 * is lost. One thread.
 */
final class TracePainter {
    /** How a trace is drawn. */
    enum Manner {
        /** Nothing to draw. */
        NONE,
        /** Points far apart: each has a dot. */
        DOTS,
        /** Points joined by lines. */
        LINES,
        /** More points than columns. */
        ENVELOPE
    }

    /** Samples farther apart than this many pixels, times the scale, get a dot. */
    private static final double DOTTED = 12;

    /** So many points a column are still drawn one by one. */
    private static final double DENSE = 2;
    /** How strongly the band and its edge are laid on; the mean is laid on whole. */
    private static final int BAND = 88;

    private static final int EDGE = 110;
    /** Each pixel of a step of the edge adds this much: what stands out of the band is drawn out. */
    private static final double STEP = 6;

    private static final int SPIKE = 230;
    /** Farther outside the plot than this nothing has to be exact. */
    private static final double OUTSIDE = 1e5;

    private final Extent extent = new Extent();

    /** What is drawn on: the window, the value axis, the height, the size of a hairline in pixels, and the columns asked for. */
    record Target(PlotTime time, ValueScale scale, int height, double pixel, int from, int to) {
        double x(long at) {
            return time.x(at);
        }

        double y(double value) {
            return Math.clamp(scale.y(value, height), -OUTSIDE, OUTSIDE);
        }

        double thickness() {
            return 1.5 * pixel;
        }

        /** How far beyond its columns a point is still seen. */
        double reach() {
            return 4 * pixel;
        }
    }

    /** How a trace is drawn in a window; when this changes everything must be painted again. */
    static Manner manner(TraceSeries series, PlotTime time, double pixel) {
        int points = last(series, time.to()) - first(series, time.from());
        if (points <= 0) {
            return Manner.NONE;
        }
        boolean stretches = series.samples(Math.min(series.size() - 1, first(series, time.from()) + points / 2)) > 1;
        if (stretches || points > time.columns() * DENSE) {
            return Manner.ENVELOPE;
        }
        return points < time.columns() / (DOTTED * pixel) ? Manner.DOTS : Manner.LINES;
    }

    void draw(TraceSeries series, long gapMillis, Target target, CoverageMask mask) {
        Manner manner = manner(series, target.time(), target.pixel());
        double from = target.time().time(target.from() - target.reach());
        double to = target.time().time(target.to() + target.reach());
        int first = first(series, from);
        int last = last(series, to);
        switch (manner) {
            case NONE -> {}
            case DOTS -> sparse(series, first, last, gapMillis, target, mask, true);
            case LINES -> sparse(series, first, last, gapMillis, target, mask, false);
            case ENVELOPE -> dense(series, first, last, gapMillis, target, mask);
        }
    }

    private static int first(TraceSeries series, double from) {
        return Math.max(0, series.indexAtOrAfter((long) Math.floor(from)) - 1);
    }

    private static int last(TraceSeries series, double to) {
        return Math.min(series.size(), series.indexAtOrAfter((long) Math.ceil(to)) + 1);
    }

    private static void sparse(
            TraceSeries series, int first, int last, long gapMillis, Target target, CoverageMask mask, boolean dots) {
        double thickness = target.thickness();
        for (int i = first; i < last; i++) {
            double value = series.value(i);
            if (Double.isNaN(value) || !target.scale().holds(value)) {
                continue;
            }
            double x = target.x(series.time(i));
            double y = target.y(value);
            boolean joined = i > first && joined(series, i - 1, gapMillis, target.scale());
            boolean joinedNext = i + 1 < last && joined(series, i, gapMillis, target.scale());
            if (joined) {
                double before = target.y(series.value(i - 1));
                mask.line(target.x(series.time(i - 1)), before, x, y, thickness);
            }
            if (dots || (!joined && !joinedNext)) {
                mask.dot(x, y, thickness * 1.35);
            }
        }
    }

    private static boolean joined(TraceSeries series, int before, long gapMillis, ValueScale scale) {
        return scale.holds(series.value(before))
                && scale.holds(series.value(before + 1))
                && Joints.joined(series, before, before + 1, gapMillis);
    }

    private void dense(TraceSeries series, int first, int last, long gapMillis, Target target, CoverageMask mask) {
        PlotTime time = target.time();
        double half = target.thickness() / 2;
        int x = (int) Math.floor(time.x(series.time(first)));
        // From the beginning of a column: half of one would have another extent than the whole.
        boolean before = false;
        int beforeX = 0;
        double beforeMean = 0;
        double beforeTop = 0;
        double beforeBottom = 0;
        int guess = 0;
        int index = series.indexAtOrAfter((long) Math.ceil(time.time(x)));
        while (index < last) {
            x = Math.max(x, (int) Math.floor(time.x(series.time(index))));
            int end = Math.min(last, series.indexAtOrAfter((long) Math.ceil(time.time(x + 1)), index, guess));
            if (end == index) {
                x++;
                continue;
            }
            Extent.Bounds bounds = target.scale().logarithmic() ? Extent.POSITIVE : Extent.ANY;
            series.extent(index, end, bounds, extent.reset());
            if (!extent.isEmpty()) {
                double top = target.y(extent.max);
                double bottom = target.y(extent.min);
                double mean = target.y(extent.mean());
                boolean joins = before && Joints.joined(series, index - 1, index, gapMillis);
                mask.column(x, top - half, bottom + half, BAND);
                edge(mask, x, top, joins ? beforeTop : top, half);
                edge(mask, x, bottom, joins ? beforeBottom : bottom, half);
                if (joins) {
                    mask.line(beforeX + 0.5, beforeMean, x + 0.5, mean, target.thickness());
                } else {
                    mask.column(x, mean - half, mean + half, 255);
                }
                beforeX = x;
                beforeMean = mean;
                beforeTop = top;
                beforeBottom = bottom;
            }
            before = !extent.isEmpty();
            guess = end - index;
            index = end;
            x++;
        }
    }

    /** The edge of the band, from where its neighbour's is: a single spike is two edges, and so is drawn strongly. */
    private static void edge(CoverageMask mask, int x, double y, double beforeY, double half) {
        int level = (int) Math.min(SPIKE, EDGE + Math.abs(y - beforeY) * STEP);
        mask.column(x, Math.min(y, beforeY) - half / 2, Math.max(y, beforeY) + half / 2, level);
    }
}
