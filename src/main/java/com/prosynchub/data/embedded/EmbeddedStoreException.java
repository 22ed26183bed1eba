package com.prosynchub.data.embedded;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded stores cannot be started or stopped; the message is a whole sentence for the person at the screen. */
public final class EmbeddedStoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why it failed, for those who offer a way out. */
    public enum Reason {
        /** Another process works on this data directory and cannot be joined. */
        HELD,
        /** Files are missing, empty or of another version. Nothing was changed. */
        DAMAGED,
        /** The directory or a secret can be read by others, or not be written by us. Nothing was changed. */
        PERMISSIONS,
        /** No space left on the disk. */
        DISK_FULL,
        /** The database's durability settings were switched off. */
        UNSAFE,
        /** There is no database build for this computer. */
        UNSUPPORTED,
        /** Anything else; the log has the details. */
        FAILED
    }

    private final Reason reason;

    EmbeddedStoreException(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    EmbeddedStoreException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    /** Returns the kind of failure. */
    public Reason reason() {
        return reason;
    }
}
