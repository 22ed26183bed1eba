package com.prosynchub.model.metric;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a valid metric definition is, and what a metric can hold. */
public final class MetricRules {
    public static final int UNIT = 20;
    public static final int MOST_METRICS = 64;
    public static final int GUIDANCE = 2000;

    /** A day and a week, in seconds. */
    private static final String MOST_DELAY = "86400";

    private static final String MOST_INTERVAL = "604800";

    /** The key that the current value and the history share. */
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /** What a column of twelve digits, four of them decimals, can hold. */
    public static final String MOST = "99999999.9999";

    /** The same as a number. */
    public static final double MOST_VALUE = Double.parseDouble(MOST);

    /** A clock that runs ahead by more than this is wrong, and its samples would hide newer ones for ever. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    /** Nothing was measured by this program's kind of clock before. */
    public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private MetricRules() {}

    /** The rules that a definition breaks; fields {@code name, unit, min, max, warning, critical}. */
    public static List<Violation> check(AssetMetric m) {
        MetricLimits l = m.limits();
        return new FieldChecks()
                .required("name", m.name())
                .matches("name", m.name(), NAME)
                .longest("unit", m.unit(), UNIT)
                .number("value", m.value(), "-" + MOST, MOST, 4)
                .all(check(l))
                .violations();
    }

    /** The rules that limits break; fields {@code min, max, warning, critical}. */
    private static List<Violation> check(MetricLimits l) {
        return new FieldChecks()
                .number("min", l.min(), "-" + MOST, MOST, 4)
                .number("max", l.max(), "-" + MOST, MOST, 4)
                .number("warning", l.warning(), "-" + MOST, MOST, 4)
                .number("critical", l.critical(), "-" + MOST, MOST, 4)
                .order("min", l.min(), "max", l.max())
                .violations();
    }

    /**
     * The rules that the judging of a metric breaks; fields as of limits, and {@code deadband, onDelay, offDelay,
     * expectedInterval, priority, guidance}.
     */
    public static List<Violation> check(MetricLimits limits, MetricSettings s) {
        return new FieldChecks()
                .all(check(limits))
                .number("deadband", s.deadband(), "0", MOST, 4)
                .number("onDelay", seconds(s.onDelay()), "0", MOST_DELAY, 3)
                .number("offDelay", seconds(s.offDelay()), "0", MOST_DELAY, 3)
                .number("expectedInterval", seconds(s.expectedInterval()), "0.001", MOST_INTERVAL, 3)
                .when(s.priority() == Severity.NORMAL, "priority", "unknown")
                .longest("guidance", s.guidance(), GUIDANCE)
                .violations();
    }

    private static @Nullable BigDecimal seconds(@Nullable Duration duration) {
        return duration == null ? null : BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
