package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the way in must know of a metric to take a sample of it.
 *
 * @param revision moves with every change of the unit, the limits or the settings
 * @param newest time of the current value; null before the first one
 * @param stateRevision moves with every change of {@code state}
 */
public record MetricDefinition(
        UUID id,
        UUID assetId,
        String name,
        @Nullable String unit,
        Rules rules,
        int revision,
        @Nullable Instant newest,
        LimitState state,
        int stateRevision) {
    /** How values are judged. */
    public record Rules(MetricLimits limits, MetricSettings settings) {}

    /** The same metric after newer samples; {@code revised} where its state was stored anew. */
    public MetricDefinition after(Instant at, LimitState judged, boolean revised) {
        return new MetricDefinition(
                id, assetId, name, unit, rules, revision, at, judged, revised ? stateRevision + 1 : stateRevision);
    }
}
