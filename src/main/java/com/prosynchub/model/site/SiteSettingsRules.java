package com.prosynchub.model.site;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the database takes as settings of a site. Violations name the list and the line in it, such as {@code shifts.2} or
 * {@code codes.department.1}.
 */
public final class SiteSettingsRules {
    public static final int SHIFTS = 12;
    public static final int HOLIDAYS = 500;
    public static final int CODES = 200;
    public static final int DIGITS = 10;

    private static final int SHIFT_NAME = 50;
    private static final int HOLIDAY_NAME = 100;
    private static final long HIGHEST = 9_999_999_999L;
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9./_-]{0,10}");

    private SiteSettingsRules() {}

    public static List<Violation> check(SiteSettings settings) {
        FieldChecks checks = new FieldChecks();
        checks.when(settings.workingDays().isEmpty(), "workingDays", "required");
        shifts(checks, settings.shifts());
        holidays(checks, settings.holidays());
        settings.codes().forEach((kind, words) -> codes(checks, kind, words));
        for (Map.Entry<NumberKind, Numbering> entry : settings.numbering().entrySet()) {
            numbering(checks, "numbering." + entry.getKey().word(), entry.getValue());
        }
        return checks.violations();
    }

    private static void shifts(FieldChecks checks, List<Shift> shifts) {
        checks.when(shifts.size() > SHIFTS, "shifts", "tooMany", SHIFTS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            String line = "shifts." + (i + 1);
            checks.required(line, shift.name())
                    .longest(line, shift.name(), SHIFT_NAME)
                    .when(shift.from().equals(shift.to()), line, "same")
                    .when(!seen.add(lower(shift.name())), line, "duplicate");
        }
    }

    private static void holidays(FieldChecks checks, List<Holiday> holidays) {
        checks.when(holidays.size() > HOLIDAYS, "holidays", "tooMany", HOLIDAYS);
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            Holiday holiday = holidays.get(i);
            String line = "holidays." + (i + 1);
            checks.required(line, holiday.name())
                    .longest(line, holiday.name(), HOLIDAY_NAME)
                    .when(!seen.add(holiday.day()), line, "duplicate");
        }
    }

    private static void codes(FieldChecks checks, CodeKind kind, List<String> words) {
        String list = "codes." + kind.word();
        checks.when(words.size() > CODES, list, "tooMany", CODES);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String line = list + "." + (i + 1);
            checks.required(line, words.get(i))
                    .longest(line, words.get(i), kind.longest())
                    .when(!seen.add(lower(words.get(i))), line, "duplicate");
        }
    }

    private static void numbering(FieldChecks checks, String field, Numbering numbering) {
        checks.matches(field + ".prefix", numbering.prefix(), PREFIX)
                .when(numbering.digits() < 1 || numbering.digits() > DIGITS, field + ".digits", "range", 1, DIGITS)
                .when(numbering.next() < 1 || numbering.next() > HIGHEST, field + ".next", "range", 1, HIGHEST);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
