package com.prosynchub.model.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The site's calendar, the words it agreed on, and its numbering. Immutable. */
public record SiteSettings(
        Set<DayOfWeek> workingDays,
        List<Shift> shifts,
        List<Holiday> holidays,
        Map<CodeKind, List<String>> codes,
        Map<NumberKind, Numbering> numbering,
        int revision) {
    public SiteSettings {
        workingDays = Set.copyOf(workingDays);
        shifts = List.copyOf(shifts);
        holidays = List.copyOf(holidays);
        codes = Map.copyOf(codes);
        numbering = Map.copyOf(numbering);
    }

    /** The agreed words of a column, in their order. */
    public List<String> codes(CodeKind kind) {
        return codes.getOrDefault(kind, List.of());
    }

    public Numbering numbering(NumberKind kind) {
        return numbering.getOrDefault(kind, Numbering.STANDARD);
    }

    /** Whether people are planned on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek())
                && holidays.stream().noneMatch(holiday -> holiday.day().equals(day));
    }

    /** The shift that is on at that time of the site's day; the first that covers it. */
    public Optional<Shift> shiftAt(LocalTime time) {
        return shifts.stream().filter(shift -> shift.covers(time)).findFirst();
    }
}
