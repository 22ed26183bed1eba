package com.prosynchub.data;

import com.prosynchub.model.metric.MetricSettings;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How limits are judged, beside the limits that the metrics themselves carry. */
public interface MetricSettingsRepository {
    /** Settings by metric, of those metrics for which any were stated; the others have {@link MetricSettings#NONE}. */
    Map<UUID, MetricSettings> ofMetrics(Collection<UUID> metricIds);

    /** The same for every metric of these assets. */
    Map<UUID, MetricSettings> ofAssets(Collection<UUID> assetIds);
}
