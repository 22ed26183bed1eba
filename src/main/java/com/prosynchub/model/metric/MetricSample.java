package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What was measured on one asset at one instant; identity is (asset, timestamp), so storing it twice changes nothing.
 *
 * @param timestamp millisecond precision, the document store's
 * @param metrics finite values by metric name, 1 to 64 of them
 */
public record MetricSample(UUID assetId, Instant timestamp, Map<String, Double> metrics) {
    public MetricSample {
        metrics = Map.copyOf(metrics);
    }
}
