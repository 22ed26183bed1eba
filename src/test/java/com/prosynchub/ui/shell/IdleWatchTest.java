package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.UiScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The idle lock under a clock that is set while it waits; the usual course is tested with the lock itself. */
class IdleWatchTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final SetClock ui = new SetClock();
    private int idle;

    @Test
    void aClockSetBackDelaysTheLockByItsLimitAtMost() {
        IdleWatch watch = new IdleWatch(ui, LIMIT, () -> idle++);
        watch.start();
        ui.now = ui.now.minus(Duration.ofHours(8));
        ui.look.run();
        assertThat(idle).isZero();
        ui.now = ui.now.plus(LIMIT);
        ui.look.run();
        assertThat(idle).isEqualTo(1);
    }

    /** A scheduler whose looks are called by hand. */
    private static final class SetClock implements UiScheduler {
        private Instant now = Instant.parse("2026-03-02T08:00:00Z");
        private Runnable look = () -> {};

        @Override
        public boolean isUiThread() {
            return true;
        }

        @Override
        public void post(Runnable action) {
            action.run();
        }

        @Override
        public Cancellable after(Duration delay, Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Cancellable every(Duration interval, Runnable action) {
            look = action;
            return () -> {};
        }

        @Override
        public InstantSource clock() {
            return () -> now;
        }
    }
}
