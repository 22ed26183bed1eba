package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendMarkersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void noTwoMarkersCoverEachOtherAndNoneIsLost() {
        Random random = new Random(5);
        PlotTime time = PlotTime.of(new TimeWindow(0, 600_000), 600);
        List<ChartMarker> markers = IntStream.range(0, 200)
                .mapToObj(i -> ChartMarker.at(
                        "" + i, ChartMarker.Kind.NOTE, Instant.ofEpochMilli(random.nextInt(600_000)), ""))
                .sorted(java.util.Comparator.comparing(ChartMarker::at))
                .toList();
        List<TrendMarkers.Heap> heaps = TrendMarkers.heaps(markers, time, 1, 600, 18);
        for (int i = 1; i < heaps.size(); i++) {
            assertThat(heaps.get(i).x() - heaps.get(i - 1).x()).isGreaterThanOrEqualTo(18);
        }
        assertThat(heaps.stream().mapToInt(heap -> heap.markers().size()).sum()).isEqualTo(200);
    }

    @Test
    void aDayBeforeIsADayBeforeAlsoWhenClocksChanged() {
        assertThat(shift(EarlierPeriod.DAY, "2026-03-29T12:00")).isEqualTo(23 * 3_600_000L);
        assertThat(shift(EarlierPeriod.DAY, "2026-10-25T12:00")).isEqualTo(25 * 3_600_000L);
        assertThat(shift(EarlierPeriod.DAY, "2026-06-25T12:00")).isEqualTo(24 * 3_600_000L);
        assertThat(shift(EarlierPeriod.WEEK, "2026-10-28T12:00")).isEqualTo(169 * 3_600_000L);
        assertThat(shift(EarlierPeriod.SAME_LENGTH, "2026-10-28T12:00")).isEqualTo(60_000);
    }

    private static long shift(EarlierPeriod period, String end) {
        long to = LocalDateTime.parse(end).atZone(BERLIN).toInstant().toEpochMilli();
        return period.shift(TimeWindow.ending(to, 60_000), BERLIN);
    }
}
