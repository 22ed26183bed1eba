package com.prosynchub.model.metric;

import java.util.List;
import java.util.UUID;

/**
 * A metric with all that is judged by, and where it is measured.
 *
 * @param settingsRevision of the stored settings; {@link #UNSET} where nobody stated any
 * @param way names of the assets from the topmost that the person sees down to the metric's own
 */
public record MetricLine(AssetMetric metric, MetricSettings settings, int settingsRevision, List<String> way) {
    public static final int UNSET = -1;

    public MetricLine {
        way = List.copyOf(way);
    }

    public UUID id() {
        return metric.id();
    }

    /** The asset's own name. */
    public String asset() {
        return way.isEmpty() ? "" : way.getLast();
    }
}
