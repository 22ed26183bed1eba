package com.prosynchub.ui.kit.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a time axis is marked: at round site times, also on the days on which clocks change. Stateless. */
final class TimeTicks {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY
    };
    private static final int[] MONTH_STEPS = {1, 3, 6, 12, 24, 60, 120};

    private TimeTicks() {}

    /**
     * One mark.
     *
     * @param time milliseconds since the epoch
     * @param label time of day, or date
     * @param date whether a new day, or year, begins here
     * @param dateLabel that day or year; shown where it begins and at the first mark in view
     */
    record Tick(long time, String label, boolean date, String dateLabel) {}

    /** At most {@code most} marks in the window. */
    static List<Tick> of(TimeWindow window, ZoneId zone, Locale locale, int most) {
        long least = window.span() / Math.max(1, most);
        for (long step : STEPS) {
            if (step >= least) {
                return step < DAY ? clockTicks(window, zone, locale, step) : dayTicks(window, zone, locale, step / DAY);
            }
        }
        for (int months : MONTH_STEPS) {
            if (months * 30L * DAY >= least || months == 120) {
                return monthTicks(window, zone, locale, months);
            }
        }
        return List.of();
    }

    private static List<Tick> clockTicks(TimeWindow window, ZoneId zone, Locale locale, long step) {
        String pattern = step < SECOND ? "HH:mm:ss.S" : step < MINUTE ? "HH:mm:ss" : "HH:mm";
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(pattern, locale);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", locale);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime previous = null;
        for (long time : clockTimes(window, zone, step)) {
            ZonedDateTime at = Instant.ofEpochMilli(time).atZone(zone);
            boolean newDay = previous != null && !previous.toLocalDate().equals(at.toLocalDate());
            ticks.add(new Tick(time, clock.format(at), newDay, day.format(at)));
            previous = at;
        }
        return ticks;
    }

    /** Steps below an hour are even in real time; longer ones are even on the wall clock of each day. */
    private static List<Long> clockTimes(TimeWindow window, ZoneId zone, long step) {
        List<Long> times = new ArrayList<>();
        if (step < HOUR) {
            long offset = zone.getRules().getOffset(window.start()).getTotalSeconds() * SECOND;
            long first = Math.floorDiv(window.from() + offset + step - 1, step) * step - offset;
            for (long time = first; time < window.to(); time += step) {
                times.add(time);
            }
            return times;
        }
        LocalDateTime wall = window.start().atZone(zone).toLocalDate().atStartOfDay();
        long last = Long.MIN_VALUE;
        for (long time = Long.MIN_VALUE; time < window.to(); wall = wall.plus(Duration.ofMillis(step))) {
            time = wall.atZone(zone).toInstant().toEpochMilli();
            // A wall time that is skipped in spring falls on the next mark, which is made once.
            if (time >= window.from() && time < window.to() && time != last) {
                times.add(time);
                last = time;
            }
        }
        return times;
    }

    private static List<Tick> dayTicks(TimeWindow window, ZoneId zone, Locale locale, long days) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", locale);
        DateTimeFormatter year = DateTimeFormatter.ofPattern("uuuu", locale);
        var date = window.start().atZone(zone).toLocalDate();
        date = date.minusDays(Math.floorMod(date.toEpochDay(), days));
        List<Tick> ticks = new ArrayList<>();
        int shownYear = date.getYear();
        for (; ; date = date.plusDays(days)) {
            ZonedDateTime start = date.atStartOfDay(zone);
            long time = start.toInstant().toEpochMilli();
            if (time >= window.to()) {
                return ticks;
            }
            if (time >= window.from()) {
                boolean newYear = shownYear != date.getYear();
                ticks.add(new Tick(time, day.format(start), newYear, year.format(start)));
                shownYear = date.getYear();
            }
        }
    }

    private static List<Tick> monthTicks(TimeWindow window, ZoneId zone, Locale locale, int months) {
        DateTimeFormatter label = DateTimeFormatter.ofPattern(months < 12 ? "MMM uuuu" : "uuuu", locale);
        ZonedDateTime start =
                window.start().atZone(zone).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        int back = Math.floorMod(start.getYear() * 12 + start.getMonthValue() - 1, months);
        start = start.minusMonths(back);
        List<Tick> ticks = new ArrayList<>();
        for (; ; start = start.plusMonths(months)) {
            long time = start.toInstant().toEpochMilli();
            if (time >= window.to()) {
                return ticks;
            }
            if (time >= window.from()) {
                ticks.add(new Tick(time, label.format(start), false, ""));
            }
        }
    }
}
