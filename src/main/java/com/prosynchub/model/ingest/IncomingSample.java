package com.prosynchub.model.ingest;

import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a source says was measured, not yet looked at: names, numbers and time may be anything.
 *
 * @param values by metric name
 * @param units of those values whose unit the source states
 */
public record IncomingSample(UUID assetId, Instant at, Map<String, Double> values, Map<String, String> units) {
    public IncomingSample {
        values = Map.copyOf(values);
        units = Map.copyOf(units);
    }

    /** A sample whose source states no units. */
    public static IncomingSample of(MetricSample sample) {
        return new IncomingSample(sample.assetId(), sample.timestamp(), sample.metrics(), Map.of());
    }
}
