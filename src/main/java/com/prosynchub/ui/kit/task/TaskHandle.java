package com.prosynchub.ui.kit.task;

/** A started task. Cancelling drops its answer; work that has not begun is not begun. Any thread. */
public final class TaskHandle implements Cancellable {
    private enum Phase {
        OPEN,
        FINISHED,
        CANCELLED
    }

    private volatile Phase phase = Phase.OPEN;

    TaskHandle() {}

    @Override
    public synchronized void cancel() {
        if (phase == Phase.OPEN) {
            phase = Phase.CANCELLED;
        }
    }

    /** Whether its handlers are still to be called. */
    public boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** Whether it was cancelled or overtaken before it was answered. */
    public boolean isCancelled() {
        return phase == Phase.CANCELLED;
    }

    synchronized boolean finish() {
        if (phase != Phase.OPEN) {
            return false;
        }
        phase = Phase.FINISHED;
        return true;
    }
}
