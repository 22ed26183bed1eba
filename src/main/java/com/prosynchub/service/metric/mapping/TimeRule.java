package com.prosynchub.service.metric.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** How a cell becomes an instant, and an instant a cell. */
public sealed interface TimeRule {
    /** The column that holds it. */
    ColumnRef column();

    /** Throws {@link DateTimeException} or {@link ArithmeticException} for a cell that is no time. */
    Instant read(String cell);

    /** The cell that {@link #read} would understand as this instant, to the millisecond. */
    String write(Instant time);

    /** ISO 8601; {@code zone} holds for times without an offset. */
    record Iso(ColumnRef column, ZoneId zone) implements TimeRule {
        @Override
        public Instant read(String cell) {
            String text = cell.replace(' ', 'T');
            return instant(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                            : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from),
                    zone);
        }

        @Override
        public String write(Instant time) {
            return time.toString();
        }
    }

    /** Seconds, with decimals, or milliseconds since 1970. */
    record Epoch(ColumnRef column, boolean millis) implements TimeRule {
        @Override
        public Instant read(String cell) {
            BigDecimal number = number(cell);
            return Instant.ofEpochMilli(wholeMillis(millis ? number : number.movePointRight(3)));
        }

        @Override
        public String write(Instant time) {
            BigDecimal number = BigDecimal.valueOf(time.toEpochMilli());
            return plain(millis ? number : number.movePointLeft(3));
        }
    }

    /** A pattern as Java writes them, such as {@code dd.MM.yyyy HH:mm:ss}. */
    record Formatted(ColumnRef column, DateTimeFormatter form, ZoneId zone) implements TimeRule {
        @Override
        public Instant read(String cell) {
            return instant(form.parseBest(cell, ZonedDateTime::from, LocalDateTime::from, LocalDate::from), zone);
        }

        @Override
        public String write(Instant time) {
            return form.format(time.atZone(zone));
        }
    }

    /** Counts intervals, such as cycles; {@code first} is the count at {@code start}. */
    record Counter(ColumnRef column, Instant start, Duration interval, BigDecimal first) implements TimeRule {
        @Override
        public Instant read(String cell) {
            BigDecimal intervals = number(cell).subtract(first);
            return start.plusMillis(wholeMillis(intervals.multiply(BigDecimal.valueOf(interval.toMillis()))));
        }

        @Override
        public String write(Instant time) {
            BigDecimal millis = BigDecimal.valueOf(Duration.between(start, time).toMillis());
            BigDecimal length = BigDecimal.valueOf(interval.toMillis());
            return plain(millis.divide(length, 12, RoundingMode.HALF_UP).add(first));
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        return switch (parsed) {
            case ZonedDateTime zoned -> zoned.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> throw new DateTimeException("not a time");
        };
    }

    private static BigDecimal number(String cell) {
        if (cell.length() > 40) {
            throw new DateTimeException("too long for a number");
        }
        try {
            return new BigDecimal(cell);
        } catch (NumberFormatException malformed) {
            throw new DateTimeException("not a number", malformed);
        }
    }

    /** Far-away numbers are refused before they are made into long ones. */
    private static long wholeMillis(BigDecimal millis) {
        if (millis.precision() - millis.scale() > 16) {
            throw new DateTimeException("too far away");
        }
        return millis.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
