package com.prosynchub.data;

/** The owner's way to fill an empty site with the rows of the demo plant. Workers only. */
public interface DemoRepository {

    /** What this site is. */
    State state();

    /**
     * Puts all rows of the demo plant in, or none; does nothing where they are in already.
     *
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid("", "notEmpty")} on a site of one's own
     */
    void install();

    /** What a site is. */
    enum State {
        /** Nobody and nothing is in it yet. */
        EMPTY,
        /** The demo plant's. */
        DEMO,
        /** Somebody's own. */
        OWN
    }
}
