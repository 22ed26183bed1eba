package com.prosynchub.service.metric;

import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.LimitEvaluation;
import com.prosynchub.model.metric.LimitKind;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.metric.WhatIf.Proposal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts how often values went beyond one limit, by the rules that judge every value. Takes them oldest first. One thread. */
final class CrossingCount {
    private final LimitKind kind;
    private final BigDecimal limit;
    private final MetricLimits alone;
    private final MetricSettings settings;
    private final double beyond;
    private final double back;
    private final boolean above;
    private LimitState state = LimitState.NORMAL;
    private int times;
    private long began;
    private long newest;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private @Nullable Instant first;
    private @Nullable Instant last;

    CrossingCount(LimitKind kind, Proposal proposal) {
        this.kind = kind;
        limit = Objects.requireNonNull(kind.of(proposal.limits()));
        above = kind.above(proposal.limits());
        BigDecimal deadband = proposal.settings().deadbandOf(proposal.limits());
        // A band with one side, so that this limit is judged and no other.
        alone = above ? new MetricLimits(null, limit, null, null) : new MetricLimits(limit, null, null, null);
        settings = new MetricSettings(
                deadband, proposal.settings().onDelay(), proposal.settings().offDelay(), null, null, null);
        beyond = limit.doubleValue();
        back = (above ? limit.subtract(deadband) : limit.add(deadband)).doubleValue();
    }

    void take(long time, double value) {
        take(time, LimitEvaluation.next(state, Instant.ofEpochMilli(time), value, alone, settings));
    }

    /** Whether the samples of this stretch would have to be looked at one by one, whatever was before. */
    boolean straddles(MetricBucket bucket) {
        return side(bucket.min()) != side(bucket.max());
    }

    /** Whether the first and the last sample of the stretch say as much as all of them. */
    boolean suffices(MetricBucket bucket) {
        if (straddles(bucket)) {
            return false;
        }
        LimitState atFirst = next(state, bucket.first(), bucket.min());
        // A delay that runs out between the two does so at a sample that only the samples tell.
        return next(atFirst, bucket.last(), bucket.min()).severity() == atFirst.severity();
    }

    /** Takes a stretch of which that holds. */
    void take(MetricBucket bucket) {
        take(bucket.first(), next(state, bucket.first(), bucket.min()));
        if (bucket.last() > bucket.first()) {
            take(bucket.last(), next(state, bucket.last(), bucket.min()));
        }
    }

    LimitCrossings result() {
        boolean lasting = state.severity() != Severity.NORMAL;
        if (lasting) {
            ended(newest);
        }
        return new LimitCrossings(kind, limit, times, total, longest, first, last, lasting);
    }

    private LimitState next(LimitState before, long time, double value) {
        return LimitEvaluation.next(before, Instant.ofEpochMilli(time), value, alone, settings);
    }

    private void take(long time, LimitState now) {
        if (now.severity() != state.severity()) {
            if (now.severity() == Severity.NORMAL) {
                ended(time);
            } else {
                times++;
                began = time;
                last = Instant.ofEpochMilli(time);
                first = first == null ? last : first;
            }
        }
        state = now;
        newest = time;
    }

    private void ended(long time) {
        Duration lasted = Duration.ofMillis(time - began);
        total = total.plus(lasted);
        longest = lasted.compareTo(longest) > 0 ? lasted : longest;
    }

    /** Beyond the limit, back inside by the deadband, or between the two. */
    private int side(double value) {
        boolean isBeyond = above ? value > beyond : value < beyond;
        boolean isBack = above ? value <= back : value >= back;
        return isBeyond ? 1 : isBack ? -1 : 0;
    }
}
