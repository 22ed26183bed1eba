package com.prosynchub.model.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current value of one metric of one asset.
 *
 * @param name the key under which history documents carry it, {@code ^[a-z][a-z0-9_]{0,49}$}
 * @param value the newest value, null before the first sample
 * @param updatedAt when {@code value} was measured
 */
public record AssetMetric(
        UUID id,
        UUID assetId,
        String name,
        @Nullable BigDecimal value,
        @Nullable String unit,
        MetricLimits limits,
        @Nullable Instant updatedAt,
        int revision) {

    public Severity severity() {
        return value == null ? Severity.NORMAL : limits.severityOf(value.doubleValue());
    }
}
