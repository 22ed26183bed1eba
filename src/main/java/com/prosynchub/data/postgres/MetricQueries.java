package com.prosynchub.data.postgres;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements on current metrics, checked against the entity when compiled. The grading of {@link #outsideLimits} is that
 * of {@link com.prosynchub.model.metric.MetricLimits#severityOf}; a comparison with an absent limit is never true.
 */
@Repository
interface MetricQueries {
    @Find
    Optional<AssetMetricEntity> find(UUID id);

    @Find
    @OrderBy("name")
    List<AssetMetricEntity> ofAsset(UUID assetId);

    @Query("from AssetMetricEntity m where m.assetId in :assetIds order by m.assetId, m.name")
    List<AssetMetricEntity> ofAssets(Collection<UUID> assetIds, Limit limit);

    @Query("""
        from AssetMetricEntity m
        where m.value < m.minThreshold or m.value > m.maxThreshold
            or ((m.warningThreshold is null or m.criticalThreshold is null
                    or m.criticalThreshold >= m.warningThreshold)
                and (m.value > m.warningThreshold or m.value > m.criticalThreshold))
            or (m.criticalThreshold < m.warningThreshold
                and (m.value < m.warningThreshold or m.value < m.criticalThreshold))
        order by
            case when (m.criticalThreshold >= m.warningThreshold or m.warningThreshold is null)
                        and m.value > m.criticalThreshold
                    or m.criticalThreshold < m.warningThreshold and m.value < m.criticalThreshold then 0
                when m.value < m.minThreshold or m.value > m.maxThreshold then 1
                else 2 end,
            m.updatedAt desc nulls last, m.id
        """)
    List<AssetMetricEntity> outsideLimits(Limit limit);

    @Query("select m.assetId, m.name from AssetMetricEntity m where m.assetId in :assetIds")
    List<MetricKey> keys(Collection<UUID> assetIds);

    @Insert
    void insert(AssetMetricEntity metric);

    /** A metric by what people know it by. */
    record MetricKey(UUID assetId, String name) {}
}
