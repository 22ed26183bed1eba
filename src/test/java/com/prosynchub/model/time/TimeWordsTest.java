package com.prosynchub.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.site.Shift;
import com.prosynchub.model.time.TimeFound.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thursday, 15 January 2026, 09:30 in Copenhagen, where the night shift goes from 22 to 6. */
class TimeWordsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final List<Shift> SHIFTS = List.of(
            new Shift("Early", LocalTime.of(6, 0), LocalTime.of(14, 0)),
            new Shift("Late", LocalTime.of(14, 0), LocalTime.of(22, 0)),
            new Shift("Night", LocalTime.of(22, 0), LocalTime.of(6, 0)),
            new Shift("Clean in place", LocalTime.of(3, 0), LocalTime.of(4, 0)));
    private static final TimeWords WORDS = new TimeWords(Instant.parse("2026-01-15T08:30:00Z"), ZONE, SHIFTS);

    private static String found(TimeWords words, String text) {
        return words.find(text)
                .map(found -> switch (found) {
                    case Range(Instant from, Instant to, boolean live) ->
                        from.atZone(ZONE).toLocalDateTime()
                                + " " + to.atZone(ZONE).toLocalDateTime()
                                + (live ? " live" : "");
                    case TimeFound.SinceOrder(String order) -> "order " + order;
                })
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "last 8 h, 2026-01-15T01:30 2026-01-15T09:30 live",
        "Last 8 hours, 2026-01-15T01:30 2026-01-15T09:30 live",
        "letzte 8 Std, 2026-01-15T01:30 2026-01-15T09:30 live",
        "letzten 8 Stunden, 2026-01-15T01:30 2026-01-15T09:30 live",
        "últimas 8 horas, 2026-01-15T01:30 2026-01-15T09:30 live",
        "8h, 2026-01-15T01:30 2026-01-15T09:30 live",
        "'1,5 h', 2026-01-15T08:00 2026-01-15T09:30 live",
        "15 min, 2026-01-15T09:15 2026-01-15T09:30 live",
        "last hour, 2026-01-15T08:30 2026-01-15T09:30 live",
        "letzte Stunde, 2026-01-15T08:30 2026-01-15T09:30 live",
        "última hora, 2026-01-15T08:30 2026-01-15T09:30 live",
        "last 30 days, 2025-12-16T09:30 2026-01-15T09:30 live",
        "letzte 30 Tage, 2025-12-16T09:30 2026-01-15T09:30 live",
        "últimos 30 días, 2025-12-16T09:30 2026-01-15T09:30 live",
        "last 2 months, 2025-11-15T09:30 2026-01-15T09:30 live",
        "today, 2026-01-15T00:00 2026-01-15T09:30",
        "heute, 2026-01-15T00:00 2026-01-15T09:30",
        "hoy, 2026-01-15T00:00 2026-01-15T09:30",
        "yesterday, 2026-01-14T00:00 2026-01-15T00:00",
        "Gestern, 2026-01-14T00:00 2026-01-15T00:00",
        "ayer, 2026-01-14T00:00 2026-01-15T00:00",
        "vorgestern, 2026-01-13T00:00 2026-01-14T00:00",
        "day before yesterday, 2026-01-13T00:00 2026-01-14T00:00",
        "last week, 2026-01-05T00:00 2026-01-12T00:00",
        "letzte Woche, 2026-01-05T00:00 2026-01-12T00:00",
        "semana pasada, 2026-01-05T00:00 2026-01-12T00:00",
        "this week, 2026-01-12T00:00 2026-01-15T09:30",
        "este mes, 2026-01-01T00:00 2026-01-15T09:30",
        "letzter Monat, 2025-12-01T00:00 2026-01-01T00:00",
        "yesterday's night shift, 2026-01-14T22:00 2026-01-15T06:00",
        "yesterday’s night shift, 2026-01-14T22:00 2026-01-15T06:00",
        "gestrige Nachtschicht, 2026-01-14T22:00 2026-01-15T06:00",
        "turno de noche de ayer, 2026-01-14T22:00 2026-01-15T06:00",
        "last night shift, 2026-01-14T22:00 2026-01-15T06:00",
        "late shift, 2026-01-14T14:00 2026-01-14T22:00",
        "letzte Spätschicht, 2026-01-14T14:00 2026-01-14T22:00",
        "this shift, 2026-01-15T06:00 2026-01-15T09:30",
        "aktuelle Schicht, 2026-01-15T06:00 2026-01-15T09:30",
        "turno actual, 2026-01-15T06:00 2026-01-15T09:30",
        "last shift, 2026-01-14T22:00 2026-01-15T06:00",
        "yesterday's clean in place shift, 2026-01-14T03:00 2026-01-14T04:00",
        "since 6:00, 2026-01-15T06:00 2026-01-15T09:30",
        "seit gestern 14:00, 2026-01-14T14:00 2026-01-15T09:30",
        "desde ayer, 2026-01-14T00:00 2026-01-15T09:30",
        "since 2026-01-10, 2026-01-10T00:00 2026-01-15T09:30",
        "since work order 1042, order 1042",
        "since order change valve plates, order change valve plates",
        "seit Auftrag Ventil, order ventil",
        "desde la orden 1042, ''",
        "desde orden 1042, order 1042",
        "2026-01-10, 2026-01-10T00:00 2026-01-11T00:00",
        "10.1., 2026-01-10T00:00 2026-01-11T00:00",
        "10/01/2025, 2025-01-10T00:00 2025-01-11T00:00",
        "24.12., 2025-12-24T00:00 2025-12-25T00:00",
        "6:00 - 9:00, 2026-01-15T06:00 2026-01-15T09:00",
        "yesterday 22:00 to 6:00, ''",
        "yesterday 20:00 to 22:00, 2026-01-14T20:00 2026-01-14T22:00",
        "gestern 22:00 bis heute 6:00, 2026-01-14T22:00 2026-01-15T06:00",
        "2026-01-10 to 2026-01-12, 2026-01-10T00:00 2026-01-13T00:00",
        "ayer 8:00 hasta ahora, 2026-01-14T08:00 2026-01-15T09:30"
    })
    void wordsMeanAStretchOfTime(String text, String expected) {
        assertThat(found(WORDS, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "pump",
                "last",
                "8",
                "last 0 h",
                "last 999999 years",
                "31.2.2026",
                "25:00 - 26:00",
                "9:00 - 6:00",
                "since tomorrow",
                "since 23:00",
                "yesterday's moon shift",
                "'; DROP TABLE app.trend_views; --",
                "last 99999999999999999999 h"
            })
    void whatMeansNothingIsNotGuessed(String text) {
        assertThat(found(WORDS, text)).isEmpty();
    }

    @Test
    void aDayIsAsLongAsTheClockMakesIt() {
        assertThat(length("2026-03-30T08:00:00Z", "yesterday")).isEqualTo(Duration.ofHours(23));
        assertThat(length("2026-10-26T08:00:00Z", "yesterday")).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-03-29T08:00:00Z", "last night shift")).isEqualTo(Duration.ofHours(7));
        assertThat(length("2026-10-25T08:00:00Z", "last night shift")).isEqualTo(Duration.ofHours(9));
        assertThat(length("2026-10-25T08:00:00Z", "last 24 h")).isEqualTo(Duration.ofHours(24));
        assertThat(length("2026-10-25T08:00:00Z", "last 1 day")).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-03-29T08:00:00Z", "2:30 - 4:00"))
                .as("half past two is skipped: the clock goes on from three")
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void withoutShiftsNoShiftIsGuessed() {
        assertThat(found(new TimeWords(WORDS.now(), ZONE, List.of()), "yesterday's night shift"))
                .isEmpty();
    }

    private static Duration length(String now, String text) {
        return ((Range) new TimeWords(Instant.parse(now), ZONE, SHIFTS)
                        .find(text)
                        .orElseThrow())
                .length();
    }
}
