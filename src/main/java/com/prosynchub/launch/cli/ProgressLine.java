package com.prosynchub.launch.cli;

import com.prosynchub.service.metric.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line on the terminal that is drawn over itself: bar, rows, rate and time left. Used by one thread. */
final class ProgressLine implements ImportProgress {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private boolean drawn;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void at(State state) {
        drawn = true;
        err.print("\r" + text(state));
        err.flush();
    }

    /** Leaves the line as it is and begins a new one. */
    void end() {
        if (drawn) {
            err.println();
        }
    }

    static String text(State state) {
        int full = (int) Math.round(Math.clamp(state.done(), 0, 1) * WIDTH);
        return "%s [%s%s] %3.0f %%  %,d rows  %,.0f/s  %s"
                .formatted(
                        state.checking() ? "checking" : "loading ",
                        "#".repeat(full),
                        " ".repeat(WIDTH - full),
                        state.done() * 100,
                        state.rows(),
                        state.rowsPerSecond(),
                        left(state.left()));
    }

    private static String left(@Nullable Duration left) {
        return left == null ? "          " : "%d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
    }
}
