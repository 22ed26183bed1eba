package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.asset_metrics}: the current value of one metric. The value and its time are written by one database function alone. One thread. */
@Entity
@Table(name = "asset_metrics", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class AssetMetricEntity {
    @Id
    @Column(name = "metric_id")
    UUID id;

    @Column(name = "asset_id", nullable = false)
    UUID assetId;

    @Column(name = "metric_name", length = 50, nullable = false)
    String name;

    @Column(name = "metric_value", precision = 12, scale = 4, updatable = false)
    BigDecimal value;

    @Column(name = "unit", length = 20)
    String unit;

    @Column(name = "min_threshold", precision = 12, scale = 4)
    BigDecimal minThreshold;

    @Column(name = "max_threshold", precision = 12, scale = 4)
    BigDecimal maxThreshold;

    @Column(name = "warning_threshold", precision = 12, scale = 4)
    BigDecimal warningThreshold;

    @Column(name = "critical_threshold", precision = 12, scale = 4)
    BigDecimal criticalThreshold;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
