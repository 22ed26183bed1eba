package com.prosynchub.ui.kit.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Which earlier period is laid under the present one. */
public enum EarlierPeriod {
    NONE("chart.earlier.none"),
    /** The stretch of the same length that ends where the window begins. */
    SAME_LENGTH("chart.earlier.same"),
    /** The same time of day a day before, also on the days on which clocks change. */
    DAY("chart.earlier.day"),
    /** The same time of day a week before. */
    WEEK("chart.earlier.week");

    private final String key;

    EarlierPeriod(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    EarlierPeriod next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** How far back the period lies, in milliseconds; zero for {@link #NONE}. */
    public long shift(TimeWindow window, ZoneId zone) {
        return switch (this) {
            case NONE -> 0;
            case SAME_LENGTH -> window.span();
            case DAY -> back(window.to(), zone, 1);
            case WEEK -> back(window.to(), zone, 7);
        };
    }

    private static long back(long time, ZoneId zone, int days) {
        ZonedDateTime end = Instant.ofEpochMilli(time).atZone(zone);
        return time - end.minusDays(days).toInstant().toEpochMilli();
    }
}
