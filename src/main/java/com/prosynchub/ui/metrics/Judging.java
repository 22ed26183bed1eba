package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.MetricSettings;

/** All that a metric is judged by. Immutable. */
record Judging(MetricLimits limits, MetricSettings settings) {
    static Judging of(MetricLine line) {
        return new Judging(line.metric().limits(), line.settings());
    }

    static Judging of(MetricEdit edit) {
        return new Judging(edit.limits(), edit.settings());
    }

    static Judging of(LimitVersion version) {
        return new Judging(version.limits(), version.settings());
    }

    MetricEdit edit(MetricLine before) {
        return new MetricEdit(before, limits, settings);
    }
}
