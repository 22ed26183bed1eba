package com.prosynchub.model.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges samples against limits, one after the other and oldest first. Each level (beyond the warning limit, outside the
 * band, beyond the critical limit) holds or does not on its own: it begins to hold once the value was at that level for the
 * on-delay, and ends once the value was back by the deadband for the off-delay. The worst level that holds is the severity.
 * Without limits there is never one. Stateless.
 */
public final class LimitEvaluation {
    private static final List<Severity> WORST_FIRST = List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM);

    private LimitEvaluation() {}

    /**
     * The state after one more sample, the very same object where nothing changed.
     *
     * @param at later than every sample that {@code before} came from
     * @param value a number
     */
    public static LimitState next(
            LimitState before, Instant at, double value, MetricLimits limits, MetricSettings settings) {
        if (limits.equals(MetricLimits.NONE)) {
            return before.severity() == Severity.NORMAL ? LimitState.NORMAL : normalSince(at);
        }
        Severity beyond = limits.severityOf(value);
        if (beyond == Severity.NORMAL && before.severity() == Severity.NORMAL) {
            return quiet(before);
        }
        Severity back = narrowed(limits, settings).severityOf(value);
        Severity severity = Severity.NORMAL;
        @Nullable Instant[] waits = new @Nullable Instant[WORST_FIRST.size()];
        for (int i = 0; i < waits.length; i++) {
            Severity level = WORST_FIRST.get(i);
            boolean held = before.severity().compareTo(level) >= 0;
            boolean turning = held ? back.compareTo(level) < 0 : beyond.compareTo(level) >= 0;
            Instant began = before.waits(level);
            Instant from = began == null ? at : began;
            Duration delay = held ? settings.offDelayOrDefault() : settings.onDelayOrDefault();
            boolean turned = turning && Duration.between(from, at).compareTo(delay) >= 0;
            waits[i] = turning && !turned ? from : null;
            if (held != turned) {
                severity = severity.worse(level);
            }
        }
        Instant since = severity == before.severity() ? before.since() : at;
        LimitState after = new LimitState(severity, since, waits[2], waits[1], waits[0]);
        return after.equals(before) ? before : after;
    }

    private static LimitState quiet(LimitState before) {
        return before.mediumWaits() == null && before.highWaits() == null && before.criticalWaits() == null
                ? before
                : new LimitState(Severity.NORMAL, before.since(), null, null, null);
    }

    private static LimitState normalSince(Instant at) {
        return new LimitState(Severity.NORMAL, at, null, null, null);
    }

    /** The limits that a value must be inside of to count as back. */
    private static MetricLimits narrowed(MetricLimits limits, MetricSettings settings) {
        var by = settings.deadbandOf(limits);
        if (by.signum() == 0) {
            return limits;
        }
        boolean high = limits.highSide();
        return new MetricLimits(
                limits.min() == null ? null : limits.min().add(by),
                limits.max() == null ? null : limits.max().subtract(by),
                limits.warning() == null ? null : shifted(limits.warning(), by, high),
                limits.critical() == null ? null : shifted(limits.critical(), by, high));
    }

    private static java.math.BigDecimal shifted(java.math.BigDecimal limit, java.math.BigDecimal by, boolean high) {
        return high ? limit.subtract(by) : limit.add(by);
    }
}
