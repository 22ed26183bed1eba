package com.prosynchub.ui.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final List<String> ran = new ArrayList<>();

    @Test
    void aBurstIsOneRunAtOnceAndOneAtTheEndOfTheInterval() {
        UpdateThrottle throttle = new UpdateThrottle(ui, UpdateThrottle.LIVE, () -> ran.add("run"));
        for (int i = 0; i < 100; i++) {
            throttle.signal();
            ui.advance(Duration.ofMillis(1));
        }
        assertThat(ran).hasSize(1);
        ui.advance(Duration.ofMillis(200));
        assertThat(ran).hasSize(2);
        ui.advance(Duration.ofSeconds(5));
        assertThat(ran).hasSize(2);
    }

    @Test
    void aSteadyStreamRunsFiveTimesASecond() {
        UpdateThrottle throttle = new UpdateThrottle(ui, UpdateThrottle.LIVE, () -> ran.add("run"));
        for (int i = 0; i < 200; i++) {
            throttle.signal();
            ui.advance(Duration.ofMillis(10));
        }
        assertThat(ran).hasSizeBetween(9, 11);
    }

    @Test
    void aClosedThrottleStaysQuietAndLeavesNoTick() {
        UpdateThrottle throttle = new UpdateThrottle(ui, UpdateThrottle.LIVE, () -> ran.add("run"));
        throttle.signal();
        ui.runPosted();
        throttle.signal();
        ui.runPosted();
        throttle.close();
        throttle.signal();
        ui.advance(Duration.ofSeconds(1));
        assertThat(ran).hasSize(1);
        assertThat(ui.pendingTicks()).isZero();
    }

    @Test
    void debouncerRunsTheLastOnceQuiet() {
        Debouncer debouncer = new Debouncer(ui, Duration.ofMillis(200));
        debouncer.submit(() -> ran.add("p"));
        ui.advance(Duration.ofMillis(150));
        debouncer.submit(() -> ran.add("pu"));
        ui.advance(Duration.ofMillis(150));
        assertThat(ran).isEmpty();
        ui.advance(Duration.ofMillis(60));
        assertThat(ran).containsExactly("pu");
        debouncer.submit(() -> ran.add("pum"));
        debouncer.flush();
        ui.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("pu", "pum");
    }
}
