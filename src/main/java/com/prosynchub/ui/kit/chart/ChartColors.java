package com.prosynchub.ui.kit.chart;

import java.util.List;

/**
 * Colours of a plot as opaque {@code 0xAARRGGBB}. Immutable.
 *
 * @param traces one for each trace, used round and round
 */
record ChartColors(
        int surface, int grid, int ink, int critical, int high, int medium, int stale, List<Integer> traces) {
    ChartColors {
        traces = List.copyOf(traces);
    }

    int trace(int index) {
        return traces.get(index % traces.size());
    }
}
