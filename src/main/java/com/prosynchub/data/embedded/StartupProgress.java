package com.prosynchub.data.embedded;

/** Hears how far the start of the embedded stores has come. Called on the thread that starts them. */
@FunctionalInterface
public interface StartupProgress {

    /** What the start is doing; the window turns it into a sentence of the person's language. */
    enum Step {
        /** Looks at the data directory and takes its lock. */
        CHECK,
        /** Copies the database programs out of the release, once per version. */
        UNPACK,
        /** Creates the database files, once per data directory. */
        INITIALISE,
        /** Starts the database, and first ends one that a killed client left behind. */
        START,
        /** Brings the relational schema up to date. */
        MIGRATE,
        /** Starts the document server. */
        DOCUMENTS,
        /** Installs the demo plant, once. */
        DEMO,
        /** Both stores answer. */
        READY
    }

    /**
     * Tells the progress.
     *
     * @param step what begins or goes on now
     * @param fraction of the whole start that is done, 0 to 1, never falling within one start
     */
    void report(Step step, double fraction);

    /** A listener that does nothing, for commands without a display. */
    static StartupProgress silent() {
        return (step, fraction) -> {};
    }
}
