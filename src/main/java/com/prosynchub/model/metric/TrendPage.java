package com.prosynchub.model.metric;

import java.util.List;
import java.util.UUID;

/**
 * A page of charts as it is kept and opened again: which metrics of which assets, over which time. Immutable.
 *
 * @param charts in reading order; at least one
 * @param time the stretch of time in words, such as {@code last 8 h}, found anew each time it is opened; empty for as it is
 * @param linked whether all charts show one stretch of time
 */
public record TrendPage(List<Chart> charts, String time, boolean linked) {
    public TrendPage {
        charts = List.copyOf(charts);
    }

    /** The metrics of one chart, in the order of their colours. */
    public record Chart(List<Trace> traces) {
        public Chart {
            traces = List.copyOf(traces);
        }
    }

    /** A metric of an asset. */
    public record Trace(UUID asset, String metric) {}

    /** All that is drawn anywhere on it, each once. */
    public List<Trace> traces() {
        return charts.stream()
                .flatMap(chart -> chart.traces().stream())
                .distinct()
                .toList();
    }
}
