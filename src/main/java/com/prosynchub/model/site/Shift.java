package com.prosynchub.model.site;

import java.time.LocalTime;

/** A named part of the day; one whose end lies before its beginning goes on after midnight. */
public record Shift(String name, LocalTime from, LocalTime to) {
    /** Whether the shift is on at that time of day; its end belongs to the next one. */
    public boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
