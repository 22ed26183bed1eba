package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a metric was to be judged for a while. Written by the database at every change and never altered.
 *
 * @param number counts from 1 with each change of the metric
 * @param from when it began to hold
 * @param to when the next one began; null while it holds
 * @param changedBy null where it was no person
 * @param changedByName as people are called now
 */
public record LimitVersion(
        UUID metricId,
        int number,
        Instant from,
        @Nullable Instant to,
        @Nullable String unit,
        MetricLimits limits,
        MetricSettings settings,
        @Nullable UUID changedBy,
        @Nullable String changedByName,
        @Nullable String reason) {}
