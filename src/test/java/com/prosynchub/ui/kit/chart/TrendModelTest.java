package com.prosynchub.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendModelTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final TrendModel model = new TrendModel(ui.clock());
    private final Trace trace = new Trace("t", "T", "°C", 1).setInterval(Duration.ofSeconds(1));

    @BeforeEach
    void samples() {
        long now = model.now();
        for (int i = 600; i >= 0; i--) {
            trace.series().append(now - i * 1000L, i);
        }
        model.setTraces(List.of(trace));
        model.setSpan(Duration.ofMinutes(5));
    }

    @Test
    void whileFollowingTheWindowEndsNow() {
        ui.advance(Duration.ofMinutes(2));
        assertThat(model.window().to()).isEqualTo(model.now());
        assertThat(model.window().span()).isEqualTo(300_000);
    }

    @Test
    void pausingKeepsTheWindowAndLosesNothing() {
        model.togglePause();
        TimeWindow paused = model.window();
        for (int i = 0; i < 60; i++) {
            ui.advance(Duration.ofSeconds(1));
            trace.series().append(model.now(), i);
        }
        assertThat(model.window()).isEqualTo(paused);
        assertThat(model.missed()).isEqualTo(60);
        model.togglePause();
        assertThat(model.missed()).isZero();
        assertThat(model.window().to()).isEqualTo(model.now());
    }

    @Test
    void whoeverPausedComesBackToTheSpanAskedFor() {
        model.togglePause();
        model.setSpan(Duration.ofHours(8));
        assertThat(model.isFollowing()).isTrue();
        assertThat(model.window().span()).isEqualTo(Duration.ofHours(8).toMillis());
    }

    @Test
    void panningBackPausesAndPanningToThePresentFollows() {
        model.pan(-0.5);
        assertThat(model.isFollowing()).isFalse();
        model.pan(0.5);
        assertThat(model.isFollowing()).isTrue();
    }

    @Test
    void zoomingKeepsTheInstantUnderThePointer() {
        model.pan(-0.5);
        TimeWindow before = model.window();
        long about = before.from() + before.span() / 4;
        model.zoom(0.5, about);
        TimeWindow after = model.window();
        assertThat(after.span()).isEqualTo(before.span() / 2);
        assertThat((about - after.from()) / (double) after.span()).isBetween(0.249, 0.251);
    }

    @Test
    void zoomingWhileLiveStaysLiveAndResettingReturnsToTheUsualSpan() {
        model.zoom(4, model.window().from());
        assertThat(model.isFollowing()).isTrue();
        assertThat(model.window().span()).isEqualTo(1_200_000);
        model.reset();
        assertThat(model.window().span()).isEqualTo(300_000);
    }

    @Test
    void spansHaveEnds() {
        model.zoom(1e-9, model.now());
        assertThat(model.window().span()).isEqualTo(TimeWindow.MIN_SPAN);
        model.zoom(1e15, model.now());
        assertThat(model.window().span()).isEqualTo(TimeWindow.MAX_SPAN);
    }

    @Test
    void readingTakesTheNearestSampleButNotAcrossAGap() {
        Trace gappy = new Trace("g", "G", "", 0).setInterval(Duration.ofSeconds(1));
        gappy.series().append(1000, 1);
        gappy.series().append(2000, 2);
        gappy.series().append(60_000, 3);
        assertThat(TrendCrosshair.nearest(gappy.series(), 1600, gappy.gapMillis()))
                .isEqualTo(1);
        assertThat(TrendCrosshair.nearest(gappy.series(), 30_000, gappy.gapMillis()))
                .isEqualTo(-1);
        assertThat(TrendCrosshair.nearest(gappy.series(), 60_000, gappy.gapMillis()))
                .isEqualTo(2);
        assertThat(TrendCrosshair.nearest(gappy.series(), 70_000, gappy.gapMillis()))
                .isEqualTo(-1);
    }

    @Test
    void aTraceIsStaleAfterTwoIntervals() {
        assertThat(trace.isStale(model.now() + 1900)).isFalse();
        assertThat(trace.isStale(model.now() + 2100)).isTrue();
    }
}
