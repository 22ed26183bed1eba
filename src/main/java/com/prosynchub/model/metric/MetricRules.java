package com.prosynchub.model.metric;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** What a valid metric definition is, and what a metric can hold. */
public final class MetricRules {
    public static final int UNIT = 20;
    public static final int MOST_METRICS = 64;

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
                .number("min", l.min(), "-" + MOST, MOST, 4)
                .number("max", l.max(), "-" + MOST, MOST, 4)
                .number("warning", l.warning(), "-" + MOST, MOST, 4)
                .number("critical", l.critical(), "-" + MOST, MOST, 4)
                .order("min", l.min(), "max", l.max())
                .violations();
    }
}
