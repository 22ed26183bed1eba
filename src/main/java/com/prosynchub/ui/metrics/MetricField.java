package com.prosynchub.ui.metrics;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.ui.kit.text.Typed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a metric is edited, in the order of the columns. Times are typed in seconds. */
enum MetricField {
    MIN("min"),
    MAX("max"),
    WARNING("warning"),
    CRITICAL("critical"),
    DEADBAND("deadband"),
    ON_DELAY("onDelay"),
    OFF_DELAY("offDelay"),
    EXPECTED_INTERVAL("expectedInterval"),
    PRIORITY("priority"),
    GUIDANCE("guidance");

    static final Set<MetricField> LIMITS = EnumSet.of(MIN, MAX, WARNING, CRITICAL);

    private static final int MILLIS = 3;

    /** The name under which rules speak of it. */
    final String key;

    MetricField(String key) {
        this.key = key;
    }

    static MetricField of(String key) {
        return Arrays.stream(values())
                .filter(f -> f.key.equals(key))
                .findFirst()
                .orElse(MIN);
    }

    /** As it is typed; empty where nothing is stated. A priority is its constant's name. */
    String typed(Judging of) {
        MetricLimits l = of.limits();
        MetricSettings s = of.settings();
        return switch (this) {
            case MIN -> Typed.show(l.min());
            case MAX -> Typed.show(l.max());
            case WARNING -> Typed.show(l.warning());
            case CRITICAL -> Typed.show(l.critical());
            case DEADBAND -> Typed.show(s.deadband());
            case ON_DELAY -> seconds(s.onDelay());
            case OFF_DELAY -> seconds(s.offDelay());
            case EXPECTED_INTERVAL -> seconds(s.expectedInterval());
            case PRIORITY -> s.priority() == null ? "" : s.priority().name();
            case GUIDANCE -> Typed.show(s.guidance());
        };
    }

    /** The same with another value of this; what can not be read is noted in {@code checks}. */
    Judging with(Judging of, String typed, FieldChecks checks) {
        MetricLimits l = of.limits();
        MetricSettings s = of.settings();
        return switch (this) {
            case MIN -> new Judging(new MetricLimits(number(typed, checks), l.max(), l.warning(), l.critical()), s);
            case MAX -> new Judging(new MetricLimits(l.min(), number(typed, checks), l.warning(), l.critical()), s);
            case WARNING -> new Judging(new MetricLimits(l.min(), l.max(), number(typed, checks), l.critical()), s);
            case CRITICAL -> new Judging(new MetricLimits(l.min(), l.max(), l.warning(), number(typed, checks)), s);
            case DEADBAND -> with(l, number(typed, checks), s.onDelay(), s.offDelay(), s.expectedInterval(), s);
            case ON_DELAY -> with(l, s.deadband(), duration(typed, checks), s.offDelay(), s.expectedInterval(), s);
            case OFF_DELAY -> with(l, s.deadband(), s.onDelay(), duration(typed, checks), s.expectedInterval(), s);
            case EXPECTED_INTERVAL -> with(l, s.deadband(), s.onDelay(), s.offDelay(), duration(typed, checks), s);
            case PRIORITY ->
                new Judging(
                        l,
                        new MetricSettings(
                                s.deadband(),
                                s.onDelay(),
                                s.offDelay(),
                                s.expectedInterval(),
                                typed.isEmpty() ? null : Severity.valueOf(typed),
                                s.guidance()));
            case GUIDANCE ->
                new Judging(
                        l,
                        new MetricSettings(
                                s.deadband(),
                                s.onDelay(),
                                s.offDelay(),
                                s.expectedInterval(),
                                s.priority(),
                                Typed.text(typed)));
        };
    }

    /** Whether both have the same value of this. */
    boolean same(Judging one, Judging other) {
        return typed(one).equals(typed(other));
    }

    /** Those whose values differ. */
    static Set<MetricField> changed(Judging before, Judging now) {
        EnumSet<MetricField> changed = EnumSet.allOf(MetricField.class);
        changed.removeIf(f -> f.same(before, now));
        return changed;
    }

    private static Judging with(
            MetricLimits limits,
            @Nullable BigDecimal deadband,
            @Nullable Duration onDelay,
            @Nullable Duration offDelay,
            @Nullable Duration expectedInterval,
            MetricSettings rest) {
        return new Judging(
                limits,
                new MetricSettings(deadband, onDelay, offDelay, expectedInterval, rest.priority(), rest.guidance()));
    }

    private @Nullable BigDecimal number(String typed, FieldChecks checks) {
        return Typed.decimal(key, typed, checks);
    }

    private @Nullable Duration duration(String typed, FieldChecks checks) {
        BigDecimal seconds = Typed.decimal(key, typed, checks);
        if (seconds == null) {
            return null;
        }
        if (seconds.stripTrailingZeros().scale() > MILLIS) {
            checks.broken(key, "decimals", MILLIS);
            return null;
        }
        return seconds.precision() - seconds.scale() > 9
                ? Duration.ofDays(99_999)
                : Duration.ofMillis(seconds.movePointRight(MILLIS).longValueExact());
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "" : Typed.show(BigDecimal.valueOf(duration.toMillis(), MILLIS));
    }
}
