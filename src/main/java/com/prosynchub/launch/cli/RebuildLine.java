package com.prosynchub.launch.cli;

import com.prosynchub.service.metric.rollup.RebuildProgress;
import java.io.PrintWriter;

/** One line on the terminal that is drawn over itself: how much history is summed up. Used by one thread. */
final class RebuildLine implements RebuildProgress {
    private final PrintWriter err;
    private boolean drawn;

    RebuildLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public boolean at(int done, int all) {
        drawn = true;
        err.print("\rsumming up %3.0f %%  %,d of %,d stretches"
                .formatted(all == 0 ? 100 : 100.0 * done / all, done, all));
        err.flush();
        return true;
    }

    /** Leaves the line as it is and begins a new one. */
    void end() {
        if (drawn) {
            err.println();
        }
    }
}
