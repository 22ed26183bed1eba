package com.prosynchub.ui.kit.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How numbers and times are written: one locale, one site time zone, one clock. Immutable, any thread.
 *
 * @param zone the site's time zone, in which every time is shown
 * @param locale decimal separator, month names
 * @param clock what "now" is for ages
 */
public record Formats(ZoneId zone, Locale locale, InstantSource clock) {
    /** Shown where there is no value: an en dash. */
    public static final String NONE = "–";

    private static final String FULL = "yMMMd";
    private static final String SHORT = "MMMd";
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** The workstation's zone and language. */
    public static Formats local() {
        return new Formats(ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT), InstantSource.system());
    }

    /** A number with exactly {@code decimals} decimals, grouped; {@link #NONE} when it is not finite. */
    public String number(double value, int decimals) {
        return Double.isFinite(value) ? unsigned(decimal(decimals, decimals), value) : NONE;
    }

    /** A number with at most {@code decimals} decimals. */
    public String upTo(double value, int decimals) {
        return Double.isFinite(value) ? unsigned(decimal(0, decimals), value) : NONE;
    }

    public String number(long value) {
        return decimal(0, 0).format(value);
    }

    /** A decimal with its own scale, at most four decimals; {@link #NONE} for null. */
    public String number(@Nullable BigDecimal value) {
        return value == null ? NONE : unsigned(decimal(0, 4), value);
    }

    /** A sensible number of decimals for a value of this size: four figures or so, and none for integers' sizes. */
    public static int decimalsFor(double magnitude) {
        double size = Math.abs(magnitude);
        if (!Double.isFinite(size) || size == 0 || size >= 1000) {
            return size >= 1000 ? 0 : 2;
        }
        return size >= 100 ? 1 : size >= 1 ? 2 : 3;
    }

    /** {@code just now}, {@code 12 s ago}, {@code 3 min ago}, {@code 5 h ago}; from a day on date and time. */
    public String relative(@Nullable Instant instant) {
        if (instant == null) {
            return Messages.kit().text("time.never");
        }
        Instant now = clock.instant();
        long seconds = Duration.between(instant, now).toSeconds();
        if (seconds < -MINUTE || seconds >= DAY) {
            return dateTime(instant);
        }
        return seconds < 5 ? Messages.kit().text("time.now") : Messages.kit().text("time.ago", shortSpan(seconds));
    }

    /** The bare age {@code 12 s}, {@code 3 min}, {@code 5 h}, {@code 8 d}; {@link #NONE} for null. */
    public String age(@Nullable Instant instant) {
        return instant == null
                ? NONE
                : shortSpan(
                        Math.max(0, Duration.between(instant, clock.instant()).toSeconds()));
    }

    /** A length of time in its two largest units, such as {@code 2 h 5 min}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return joined(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? joined(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min")
                : joined(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    /** Date, time to the second and zone: for tooltips and details. */
    public String absolute(@Nullable Instant instant) {
        return instant == null ? NONE : both(instant.atZone(zone), FULL, "HH:mm:ss zzz");
    }

    /** Date and time to the minute; the year only when it is not this one. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return NONE;
        }
        boolean thisYear =
                instant.atZone(zone).getYear() == clock.instant().atZone(zone).getYear();
        return both(instant.atZone(zone), thisYear ? SHORT : FULL, "HH:mm");
    }

    /** Time of day to the second. */
    public String time(@Nullable Instant instant) {
        return at(instant, "HH:mm:ss");
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? NONE : localized(FULL).format(date);
    }

    public String dateTime(@Nullable LocalDateTime siteTime) {
        return siteTime == null ? NONE : both(siteTime, FULL, "HH:mm");
    }

    private String at(@Nullable Instant instant, String pattern) {
        return instant == null ? NONE : formatter(pattern).format(instant.atZone(zone));
    }

    /** Day and month stand in the order, and with the marks, of the language; the clock has 24 hours everywhere. */
    private String both(TemporalAccessor time, String day, String clockPattern) {
        return localized(day).format(time) + ", " + formatter(clockPattern).format(time);
    }

    private DateTimeFormatter localized(String fields) {
        return DateTimeFormatter.ofLocalizedPattern(fields).withLocale(locale);
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    /** Without the sign of what is rounded to nothing: a minus before a zero says something that is not so. */
    private static String unsigned(DecimalFormat format, Number value) {
        String text = format.format(value);
        boolean nothing = text.startsWith("-") && text.chars().noneMatch(c -> Character.digit(c, 10) > 0);
        return nothing ? text.substring(1) : text;
    }

    private DecimalFormat decimal(int least, int most) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }

    private static String shortSpan(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < DAY ? seconds / HOUR + " h" : seconds / DAY + " d";
    }

    private static String joined(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 ? big + " " + bigUnit : big + " " + bigUnit + " " + small + " " + smallUnit;
    }
}
