package com.prosynchub.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:41:30Z");
    private final Formats formats = new Formats(ZoneId.of("Europe/Berlin"), Locale.UK, InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({"2,just now", "40,40 s ago", "185,3 min ago", "7300,2 h ago"})
    void timesWithinADayAreRelative(long secondsAgo, String expected) {
        assertThat(formats.relative(NOW.minusSeconds(secondsAgo))).isEqualTo(expected);
    }

    @Test
    void olderTimesAreSiteTimes() {
        assertThat(formats.relative(NOW.minus(Duration.ofDays(2)))).isEqualTo("28 Feb, 10:41");
        assertThat(formats.dateTime(NOW.minus(Duration.ofDays(100)))).isEqualTo("22 Nov 2025, 10:41");
        assertThat(formats.absolute(NOW)).isEqualTo("2 Mar 2026, 10:41:30 CET");
        assertThat(formats.relative(null)).isEqualTo("never");
    }

    @Test
    void datesFollowTheLanguage() {
        Formats german = new Formats(formats.zone(), Locale.GERMANY, formats.clock());
        assertThat(german.dateTime(NOW.minus(Duration.ofDays(100)))).isEqualTo("22. Nov. 2025, 10:41");
        Formats spanish = new Formats(formats.zone(), Locale.of("es", "ES"), formats.clock());
        assertThat(spanish.dateTime(NOW.minus(Duration.ofDays(100)))).isEqualTo("22 nov 2025, 10:41");
    }

    @Test
    void numbersHaveFixedDecimalsAndSayWhenThereIsNone() {
        assertThat(formats.number(1234.5, 2)).isEqualTo("1,234.50");
        assertThat(formats.number(Double.NaN, 2)).isEqualTo("–");
        assertThat(new Formats(ZoneId.of("UTC"), Locale.GERMANY, formats.clock()).number(1234.5, 1))
                .isEqualTo("1.234,5");
        assertThat(formats.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    @Test
    void whatIsRoundedToNothingHasNoSign() {
        assertThat(formats.number(-0.001, 2)).isEqualTo("0.00");
        assertThat(formats.upTo(-1e-9, 6)).isEqualTo("0");
        assertThat(formats.upTo(-0.0, 6)).isEqualTo("0");
        assertThat(formats.number(new BigDecimal("-0.00001"))).isEqualTo("0");
        assertThat(formats.number(-0.006, 2)).isEqualTo("-0.01");
    }

    @Test
    void everyFailureHasWords() {
        List<Failure> failures = List.of(
                new Failure.Denied(Failure.DeniedReason.PERMISSION, "asset:read", ""),
                new Failure.Denied(Failure.DeniedReason.SESSION_ENDED, null, ""),
                new Failure.Denied(Failure.DeniedReason.PASSWORD_CHANGE_REQUIRED, null, ""),
                new Failure.Stale("ASSET", "1", ""),
                Failure.Invalid.of("name", "tooLong", 100),
                new Failure.Unavailable(Failure.Store.RELATIONAL, ""),
                new Failure.Unavailable(Failure.Store.DOCUMENT, ""),
                new Failure.Unexpected("x"));
        assertThat(failures)
                .allSatisfy(failure -> assertThat(FailureText.of(failure).copyable())
                        .startsWith(failure.code())
                        .doesNotContain("[kit."));
        assertThat(FailureText.of(failures.get(4)).why()).isEqualTo("At most 100 characters.");
    }

    @Test
    void aMissingKeyIsShownNotThrown() {
        assertThat(Messages.kit().text("no.such.key")).isEqualTo("[kit.no.such.key]");
    }
}
