package com.prosynchub.model.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the limits of a metric are judged, besides the limits themselves. What nobody stated is null and has the default
 * that the method beside it names.
 *
 * @param deadband how far a value must be back inside a limit before it counts as back
 * @param onDelay how long a value must be beyond a limit before that counts
 * @param offDelay how long a value must be back before that counts
 * @param expectedInterval how often a sample is expected; after twice as long without one the metric is stale
 * @param priority of its alarms, whichever limit is crossed; never {@link Severity#NORMAL}
 * @param guidance what to do when a limit is crossed
 */
public record MetricSettings(
        @Nullable BigDecimal deadband,
        @Nullable Duration onDelay,
        @Nullable Duration offDelay,
        @Nullable Duration expectedInterval,
        @Nullable Severity priority,
        @Nullable String guidance) {
    public static final MetricSettings NONE = new MetricSettings(null, null, null, null, null, null);

    private static final Duration DEFAULT_OFF_DELAY = Duration.ofSeconds(5);
    private static final BigDecimal PART_OF_BAND = new BigDecimal("0.01");

    /** The deadband in the metric's unit: as stated, else 1 % of the band, which may be zero. */
    public BigDecimal deadbandOf(MetricLimits limits) {
        return deadband != null ? deadband : defaultDeadband(limits);
    }

    /** 1 % of the band: from {@code min} to {@code max}, else from warning to critical, else none. */
    public static BigDecimal defaultDeadband(MetricLimits limits) {
        BigDecimal band = BigDecimal.ZERO;
        BigDecimal min = limits.min();
        BigDecimal max = limits.max();
        BigDecimal warning = limits.warning();
        BigDecimal critical = limits.critical();
        if (min != null && max != null) {
            band = max.subtract(min);
        } else if (warning != null && critical != null) {
            band = critical.subtract(warning).abs();
        }
        return band.multiply(PART_OF_BAND).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** Whether the other ones mean the same, however many zeros the deadband is written with. */
    public boolean same(MetricSettings other) {
        return MetricLimits.same(deadband, other.deadband)
                && withDeadband(other.deadband).equals(other);
    }

    private MetricSettings withDeadband(@Nullable BigDecimal other) {
        return new MetricSettings(other, onDelay, offDelay, expectedInterval, priority, guidance);
    }

    /** As stated, else none. */
    public Duration onDelayOrDefault() {
        return onDelay != null ? onDelay : Duration.ZERO;
    }

    /** As stated, else five seconds. */
    public Duration offDelayOrDefault() {
        return offDelay != null ? offDelay : DEFAULT_OFF_DELAY;
    }

    /** After how long without a sample the metric is stale: twice the expected interval; empty where none is expected. */
    public Optional<Duration> staleAfter() {
        return Optional.ofNullable(expectedInterval).map(i -> i.multipliedBy(2));
    }
}
