package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every unit, bins larger than one, zones with summer time, and days before the year 2000. */
class DateTruncTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        2021-03-20T11:30:05.123Z, millisecond, 1,  UTC,              SUNDAY, 2021-03-20T11:30:05.123Z
        2021-03-20T11:30:05.123Z, millisecond, 10, UTC,              SUNDAY, 2021-03-20T11:30:05.120Z
        2021-03-20T11:30:05.123Z, second,      1,  UTC,              SUNDAY, 2021-03-20T11:30:05Z
        2021-03-20T11:30:05.123Z, minute,      15, UTC,              SUNDAY, 2021-03-20T11:30:00Z
        2021-03-20T11:30:05.123Z, hour,        1,  UTC,              SUNDAY, 2021-03-20T11:00:00Z
        2021-03-20T11:30:05.123Z, hour,        2,  UTC,              SUNDAY, 2021-03-20T10:00:00Z
        2021-03-20T11:40:05.123Z, hour,        1,  Asia/Kolkata,     SUNDAY, 2021-03-20T11:30:00Z
        2021-03-20T11:30:05.123Z, day,         1,  UTC,              SUNDAY, 2021-03-20T00:00:00Z
        2021-03-20T11:30:05.123Z, day,         1,  America/New_York, SUNDAY, 2021-03-20T04:00:00Z
        2021-03-14T23:30:00Z,     day,         1,  America/New_York, SUNDAY, 2021-03-14T05:00:00Z
        2021-03-20T11:30:05.123Z, week,        1,  UTC,              SUNDAY, 2021-03-14T00:00:00Z
        2021-03-20T11:30:05.123Z, week,        1,  UTC,              MONDAY, 2021-03-15T00:00:00Z
        2021-03-20T11:30:05.123Z, week,        2,  UTC,              MONDAY, 2021-03-15T00:00:00Z
        2021-03-20T11:30:05.123Z, month,       1,  UTC,              SUNDAY, 2021-03-01T00:00:00Z
        2021-03-31T23:30:00Z,     month,       1,  Europe/Berlin,    SUNDAY, 2021-03-31T22:00:00Z
        2021-03-20T11:30:05.123Z, quarter,     1,  UTC,              SUNDAY, 2021-01-01T00:00:00Z
        2021-03-20T11:30:05.123Z, month,       4,  UTC,              SUNDAY, 2021-01-01T00:00:00Z
        2021-03-20T11:30:05.123Z, year,        1,  UTC,              SUNDAY, 2021-01-01T00:00:00Z
        2021-03-20T11:30:05.123Z, year,        10, UTC,              SUNDAY, 2020-01-01T00:00:00Z
        1969-12-31T23:59:59.999Z, year,        1,  UTC,              SUNDAY, 1969-01-01T00:00:00Z
        1969-12-31T23:59:59.999Z, hour,        1,  UTC,              SUNDAY, 1969-12-31T23:00:00Z
        1969-12-31T23:59:59.999Z, week,        1,  UTC,              SUNDAY, 1969-12-28T00:00:00Z
        1999-12-31T23:59:59.999Z, year,        10, UTC,              SUNDAY, 1990-01-01T00:00:00Z
        """)
    void truncates(Instant date, String unit, long size, String zone, DayOfWeek start, Instant expected) {
        assertThat(DateTrunc.truncate(date, unit, size, ZoneId.of(zone), start)).isEqualTo(expected);
    }
}
