package com.prosynchub.ui.kit.chart;

import java.util.Arrays;
import java.util.List;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pixels of one plot up to date at the least cost: what only moved is slid, what came in at the end is painted in its
 * columns, and everything is painted only when something else changed. FX thread.
 */
final class PlotCanvas {
    private final PlotSurface surface = new PlotSurface();
    private final PlotPainter painter = new PlotPainter();
    private PlotPainter.@Nullable Plot last;
    private @Nullable ChartColors lastColors;
    private @Nullable PlotFrame lastFrame;
    private long[] seen = new long[0];
    private long painted;

    ImageView view() {
        return surface.view();
    }

    @Nullable
    PlotFrame frame() {
        return surface.painted();
    }

    /** Columns of pixels painted so far, for tests and benchmarks. */
    long paintedColumns() {
        return painted;
    }

    /** Forgets what was painted. */
    void invalidate() {
        last = null;
    }

    /** Brings the pixels to show {@code plot} in a size in logical pixels. */
    void show(PlotPainter.Plot plot, double width, double height, ChartColors colors) {
        PlotFrame frame = surface.frame(width, height, plot.pixel());
        PlotPainter.Plot before = last;
        int columns = frame.width();
        boolean whole = before == null
                || frame != lastFrame
                || !colors.equals(lastColors)
                || !sameBut(before, plot)
                || marksChanged(plot, before);
        long moved =
                before == null ? 0 : plot.time().firstColumn() - before.time().firstColumn();
        if (whole || before == null || Math.abs(moved) >= columns) {
            paint(frame, plot, colors, 0, columns);
            surface.show(0, columns);
        } else {
            int from = changedFrom(plot, before);
            if (moved != 0) {
                frame.slide((int) moved);
            }
            if (moved < 0) {
                paint(frame, plot, colors, 0, (int) -moved);
            }
            from = moved > 0 ? Math.min(from, columns - (int) moved) : from;
            if (from < columns) {
                paint(frame, plot, colors, Math.max(0, from), columns);
            }
            if (moved != 0 || from < columns) {
                surface.show(moved != 0 ? 0 : Math.max(0, from), columns);
            }
        }
        remember(plot);
        last = plot;
        lastColors = colors;
        lastFrame = frame;
    }

    private void paint(PlotFrame frame, PlotPainter.Plot plot, ChartColors colors, int from, int to) {
        frame.clip(from, to);
        painter.paint(frame, plot, colors);
        painted += to - from;
    }

    /** Whether two plots differ in nothing but their place in time and in samples that came in. */
    private static boolean sameBut(PlotPainter.Plot a, PlotPainter.Plot b) {
        return a.time().perColumn() == b.time().perColumn()
                && a.time().columns() == b.time().columns()
                && a.pixel() == b.pixel()
                && a.lines().equals(b.lines())
                && java.util.Objects.equals(a.limitsOf(), b.limitsOf())
                && (a.markers() == b.markers() || a.markers().equals(b.markers()))
                && (a.columns() == b.columns() || a.columns().equals(b.columns()));
    }

    private static final int FIELDS = 6;

    /** Whether a trace changed by more than appends, or is drawn in another manner than before. */
    private boolean marksChanged(PlotPainter.Plot plot, PlotPainter.Plot before) {
        List<PlotPainter.Line> lines = plot.lines();
        if (seen.length != lines.size() * FIELDS) {
            return true;
        }
        for (int i = 0; i < lines.size(); i++) {
            Trace trace = lines.get(i).trace();
            int at = i * FIELDS;
            boolean same = seen[at] == trace.series().rewrites()
                    && seen[at + 1] == trace.revision()
                    && seen[at + 2] == trace.earlier().version()
                    && seen[at + 3] == manner(trace, plot)
                    && seen[at + 4] == stale(trace, plot.now());
            if (!same) {
                return true;
            }
        }
        return PlotPainter.staleFrom(lines, plot.now()) != PlotPainter.staleFrom(lines, before.now());
    }

    /** The first column, in the new place of the plot, that samples or the hatch changed; the number of columns if none. */
    private int changedFrom(PlotPainter.Plot plot, PlotPainter.Plot before) {
        List<PlotPainter.Line> lines = plot.lines();
        int margin = (int) Math.ceil(6 * plot.pixel());
        double from = plot.time().columns();
        for (int i = 0; i < lines.size(); i++) {
            Trace trace = lines.get(i).trace();
            TraceSeries series = trace.series();
            int known = (int) seen[i * FIELDS + 5];
            if (series.size() > known) {
                // The last points that were there are drawn anew too: a line goes on from them, or no longer does.
                long since = series.time(Math.max(0, known - 1 - Joints.NEIGHBOURS));
                from = Math.min(from, plot.x(since) - margin);
            }
            if (stale(trace, plot.now()) != 0) {
                from = Math.min(from, plot.x(before.now()) - margin);
            }
        }
        return (int) Math.floor(Math.max(-1, from));
    }

    private void remember(PlotPainter.Plot plot) {
        List<PlotPainter.Line> lines = plot.lines();
        if (seen.length != lines.size() * FIELDS) {
            seen = new long[lines.size() * FIELDS];
            Arrays.fill(seen, -1);
        }
        for (int i = 0; i < lines.size(); i++) {
            Trace trace = lines.get(i).trace();
            int at = i * FIELDS;
            seen[at] = trace.series().rewrites();
            seen[at + 1] = trace.revision();
            seen[at + 2] = trace.earlier().version();
            seen[at + 3] = manner(trace, plot);
            seen[at + 4] = stale(trace, plot.now());
            seen[at + 5] = trace.series().size();
        }
    }

    private static long manner(Trace trace, PlotPainter.Plot plot) {
        return TracePainter.manner(trace.series(), plot.time(), plot.pixel()).ordinal();
    }

    private static long stale(Trace trace, long now) {
        return trace.staleFrom(now) == Long.MAX_VALUE ? 0 : 1;
    }
}
