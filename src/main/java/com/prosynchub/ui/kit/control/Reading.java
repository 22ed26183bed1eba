package com.prosynchub.ui.kit.control;

import com.prosynchub.model.metric.AssetMetric;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value with what belongs to it. Immutable.
 *
 * @param value the value, NaN for none
 * @param decimals fixed decimals of its metric
 * @param unit its unit, may be empty
 * @param at when it was measured
 * @param grade how it stands against its limits
 * @param staleAfter the age from which it no longer counts as current, usually twice the expected interval
 */
public record Reading(
        double value, int decimals, String unit, @Nullable Instant at, Grade grade, Duration staleAfter) {
    /** A metric's current value. */
    public static Reading of(AssetMetric metric, int decimals, Duration staleAfter) {
        return new Reading(
                metric.value() == null ? Double.NaN : metric.value().doubleValue(),
                decimals,
                metric.unit() == null ? "" : metric.unit(),
                metric.updatedAt(),
                Grade.of(metric.severity()),
                staleAfter);
    }

    /** Whether it is too old at {@code now} to be shown as current. */
    public boolean isStale(Instant now) {
        return at == null || Duration.between(at, now).compareTo(staleAfter) > 0;
    }
}
