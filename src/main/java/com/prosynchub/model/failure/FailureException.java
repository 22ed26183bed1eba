package com.prosynchub.model.failure;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} from where it is known to the boundary that answers it. Wrapped once, at an adapter. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.detail(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /** The failure inside a throwable: its own if it carries one, else {@link Failure.Unexpected}. */
    public static Failure failureOf(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof FailureException f) {
                return f.failure();
            }
        }
        return new Failure.Unexpected(thrown.toString());
    }
}
