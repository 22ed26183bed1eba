package com.prosynchub.model.metric;

import java.time.Instant;
import java.util.List;

/**
 * What limits would have said of values of a while.
 *
 * @param samples how many values there were
 * @param answers for each proposal its limits, those that are not set left out
 * @param buckets the values themselves in a few hundred stretches, to be drawn
 */
public record WhatIf(
        Instant from, Instant to, long samples, List<List<LimitCrossings>> answers, List<MetricBucket> buckets) {
    public WhatIf {
        answers = List.copyOf(answers);
        buckets = List.copyOf(buckets);
    }

    /** How values might be judged. */
    public record Proposal(MetricLimits limits, MetricSettings settings) {}
}
