package com.prosynchub.model.metric;

/**
 * How a metric shall be judged from now on.
 *
 * @param before the metric as it was read; when it is not so any more, nothing is changed
 */
public record MetricEdit(MetricLine before, MetricLimits limits, MetricSettings settings) {
    /** Whether it changes anything at all. */
    public boolean changes() {
        return !sameLimits() || !sameSettings();
    }

    public boolean sameLimits() {
        return limits.same(before.metric().limits());
    }

    public boolean sameSettings() {
        return settings.same(before.settings());
    }
}
