package com.prosynchub.ui.kit.task;

/** A handle on something that was started and may be told to stop. Any thread; stopping twice does nothing. */
@FunctionalInterface
public interface Cancellable {
    /** Stops it: nothing that belongs to it is called on the FX thread after this returned there. */
    void cancel();
}
