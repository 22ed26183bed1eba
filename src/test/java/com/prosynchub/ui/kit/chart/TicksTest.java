package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theHourThatIsSkippedInSpringIsNotMarked() {
        assertThat(labels("2026-03-28T22:00:00Z", Duration.ofHours(6), 8))
                .containsExactly("23:00", "00:00", "01:00", "03:00", "04:00", "05:00");
    }

    @Test
    void theHourThatComesTwiceInAutumnIsMarkedOnce() {
        assertThat(labels("2026-10-24T22:00:00Z", Duration.ofHours(6), 8))
                .containsExactly("00:00", "01:00", "02:00", "03:00", "04:00");
    }

    @Test
    void daysBeginAtSiteMidnightAlsoWhenClocksChange() {
        List<TimeTicks.Tick> ticks = TimeTicks.of(
                TimeWindow.of(Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z")),
                BERLIN,
                Locale.UK,
                5);
        assertThat(ticks).extracting(TimeTicks.Tick::label).containsExactly("28 Mar", "29 Mar", "30 Mar", "31 Mar");
        assertThat(ticks.get(2).time())
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z").toEpochMilli());
    }

    @Test
    void everySpanHasSomeMarksAndNeverTooMany() {
        long start = Instant.parse("2026-02-11T07:13:21Z").toEpochMilli();
        for (long span = 1000; span < TimeWindow.MAX_SPAN; span = span * 3 / 2) {
            List<TimeTicks.Tick> ticks = TimeTicks.of(new TimeWindow(start, start + span), BERLIN, Locale.UK, 10);
            assertThat(ticks.size()).as("span of %s", Duration.ofMillis(span)).isBetween(1, 12);
            assertThat(ticks).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        }
    }

    @Test
    void valueMarksAreRoundAndCoverTheValues() {
        ValueScale scale = ValueScale.around(62.3, 97.1, 5);
        assertThat(scale.min()).isLessThan(62.3);
        assertThat(scale.max()).isGreaterThan(97.1);
        assertThat(scale.ticks()).contains(70.0, 80.0, 90.0);
        assertThat(ValueScale.around(0.0031, 0.0048, 4).decimals()).isEqualTo(4);
        ValueScale flat = ValueScale.around(5, 5, 4);
        assertThat(flat.min()).isLessThan(5);
        assertThat(flat.max()).isGreaterThan(5);
    }

    @Test
    void anAxisStaysWhileItFits() {
        ValueScale scale = ValueScale.around(0, 100, 5);
        assertThat(scale.keptFor(10, 95, 5)).isSameAs(scale);
        assertThat(scale.keptFor(10, 130, 5).max()).isGreaterThan(130);
        assertThat(scale.keptFor(50, 52, 5).max()).isLessThan(60);
    }

    private static List<String> labels(String from, Duration span, int most) {
        Instant start = Instant.parse(from);
        return TimeTicks.of(TimeWindow.of(start, start.plus(span)), BERLIN, Locale.UK, most).stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }
}
