package com.prosynchub.model.metric;

import java.time.Instant;

/** Limits that held from {@code from} until before {@code to}. */
public record LimitStep(Instant from, Instant to, MetricLimits limits) {}
