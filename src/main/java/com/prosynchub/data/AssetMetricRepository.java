package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Current metrics of assets and their limits. */
public interface AssetMetricRepository {
    /** The metrics of one asset by name. */
    List<AssetMetric> ofAsset(UUID assetId);

    /** Metrics of many assets, by asset and name; at most 10,000 rows. */
    List<AssetMetric> ofAssets(Collection<UUID> assetIds);

    /** Metrics whose value is outside a limit just now, worst and newest first; at most {@code limit}. */
    List<AssetMetric> outsideLimits(int limit);

    /** Defines a metric of an asset; its value may be null. */
    AssetMetric insert(AssetMetric metric);

    /** Defines many metrics in one transaction; those that exist by (asset, name) stay as they are. */
    void insertMissing(Collection<AssetMetric> metrics);

    /** Saves unit and limits; the value is left alone. */
    SaveResult<AssetMetric> updateLimits(AssetMetric metric);

    SaveResult<UUID> delete(UUID metricId, int revision);

    /**
     * Has the ledger know that the person put measured values of an asset right; the values themselves are documents.
     *
     * @param before what was stored for that instant
     * @param after what takes its place, of the same instant
     */
    void corrected(MetricSample before, MetricSample after);
}
