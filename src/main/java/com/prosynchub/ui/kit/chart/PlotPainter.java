package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints one plot: grid, limits, markers, traces, and the hatch over what is not known yet. One thread, no toolkit. */
final class PlotPainter {
    private static final int BAND = 20;
    private static final int LINE = 190;

    private final CoverageMask mask = new CoverageMask();
    private final TracePainter traces = new TracePainter();

    /**
     * What a plot shows.
     *
     * @param window visible time
     * @param pixel hairline in pixels: the output scale
     * @param columns times of vertical grid lines
     * @param markers times of markers
     * @param lines visible traces with their scales
     * @param limitsOf the trace whose limits are drawn, or null
     * @param staleFrom time from which nothing is known, or {@link Long#MAX_VALUE}
     * @param now the present, where the hatch ends
     */
    record Plot(
            TimeWindow window,
            double pixel,
            List<Long> columns,
            List<Long> markers,
            List<Line> lines,
            @Nullable Line limitsOf,
            long staleFrom,
            long now) {}

    /** A visible trace, its axis and its place among the colours. */
    record Line(Trace trace, ValueScale scale, int colour) {}

    void paint(PlotFrame frame, Plot plot, ChartColors colors) {
        frame.fill(colors.surface());
        int hair = Math.max(1, (int) Math.round(plot.pixel()));
        Line limited = plot.limitsOf();
        if (limited != null) {
            bands(frame, limited, colors);
        }
        if (!plot.lines().isEmpty()) {
            ValueScale main = plot.lines().getFirst().scale();
            for (double tick : main.ticks()) {
                frame.row(main.y(tick, frame.height()), hair, colors.grid(), 255, 1, 0);
            }
        }
        for (long time : plot.columns()) {
            frame.column(x(frame, plot, time), hair, colors.grid(), 255);
        }
        if (plot.staleFrom() < plot.now()) {
            int spacing = (int) Math.round(7 * plot.pixel());
            frame.hatch(x(frame, plot, plot.staleFrom()), x(frame, plot, plot.now()), spacing, colors.stale(), 90);
        }
        if (limited != null) {
            limitLines(frame, limited, hair, colors);
        }
        for (long time : plot.markers()) {
            frame.column(x(frame, plot, time), hair, colors.ink(), 160);
        }
        for (Line line : plot.lines()) {
            mask.reset(frame.width(), frame.height());
            var target =
                    new TracePainter.Target(plot.window(), line.scale(), frame.width(), frame.height(), plot.pixel());
            traces.draw(line.trace().series(), line.trace().gapMillis(), target, mask);
            mask.paint(frame.pixels(), colors.trace(line.colour()));
        }
    }

    private static double x(PlotFrame frame, Plot plot, long time) {
        return (time - plot.window().from())
                * (double) frame.width()
                / plot.window().span();
    }

    private static void bands(PlotFrame frame, Line line, ChartColors colors) {
        MetricLimits limits = line.trace().limits();
        double far = limits.highSide() ? line.scale().max() : line.scale().min();
        BigDecimal critical = limits.critical();
        BigDecimal warning = limits.warning();
        if (warning != null) {
            double end = critical == null ? far : critical.doubleValue();
            band(frame, line, warning.doubleValue(), end, colors.medium());
        }
        if (critical != null) {
            band(frame, line, critical.doubleValue(), far, colors.critical());
        }
    }

    private static void band(PlotFrame frame, Line line, double from, double to, int argb) {
        ValueScale scale = line.scale();
        double a = Math.clamp(from, scale.min(), scale.max());
        double b = Math.clamp(to, scale.min(), scale.max());
        if (a != b) {
            frame.band(scale.y(a, frame.height()), scale.y(b, frame.height()), argb, BAND);
        }
    }

    private static void limitLines(PlotFrame frame, Line line, int hair, ChartColors colors) {
        MetricLimits limits = line.trace().limits();
        limit(frame, line, limits.min(), hair, colors.high());
        limit(frame, line, limits.max(), hair, colors.high());
        limit(frame, line, limits.warning(), hair, colors.medium());
        limit(frame, line, limits.critical(), hair, colors.critical());
    }

    private static void limit(PlotFrame frame, Line line, @Nullable BigDecimal value, int hair, int argb) {
        ValueScale scale = line.scale();
        if (value != null && value.doubleValue() >= scale.min() && value.doubleValue() <= scale.max()) {
            frame.row(scale.y(value.doubleValue(), frame.height()), hair, argb, LINE, 6 * hair, 3 * hair);
        }
    }
}
