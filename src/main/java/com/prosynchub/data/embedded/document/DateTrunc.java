package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $dateTrunc} operator: the start of the bin that a date lies in, bins being counted from the first of
 * January 2000 in the time zone (for weeks, from the first start of a week on or after that day). Stateless.
 */
final class DateTrunc {
    private static final Set<String> ARGUMENTS = Set.of("date", "unit", "binSize", "timezone", "startOfWeek");
    private static final LocalDate REFERENCE = LocalDate.of(2000, 1, 1);
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)?");
    private static final Map<String, Long> MILLIS =
            Map.of("millisecond", 1L, "second", 1_000L, "minute", 60_000L, "hour", 3_600_000L);

    private DateTrunc() {}

    static Document checked(@Nullable Object arguments) {
        if (!(arguments instanceof Document document)) {
            throw new MongoServerError(5439007, "$dateTrunc only supports an object as its argument");
        }
        for (String name : document.keySet()) {
            if (!ARGUMENTS.contains(name)) {
                throw new MongoServerError(5439008, "Unrecognized argument to $dateTrunc: " + name);
            }
        }
        if (!document.containsKey("date")) {
            throw new MongoServerError(5439009, "Missing 'date' parameter to $dateTrunc");
        }
        if (!document.containsKey("unit")) {
            throw new MongoServerError(5439010, "Missing 'unit' parameter to $dateTrunc");
        }
        return document;
    }

    /** The value for one document, null if an argument is null or missing. */
    static @Nullable Object evaluate(Object arguments, Document document) {
        Document given = (Document) arguments;
        Document values = (Document) Expression.evaluateDocument(given, document);
        for (String name : given.keySet()) {
            boolean matters = !name.equals("startOfWeek") || "week".equals(values.get("unit"));
            if (matters && values.get(name) == null) {
                return null;
            }
        }
        Instant date = date(values.get("date"));
        String unit = text(values.get("unit"), "unit", 5439013);
        long size = given.containsKey("binSize") ? size(values.get("binSize")) : 1;
        ZoneId zone =
                given.containsKey("timezone") ? zone(text(values.get("timezone"), "timezone", 40517)) : ZoneOffset.UTC;
        DayOfWeek start = given.containsKey("startOfWeek") && unit.equals("week")
                ? day(text(values.get("startOfWeek"), "startOfWeek", 5439015))
                : DayOfWeek.SUNDAY;
        return truncate(date, unit, size, zone, start);
    }

    static Instant truncate(Instant date, String unit, long size, ZoneId zone, DayOfWeek startOfWeek) {
        try {
            Long millis = MILLIS.get(unit);
            if (millis != null) {
                long reference = REFERENCE.atStartOfDay(zone).toInstant().toEpochMilli();
                long bin = Math.multiplyExact(millis, size);
                long distance = Math.subtractExact(date.toEpochMilli(), reference);
                return Instant.ofEpochMilli(reference + Math.floorDiv(distance, bin) * bin);
            }
            LocalDate day = LocalDate.ofInstant(date, zone);
            return start(day, unit, size, startOfWeek).atStartOfDay(zone).toInstant();
        } catch (ArithmeticException | DateTimeException e) {
            throw new MongoServerError(5439005, "$dateTrunc overflows for bins of " + size + " " + unit);
        }
    }

    private static LocalDate start(LocalDate day, String unit, long size, DayOfWeek startOfWeek) {
        return switch (unit) {
            case "day" -> days(REFERENCE, day, size);
            case "week" ->
                days(REFERENCE.with(TemporalAdjusters.nextOrSame(startOfWeek)), day, Math.multiplyExact(7, size));
            case "month" -> months(day, size);
            case "quarter" -> months(day, Math.multiplyExact(3, size));
            case "year" -> months(day, Math.multiplyExact(12, size));
            default -> throw Errors.of(Errors.FAILED_TO_PARSE, "unknown time unit value: " + unit);
        };
    }

    private static LocalDate days(LocalDate reference, LocalDate day, long size) {
        long distance = ChronoUnit.DAYS.between(reference, day);
        return reference.plusDays(Math.multiplyExact(Math.floorDiv(distance, size), size));
    }

    private static LocalDate months(LocalDate day, long size) {
        long distance = (day.getYear() - 2000L) * 12 + day.getMonthValue() - 1;
        return REFERENCE.plusMonths(Math.multiplyExact(Math.floorDiv(distance, size), size));
    }

    private static Instant date(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case ObjectId id ->
                Instant.ofEpochSecond(
                        Integer.toUnsignedLong(ByteBuffer.wrap(id.toByteArray()).getInt()));
            case BsonTimestamp timestamp -> Instant.ofEpochSecond(timestamp.getValue() >>> 32);
            case null, default ->
                throw new MongoServerError(
                        5439012, "$dateTrunc requires 'date' to be a date, but got " + SchemaTypes.nameOf(value));
        };
    }

    private static String text(@Nullable Object value, String name, int code) {
        if (!(value instanceof String text)) {
            throw new MongoServerError(
                    code, "$dateTrunc requires '" + name + "' to be a string, but got " + SchemaTypes.nameOf(value));
        }
        return text;
    }

    private static long size(@Nullable Object value) {
        if (!(value instanceof Number number) || number.doubleValue() != Math.rint(number.doubleValue())) {
            throw new MongoServerError(5439017, "$dateTrunc requires 'binSize' to be a 64-bit integer");
        }
        if (number.longValue() < 1) {
            throw new MongoServerError(5439018, "$dateTrunc requires 'binSize' to be greater than 0");
        }
        return number.longValue();
    }

    private static ZoneId zone(String name) {
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            String minutes = offset.group(3);
            int total = Integer.parseInt(offset.group(2)) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
            return ZoneOffset.ofTotalSeconds(total * (offset.group(1).equals("-") ? -60 : 60));
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new MongoServerError(40485, "unrecognized time zone identifier: \"" + name + "\"");
        }
        return ZoneId.of(name);
    }

    private static DayOfWeek day(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(wanted) || day.name().substring(0, 3).equals(wanted)) {
                return day;
            }
        }
        throw Errors.of(Errors.FAILED_TO_PARSE, "unknown day of week value: " + name);
    }
}
