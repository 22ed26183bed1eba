package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paints columns of one plot: grid, limits as they were, markers, traces, and the hatch over what is not known. All of it is
 * placed by the number of the column since the epoch, so that columns painted apart fit together. One thread, no toolkit.
 */
final class PlotPainter {
    private static final int BAND = 20;
    private static final int LINE = 190;
    private static final int MARKER = 80;
    private static final int HOLE = 60;
    private static final int STALE = 100;
    /** How strongly an earlier period is laid under the present one. */
    private static final int EARLIER = 100;

    private final CoverageMask mask = new CoverageMask();
    private final TracePainter traces = new TracePainter();

    /**
     * What a plot shows.
     *
     * @param pixel hairline in pixels: the output scale
     * @param columns times of vertical grid lines
     * @param lines visible traces with their scales
     * @param limitsOf the trace whose limits are drawn, or null
     * @param now the present, where the hatch ends
     */
    record Plot(
            PlotTime time,
            double pixel,
            List<TimeTicks.Tick> columns,
            List<ChartMarker> markers,
            List<Line> lines,
            @Nullable Line limitsOf,
            long now) {
        double x(long at) {
            return time.x(at);
        }
    }

    /** A visible trace, its axis and its place among the colours. */
    record Line(Trace trace, ValueScale scale, int colour) {}

    /** Paints the columns that the frame is clipped to. */
    void paint(PlotFrame frame, Plot plot, ChartColors colors) {
        frame.fill(colors.surface());
        int hair = Math.max(1, (int) Math.round(plot.pixel()));
        Line limited = plot.limitsOf();
        if (limited != null) {
            for (LimitStep step : limited.trace().limitSteps()) {
                bands(frame, plot, limited.scale(), step, colors);
            }
        }
        if (!plot.lines().isEmpty()) {
            ValueScale main = plot.lines().getFirst().scale();
            for (double tick : main.ticks()) {
                frame.row(0, frame.width(), main.y(tick, frame.height()), hair, colors.grid(), 255, 1, 0, 0);
            }
        }
        for (TimeTicks.Tick tick : plot.columns()) {
            frame.column(plot.x(tick.time()), 0, frame.height(), hair, colors.grid(), 255);
        }
        markers(frame, plot, hair, colors);
        stale(frame, plot, colors);
        if (limited != null) {
            limits(frame, plot, limited, hair, colors);
        }
        for (Line line : plot.lines()) {
            if (!line.trace().earlier().isEmpty()) {
                trace(frame, plot, line, line.trace().earlier(), colors, EARLIER);
            }
        }
        for (Line line : plot.lines()) {
            trace(frame, plot, line, line.trace().series(), colors, 255);
        }
    }

    private void trace(PlotFrame frame, Plot plot, Line line, TraceSeries series, ChartColors colors, int strength) {
        int from = frame.clipFrom();
        int to = frame.clipTo();
        mask.reset(frame.width(), frame.height(), from, to);
        var target = new TracePainter.Target(plot.time(), line.scale(), frame.height(), plot.pixel(), from, to);
        traces.draw(series, line.trace().gapMillis(), target, mask);
        mask.paint(frame.pixels(), colors.trace(line.colour()), strength);
    }

    private static void markers(PlotFrame frame, Plot plot, int hair, ChartColors colors) {
        int spacing = (int) Math.round(5 * plot.pixel());
        long phase = plot.time().firstColumn();
        for (ChartMarker marker : plot.markers()) {
            double from = plot.x(marker.at().toEpochMilli());
            Instant until = marker.until();
            if (until == null) {
                frame.column(from, 0, frame.height(), hair, colors.ink(), MARKER);
            } else {
                double to = plot.x(until.toEpochMilli());
                frame.hatch(from, to, 0, frame.height(), spacing, colors.stale(), HOLE, phase);
                frame.column(from, 0, frame.height(), hair, colors.stale(), MARKER);
                frame.column(to, 0, frame.height(), hair, colors.stale(), MARKER);
            }
        }
    }

    /** All lines silent: the whole height is hatched; only some: each has a hatched strip where its last value was. */
    private static void stale(PlotFrame frame, Plot plot, ChartColors colors) {
        int spacing = (int) Math.round(7 * plot.pixel());
        double end = plot.x(plot.now());
        long phase = plot.time().firstColumn();
        long all = staleFrom(plot.lines(), plot.now());
        if (all != Long.MAX_VALUE) {
            frame.hatch(plot.x(all), end, 0, frame.height(), spacing, colors.stale(), STALE, phase);
            return;
        }
        for (Line line : plot.lines()) {
            long from = line.trace().staleFrom(plot.now());
            double value = from == Long.MAX_VALUE ? Double.NaN : line.trace().lastValue(plot.now());
            if (!Double.isNaN(value) && line.scale().holds(value)) {
                double y = line.scale().y(value, frame.height());
                double half = 5 * plot.pixel();
                int argb = colors.trace(line.colour());
                frame.hatch(plot.x(from), end, y - half, y + half, spacing, argb, 200, phase);
            }
        }
    }

    /** From when on nothing at all is known; {@link Long#MAX_VALUE} while any line is current. */
    static long staleFrom(List<Line> lines, long now) {
        long latest = Long.MIN_VALUE;
        for (Line line : lines) {
            long from = line.trace().staleFrom(now);
            if (from == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            latest = Math.max(latest, from);
        }
        return lines.isEmpty() ? Long.MAX_VALUE : latest;
    }

    private static void bands(PlotFrame frame, Plot plot, ValueScale scale, LimitStep step, ChartColors colors) {
        MetricLimits limits = step.limits();
        double far = limits.highSide() ? scale.max() : scale.min();
        BigDecimal critical = limits.critical();
        BigDecimal warning = limits.warning();
        double left = plot.x(step.fromMillis());
        double right = plot.x(step.untilMillis());
        if (warning != null) {
            double end = critical == null ? far : critical.doubleValue();
            band(frame, scale, left, right, warning.doubleValue(), end, colors.medium());
        }
        if (critical != null) {
            band(frame, scale, left, right, critical.doubleValue(), far, colors.critical());
        }
    }

    private static void band(
            PlotFrame frame, ValueScale scale, double left, double right, double from, double to, int argb) {
        double a = Math.clamp(from, scale.min(), scale.max());
        double b = Math.clamp(to, scale.min(), scale.max());
        if (a != b) {
            frame.band(left, right, scale.y(a, frame.height()), scale.y(b, frame.height()), argb, BAND);
        }
    }

    private static void limits(PlotFrame frame, Plot plot, Line line, int hair, ChartColors colors) {
        MetricLimits before = MetricLimits.NONE;
        for (LimitStep step : line.trace().limitSteps()) {
            MetricLimits limits = step.limits();
            Stroke stroke = new Stroke(frame, plot, line.scale(), step, hair);
            stroke.draw(before.min(), limits.min(), colors.high());
            stroke.draw(before.max(), limits.max(), colors.high());
            stroke.draw(before.warning(), limits.warning(), colors.medium());
            stroke.draw(before.critical(), limits.critical(), colors.critical());
            before = limits;
        }
    }

    /** One limit while one step held, and the step up or down to it. */
    private record Stroke(PlotFrame frame, Plot plot, ValueScale scale, LimitStep step, int hair) {
        private void draw(@Nullable BigDecimal before, @Nullable BigDecimal value, int argb) {
            if (value == null || !scale.holds(value.doubleValue())) {
                return;
            }
            double left = plot.x(step.fromMillis());
            double y = scale.y(value.doubleValue(), frame.height());
            long phase = plot.time().firstColumn();
            frame.row(left, plot.x(step.untilMillis()), y, hair, argb, LINE, 6 * hair, 3 * hair, phase);
            if (before != null && scale.holds(before.doubleValue()) && before.compareTo(value) != 0) {
                frame.column(left, scale.y(before.doubleValue(), frame.height()), y, hair, argb, LINE);
            }
        }
    }
}
