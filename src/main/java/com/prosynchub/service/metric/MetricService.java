package com.prosynchub.service.metric;

import static com.prosynchub.model.access.Action.CONFIGURE;
import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.AssetMetricRepository;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.access.AccessGate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Looks at current metrics and edits their limits. Workers only; safe for all of them. */
public final class MetricService {
    private static final int OUTSIDE_CAP = 1000;

    private final AccessGate gate;
    private final AssetMetricRepository metrics;

    public MetricService(AccessGate gate, AssetMetricRepository metrics) {
        this.gate = gate;
        this.metrics = metrics;
    }

    /** The metrics of an asset by name, each with its value, the value's time and its limits. */
    public List<AssetMetric> ofAsset(UUID assetId) {
        gate.require(METRIC, READ);
        return metrics.ofAsset(assetId);
    }

    /** Metrics of many assets, by asset and name; at most 10,000. */
    public List<AssetMetric> ofAssets(Collection<UUID> assetIds) {
        gate.require(METRIC, READ);
        return assetIds.isEmpty() ? List.of() : metrics.ofAssets(assetIds);
    }

    /** What is outside a limit just now, worst and newest first; at most {@code limit}, itself at most 1000. */
    public List<AssetMetric> outsideLimits(int limit) {
        gate.require(METRIC, READ);
        return metrics.outsideLimits(Math.clamp(limit, 1, OUTSIDE_CAP));
    }

    /** Defines a metric; {@code Invalid("name", "duplicate")} when the asset has one of that name. */
    public AssetMetric define(AssetMetric metric) {
        gate.require(METRIC, CREATE);
        FieldChecks.demand(MetricRules.check(metric));
        return metrics.insert(metric);
    }

    /** Saves unit and limits; the value stays what it is. */
    public SaveResult<AssetMetric> saveLimits(AssetMetric metric) {
        gate.require(METRIC, CONFIGURE);
        FieldChecks.demand(MetricRules.check(metric));
        return metrics.updateLimits(metric);
    }

    /** Deletes a metric; what was measured stays in the history. */
    public SaveResult<UUID> delete(UUID metricId, int revision) {
        gate.require(METRIC, DELETE);
        return metrics.delete(metricId, revision);
    }
}
