package com.prosynchub.ui.kit.chart;

import com.prosynchub.model.metric.MetricLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value axis for each unit, wide enough for what is in view and calm while samples come in. FX thread. */
final class TrendAxes {
    /** Limits are brought into view unless that would press the line flatter than this share. */
    private static final double FLATTEST = 6;

    private final Map<String, ValueScale> kept = new LinkedHashMap<>();

    /**
     * A trace as it is seen.
     *
     * @param colour its place among the colours
     * @param extent of its samples in view
     */
    record View(Trace trace, int colour, Extent extent, ValueScale scale) {}

    /** A unit's axis. */
    record Axis(String unit, ValueScale scale, int colour, boolean shared) {}

    /** All traces, with what of them is in view; traces that are switched off have an extent too. */
    List<View> update(TrendModel model, TimeWindow window, @Nullable Trace limited, int ticks) {
        List<Trace> traces = model.traces();
        List<Extent> extents = new ArrayList<>();
        Map<String, Extent> byUnit = new LinkedHashMap<>();
        for (Trace trace : traces) {
            Extent extent = new Extent();
            TraceSeries series = trace.series();
            series.extent(series.indexAtOrAfter(window.from()), series.indexAtOrAfter(window.to()), extent);
            extents.add(extent);
            if (trace.isVisible()) {
                Extent unit = byUnit.computeIfAbsent(trace.unit(), name -> new Extent());
                if (!extent.isEmpty()) {
                    unit.add(extent.min, extent.max, extent.sum, extent.count);
                }
                if (trace == limited && model.limitsShownProperty().get()) {
                    reach(unit, trace.limits());
                }
            }
        }
        kept.keySet().retainAll(byUnit.keySet());
        byUnit.forEach((unit, extent) -> kept.merge(
                unit,
                ValueScale.around(extent.min, extent.max, ticks),
                (old, fresh) -> extent.isEmpty() ? old : old.keptFor(extent.min, extent.max, ticks)));
        List<View> views = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            ValueScale scale = kept.getOrDefault(traces.get(i).unit(), ValueScale.around(0, 1, ticks));
            views.add(new View(traces.get(i), i, extents.get(i), scale));
        }
        return views;
    }

    /** The axes of visible traces, first unit first. */
    List<Axis> axes(List<View> views) {
        Map<String, Axis> axes = new LinkedHashMap<>();
        for (View view : views) {
            if (view.trace().isVisible()) {
                axes.merge(
                        view.trace().unit(),
                        new Axis(view.trace().unit(), view.scale(), view.colour(), false),
                        (first, second) -> new Axis(first.unit(), first.scale(), first.colour(), true));
            }
        }
        return List.copyOf(axes.values());
    }

    private static void reach(Extent unit, MetricLimits limits) {
        double span = unit.max - unit.min;
        for (BigDecimal limit :
                new @Nullable BigDecimal[] {limits.min(), limits.max(), limits.warning(), limits.critical()}) {
            if (limit != null && !unit.isEmpty()) {
                double value = limit.doubleValue();
                double low = Math.min(unit.min, value);
                double high = Math.max(unit.max, value);
                if (high - low <= span * FLATTEST) {
                    unit.min = low;
                    unit.max = high;
                }
            }
        }
    }
}
