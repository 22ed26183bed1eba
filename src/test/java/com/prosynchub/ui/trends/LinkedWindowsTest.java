package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkedWindowsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");

    private final ManualUiScheduler ui = new ManualUiScheduler(NOW);
    private final TrendModel left = new TrendModel(ui.clock());
    private final TrendModel right = new TrendModel(ui.clock());
    private final LinkedWindows links = new LinkedWindows();

    @BeforeEach
    void link() {
        links.add(left);
        links.add(right);
    }

    @Test
    void whoeverMovesTakesTheOthersAlong() {
        TimeWindow morning = TimeWindow.ending(NOW.toEpochMilli() - 60_000, 600_000);
        left.setWindow(morning);
        assertThat(right.window()).isEqualTo(morning);
        right.zoom(0.5, morning.from());
        assertThat(left.window()).isEqualTo(right.window());
        left.setSpan(Duration.ofHours(8));
        assertThat(right.isFollowing()).isTrue();
        assertThat(right.window().span()).isEqualTo(Duration.ofHours(8).toMillis());
        right.togglePause();
        assertThat(left.isFollowing()).isFalse();
    }

    @Test
    void oneCursorReadsEveryChart() {
        left.cursorProperty().set(NOW);
        assertThat(right.cursorProperty().get()).isEqualTo(NOW);
        right.cursorProperty().set(null);
        assertThat(left.cursorProperty().get()).isNull();
    }

    @Test
    void unlinkedChartsGoTheirOwnWaysAndMeetAgain() {
        links.linkedProperty().set(false);
        TimeWindow morning = TimeWindow.ending(NOW.toEpochMilli() - 60_000, 600_000);
        right.setWindow(morning);
        right.cursorProperty().set(NOW);
        assertThat(left.isFollowing()).isTrue();
        assertThat(left.cursorProperty().get()).isNull();
        links.linkedProperty().set(true);
        assertThat(right.isFollowing()).isTrue();
        assertThat(right.window()).isEqualTo(left.window());
    }

    @Test
    void aChartThatWasTakenAwayNoLongerLeads() {
        links.remove(right);
        right.setWindow(TimeWindow.ending(NOW.toEpochMilli() - 60_000, 600_000));
        assertThat(left.isFollowing()).isTrue();
    }

    @Test
    void aNewChartComesWhereTheOthersAre() {
        TimeWindow morning = TimeWindow.ending(NOW.toEpochMilli() - 60_000, 600_000);
        left.setWindow(morning);
        TrendModel third = new TrendModel(ui.clock());
        links.add(third);
        assertThat(third.window()).isEqualTo(morning);
    }
}
