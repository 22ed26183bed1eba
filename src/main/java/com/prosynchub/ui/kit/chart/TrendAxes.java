package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value axis for each unit, wide enough for what is in view and calm while samples come in. Its parts are kept from frame
 * to frame, so that a frame in which nothing but samples changed leaves nothing behind. FX thread.
 */
final class TrendAxes {
    /** Units beyond these have their own scale, but no room for figures. */
    static final int MOST = 4;

    /** Limits are brought into view unless that would press the line flatter than this share. */
    private static final double FLATTEST = 6;

    private final Map<String, Axis> byUnit = new LinkedHashMap<>();
    private List<Trace> traces = List.of();
    private List<View> views = List.of();
    private List<Axis> axes = List.of();
    private long revision = -1;
    private long drawn;
    private long measured;

    /** A trace as it is seen: its place among the colours, and the extent of its samples in view. */
    static final class View {
        private final Trace trace;
        private final int colour;
        private final Axis axis;
        private final Extent extent = new Extent();

        private View(Trace trace, int colour, Axis axis) {
            this.trace = trace;
            this.colour = colour;
            this.axis = axis;
        }

        Trace trace() {
            return trace;
        }

        int colour() {
            return colour;
        }

        Extent extent() {
            return extent;
        }

        ValueScale scale() {
            return axis.scale;
        }
    }

    /** A unit's axis. */
    static final class Axis {
        private final String unit;
        private final Extent extent = new Extent();
        private AxisRange range = AxisRange.AUTO;
        private ValueScale auto = ValueScale.around(0, 1, 4);
        private ValueScale scale = auto;
        private boolean fresh = true;
        private int colour;
        private boolean shared;
        private long hidden;

        private Axis(String unit) {
            this.unit = unit;
        }

        String unit() {
            return unit;
        }

        ValueScale scale() {
            return scale;
        }

        AxisRange range() {
            return range;
        }

        int colour() {
            return colour;
        }

        /** Whether more than one visible trace is read on it. */
        boolean shared() {
            return shared;
        }

        /** Samples in view that have no place on it. */
        long hidden() {
            return hidden;
        }
    }

    /**
     * Takes in what is in view now; whether a scale or the set of axes changed. Traces that are switched off have an extent
     * too.
     */
    boolean update(TrendModel model, PlotTime time, double pixel, @Nullable Trace limited, int ticks) {
        boolean changed = arrange(model);
        drawn = 0;
        measured = 0;
        for (Axis axis : axes) {
            axis.extent.reset();
            axis.hidden = 0;
            axis.range = model.axis(axis.unit);
        }
        for (View view : views) {
            take(view, time, pixel);
            if (view.trace == limited
                    && view.trace.isVisible()
                    && model.limitsShownProperty().get()) {
                reach(view.axis, view.trace.limits());
            }
        }
        for (Axis axis : axes) {
            changed |= rescale(axis, ticks);
        }
        return changed;
    }

    List<View> views() {
        return views;
    }

    /** The axes of visible traces, first unit first. */
    List<Axis> axes() {
        return axes;
    }

    /** Marks drawn for visible traces: points, or columns of an envelope. */
    long drawn() {
        return drawn;
    }

    /** Samples that visible traces have in view, as they were measured. */
    long measured() {
        return measured;
    }

    private boolean arrange(TrendModel model) {
        long now = model.revision();
        if (traces == model.traces() && revision == now) {
            return false;
        }
        traces = model.traces();
        revision = now;
        List<View> fresh = new ArrayList<>();
        List<Axis> shown = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            Axis axis = byUnit.computeIfAbsent(trace.unit(), Axis::new);
            fresh.add(new View(trace, i, axis));
            if (trace.isVisible()) {
                axis.shared = shown.contains(axis);
                if (!axis.shared) {
                    axis.colour = i;
                    shown.add(axis);
                }
            }
        }
        byUnit.keySet().removeIf(unit -> traces.stream()
                .noneMatch(trace -> trace.unit().equals(unit)));
        views = List.copyOf(fresh);
        axes = List.copyOf(shown);
        return true;
    }

    private void take(View view, PlotTime time, double pixel) {
        TraceSeries series = view.trace.series();
        int from = series.indexAtOrAfter((long) Math.ceil(time.from()));
        int to = series.indexAtOrAfter((long) Math.ceil(time.to()));
        Extent extent = view.extent.reset();
        series.extent(from, to, extent);
        if (!view.trace.isVisible()) {
            return;
        }
        measured += extent.count;
        boolean envelope = TracePainter.manner(series, time, pixel) == TracePainter.Manner.ENVELOPE;
        drawn += envelope ? Math.min(to - from, time.columns()) : extent.count;
        Axis axis = view.axis;
        boolean logarithmic = axis.range.logarithmic();
        TraceSeries earlier = view.trace.earlier();
        if (!earlier.isEmpty()) {
            int first = earlier.indexAtOrAfter((long) Math.ceil(time.from()));
            int last = earlier.indexAtOrAfter((long) Math.ceil(time.to()));
            earlier.extent(first, last, logarithmic ? Extent.POSITIVE : Extent.TAME, axis.extent);
        }
        boolean wild = extent.max > Extent.WILD || extent.min < -Extent.WILD;
        if (extent.isEmpty() || !(logarithmic && extent.min <= 0 || wild)) {
            axis.extent.add(extent.min, extent.max, extent.sum, extent.count);
            return;
        }
        long before = axis.extent.count;
        series.extent(from, to, logarithmic ? Extent.POSITIVE : Extent.TAME, axis.extent);
        if (!logarithmic && axis.extent.isEmpty()) {
            axis.extent.add(extent.min, extent.max, extent.sum, extent.count);
        }
        axis.hidden += extent.count - (axis.extent.count - before);
    }

    private static boolean rescale(Axis axis, int ticks) {
        AxisRange range = axis.range;
        Extent extent = axis.extent;
        boolean logarithmic = range.logarithmic();
        if (axis.fresh || axis.auto.logarithmic() != logarithmic) {
            axis.auto = logarithmic
                    ? ValueScale.logAround(extent.min, extent.max, ticks)
                    : ValueScale.around(extent.min, extent.max, ticks);
            axis.fresh = extent.isEmpty();
        } else {
            axis.auto =
                    extent.isEmpty() ? axis.auto.withTicks(ticks) : axis.auto.keptFor(extent.min, extent.max, ticks);
        }
        ValueScale before = axis.scale;
        Double low = range.low();
        Double high = range.high();
        if (low == null && high == null) {
            axis.scale = axis.auto;
            return before != axis.scale;
        }
        double bottom = low == null ? axis.auto.min() : low;
        double top = high == null ? axis.auto.max() : high;
        if (!(top > bottom)) {
            top = low == null ? top : logarithmic ? bottom * 10 : bottom + 1;
            bottom = low == null ? (logarithmic ? top / 10 : top - 1) : bottom;
        }
        boolean same = before.min() == bottom && before.max() == top && before.logarithmic() == logarithmic;
        axis.scale = same ? before.withTicks(ticks) : ValueScale.between(bottom, top, logarithmic, ticks);
        return before != axis.scale;
    }

    private static void reach(Axis axis, MetricLimits limits) {
        Extent unit = axis.extent;
        if (unit.isEmpty() || axis.range.logarithmic()) {
            return;
        }
        double span = unit.max - unit.min;
        reach(unit, limits.min(), span);
        reach(unit, limits.max(), span);
        reach(unit, limits.warning(), span);
        reach(unit, limits.critical(), span);
    }

    private static void reach(Extent unit, @Nullable BigDecimal limit, double span) {
        if (limit != null) {
            double low = Math.min(unit.min, limit.doubleValue());
            double high = Math.max(unit.max, limit.doubleValue());
            if (high - low <= span * FLATTEST) {
                unit.min = low;
                unit.max = high;
            }
        }
    }
}
