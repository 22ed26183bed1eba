package com.prosynchub.model.time;

import com.prosynchub.model.site.Shift;
import com.prosynchub.model.time.TimeFound.Range;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands stretches of time in words, in the site's zone: {@code last 8 h}, {@code yesterday's night shift},
 * {@code since work order pump}, {@code 10.1. 6:00 - 14:00}. Days and shifts are those of the wall clock, so that a day is 23
 * or 25 hours long where the clock is put on or back. Immutable.
 *
 * @param now what the words are said at
 * @param shifts of the site
 */
public record TimeWords(Instant now, ZoneId zone, List<Shift> shifts) {
    private static final Pattern ROLLING = Pattern.compile("(?:([a-z]+) )?(\\d{1,6}(?:[.,]\\d+)?) ?([a-z]+)");
    private static final Pattern APART = Pattern.compile(" (?:to|until|bis|hasta|a|-|–|—) | ?(?:\\.\\.|…) ?|–");
    private static final Pattern TO_ORDER = Pattern.compile(TimeVocabulary.ORDER + "[ :#]+(.+)");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./]?(\\d{4})?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?(?:h|uhr))?");
    private static final int LONGEST_YEARS = 50;

    public TimeWords {
        shifts = List.copyOf(shifts);
    }

    /** What the words mean; empty for what is not understood. */
    public Optional<TimeFound> find(String words) {
        String text = TimeVocabulary.plain(words);
        try {
            return text.isEmpty() ? Optional.empty() : understood(text);
        } catch (DateTimeException | ArithmeticException impossible) {
            // The 31st of February, or a thousand years.
            return Optional.empty();
        }
    }

    private Optional<TimeFound> understood(String text) {
        int blank = text.indexOf(' ');
        if (blank > 0 && TimeVocabulary.SINCE.contains(text.substring(0, blank))) {
            return since(text.substring(blank + 1));
        }
        Optional<Range> range = rolling(text)
                .or(() -> fromTo(text))
                .or(() -> calendar(text))
                .or(() -> shift(text))
                .or(() -> day(text).map(this::whole));
        return range.map(TimeFound.class::cast);
    }

    private Optional<TimeFound> since(String rest) {
        Matcher order = TO_ORDER.matcher(rest);
        if (order.matches()) {
            return Optional.of(new TimeFound.SinceOrder(order.group(1)));
        }
        return point(rest, false)
                .filter(from -> from.isBefore(now))
                .map(from -> (TimeFound) new Range(from, now, false))
                .or(() -> shift(rest).map(shift -> new Range(shift.from(), now, false)));
    }

    /** A number of units up to now. Days and longer are counted on the calendar. */
    private Optional<Range> rolling(String text) {
        Matcher m = ROLLING.matcher(text);
        if (!m.matches() || m.group(1) != null && !TimeVocabulary.LAST.contains(m.group(1))) {
            return Optional.empty();
        }
        BigDecimal count = new BigDecimal(m.group(2).replace(',', '.'));
        return TimeVocabulary.unit(m.group(3)).flatMap(unit -> back(count, unit));
    }

    private Optional<Range> back(BigDecimal count, ChronoUnit unit) {
        ZonedDateTime here = now.atZone(zone);
        boolean whole = count.stripTrailingZeros().scale() <= 0;
        if (!whole && unit.compareTo(ChronoUnit.DAYS) >= 0 && unit != ChronoUnit.DAYS && unit != ChronoUnit.WEEKS) {
            return Optional.empty();
        }
        ZonedDateTime from = whole
                ? here.minus(count.longValueExact(), unit)
                : here.minusSeconds(
                        count.multiply(BigDecimal.valueOf(unit.getDuration().toSeconds()))
                                .longValue());
        return from.isBefore(here) && from.isAfter(here.minusYears(LONGEST_YEARS))
                ? Optional.of(new Range(from.toInstant(), now, true))
                : Optional.empty();
    }

    private Optional<Range> fromTo(String text) {
        String[] ends = APART.split(text, 2);
        if (ends.length < 2) {
            return Optional.empty();
        }
        Optional<Instant> from = point(ends[0].strip(), false);
        Optional<Instant> to = point(ends[1].strip(), true)
                // Only the clock after a day with a clock: the same day.
                .map(end -> sameDay(ends[0].strip(), ends[1].strip()).orElse(end));
        return from.isPresent() && to.isPresent() && from.get().isBefore(to.get())
                ? Optional.of(new Range(from.get(), to.get(), false))
                : Optional.empty();
    }

    private Optional<Instant> sameDay(String from, String to) {
        int blank = from.lastIndexOf(' ');
        return blank < 0
                ? Optional.empty()
                : day(from.substring(0, blank)).flatMap(day -> clock(to).map(time -> at(day, time)));
    }

    /** Today, yesterday, this week, last month. */
    private Optional<Range> calendar(String text) {
        List<String> words = words(text);
        if (text.equals("day before yesterday")) {
            return Optional.of(whole(today().minusDays(2)));
        }
        if (words.size() == 1) {
            return named(words.getFirst()).map(this::whole);
        }
        if (words.size() != 2) {
            return Optional.empty();
        }
        boolean last = words.stream().anyMatch(TimeVocabulary.LAST::contains);
        boolean current = words.stream().anyMatch(TimeVocabulary.THIS::contains);
        return words.stream()
                .flatMap(word -> TimeVocabulary.unit(word).stream())
                .findFirst()
                .filter(unit -> last || current)
                .flatMap(unit -> last ? previous(unit) : running(unit));
    }

    private Optional<Range> previous(ChronoUnit unit) {
        LocalDate today = today();
        return switch (unit) {
            case WEEKS -> Optional.of(days(monday(today).minusWeeks(1), monday(today)));
            case MONTHS -> Optional.of(days(today.withDayOfMonth(1).minusMonths(1), today.withDayOfMonth(1)));
            case YEARS -> Optional.of(days(today.withDayOfYear(1).minusYears(1), today.withDayOfYear(1)));
            default -> back(BigDecimal.ONE, unit);
        };
    }

    private Optional<Range> running(ChronoUnit unit) {
        LocalDate today = today();
        return switch (unit) {
            case DAYS -> Optional.of(whole(today));
            case WEEKS -> Optional.of(whole(monday(today), today));
            case MONTHS -> Optional.of(whole(today.withDayOfMonth(1), today));
            case YEARS -> Optional.of(whole(today.withDayOfYear(1), today));
            default -> Optional.empty();
        };
    }

    /** One of the site's shifts: of a named day, the running one, or the last one that ended. */
    private Optional<Range> shift(String text) {
        Set<String> words = new HashSet<>(words(text));
        boolean said =
                words.stream().anyMatch(word -> TimeVocabulary.SHIFT.stream().anyMatch(word::endsWith));
        Optional<LocalDate> day =
                words.stream().flatMap(word -> named(word).stream()).findFirst();
        boolean last = words.stream().anyMatch(TimeVocabulary.LAST::contains);
        boolean current = words.stream().anyMatch(TimeVocabulary.THIS::contains);
        words.removeIf(word -> named(word).isPresent()
                || TimeVocabulary.LAST.contains(word)
                || TimeVocabulary.THIS.contains(word)
                || TimeVocabulary.SHIFT.contains(word)
                || TimeVocabulary.FILLING.contains(word));
        List<Shift> meant = shifts.stream()
                .filter(shift -> words.isEmpty() ? said : names(shift, text, words))
                .toList();
        if (meant.isEmpty() || !said && day.isEmpty() && !last && !current) {
            return Optional.empty();
        }
        if (day.isPresent()) {
            return words.isEmpty() ? Optional.empty() : Optional.of(on(meant.getFirst(), day.get()));
        }
        Stream<Range> around = meant.stream()
                .flatMap(shift -> Stream.of(2, 1, 0).map(back -> on(shift, today().minusDays(back))))
                .filter(range -> range.from().isBefore(now));
        return current
                ? around.filter(range -> range.to().isAfter(now))
                        .findFirst()
                        .map(range -> new Range(range.from(), now, false))
                : around.filter(range -> !range.to().isAfter(now)).max(Comparator.comparing(Range::to));
    }

    private static boolean names(Shift shift, String text, Set<String> words) {
        String name = TimeVocabulary.shift(TimeVocabulary.plain(shift.name()));
        return !name.isEmpty()
                && (words.stream().map(TimeVocabulary::shift).anyMatch(name::equals)
                        || name.indexOf(' ') > 0 && text.contains(name));
    }

    private Range on(Shift shift, LocalDate day) {
        LocalDate end = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
        return new Range(at(day, shift.from()), at(end, shift.to()), false);
    }

    /** An instant: a day, a time of day, or both; a day alone is its beginning, or its end where a range ends. */
    private Optional<Instant> point(String text, boolean end) {
        if (TimeVocabulary.NOW.contains(text)) {
            return Optional.of(now);
        }
        Optional<Instant> ofToday = clock(text).map(time -> at(today(), time));
        if (ofToday.isPresent()) {
            return ofToday;
        }
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return day.map(
                    date -> (end ? date.plusDays(1) : date).atStartOfDay(zone).toInstant());
        }
        int blank = text.lastIndexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        String before = text.substring(0, blank).strip();
        return day(before).flatMap(date -> clock(text.substring(blank + 1)).map(time -> at(date, time)));
    }

    private Optional<LocalDate> day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
        }
        Matcher m = DAY.matcher(text);
        if (m.matches()) {
            int year = m.group(3) == null ? today().getYear() : number(m.group(3));
            LocalDate day = LocalDate.of(year, number(m.group(2)), number(m.group(1)));
            // Without a year the last such day is meant, since nothing is measured in the future.
            return Optional.of(m.group(3) == null && day.isAfter(today()) ? day.minusYears(1) : day);
        }
        return named(text);
    }

    private Optional<LocalDate> named(String word) {
        if (TimeVocabulary.TODAY.contains(word)) {
            return Optional.of(today());
        }
        if (TimeVocabulary.YESTERDAY.contains(word)) {
            return Optional.of(today().minusDays(1));
        }
        return TimeVocabulary.DAY_BEFORE.contains(word) ? Optional.of(today().minusDays(2)) : Optional.empty();
    }

    private static Optional<LocalTime> clock(String text) {
        Matcher m = CLOCK.matcher(text);
        return m.matches()
                ? Optional.of(LocalTime.of(
                        number(m.group(1)), number(m.group(2)), m.group(3) == null ? 0 : number(m.group(3))))
                : Optional.empty();
    }

    /** The whole day; of today what there is of it. */
    private Range whole(LocalDate day) {
        return whole(day, day);
    }

    private Range whole(LocalDate first, LocalDate last) {
        Range range = days(first, last.plusDays(1));
        return range.to().isAfter(now) && range.from().isBefore(now) ? new Range(range.from(), now, false) : range;
    }

    private Range days(LocalDate first, LocalDate after) {
        return new Range(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant(), false);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
