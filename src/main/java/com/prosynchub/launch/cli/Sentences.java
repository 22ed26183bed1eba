package com.prosynchub.launch.cli;

import com.prosynchub.data.embedded.EmbeddedStoreException;
import com.prosynchub.data.embedded.document.DocumentServerException;
import com.prosynchub.launch.config.ConfigException;
import com.prosynchub.launch.wiring.StartRefusedException;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.util.stream.Collectors;

/** Says in one sentence what went wrong; the words of the command line, not of the window. Stateless. */
public final class Sentences {
    private Sentences() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case EmbeddedStoreException known -> String.valueOf(known.getMessage());
            case ConfigException known -> String.valueOf(known.getMessage());
            case DocumentServerException known -> known.getMessage() + ".";
            case StartRefusedException known -> String.valueOf(known.getMessage());
            case CommandException known -> String.valueOf(known.getMessage());
            case FailureException known -> of(known.failure());
            default ->
                "Something unexpected happened (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "); the log has the details.";
        };
    }

    /** Whether the failure is one that the person can do something about, and not a defect. */
    static boolean foreseen(Throwable failure) {
        return failure instanceof EmbeddedStoreException
                || failure instanceof ConfigException
                || failure instanceof CommandException
                || failure instanceof StartRefusedException
                || failure instanceof FailureException known && !(known.failure() instanceof Failure.Unexpected);
    }

    private static String of(Failure failure) {
        return switch (failure) {
            case Failure.Denied denied -> "This is not allowed: " + denied.detail();
            case Failure.Stale stale -> "Somebody else changed it meanwhile: " + stale.detail();
            case Failure.Invalid invalid ->
                "Not accepted: "
                        + invalid.violations().stream().map(Sentences::of).collect(Collectors.joining("; ")) + ".";
            case Failure.Unavailable unavailable ->
                "The " + storeName(unavailable.store()) + " does not answer: " + unavailable.detail();
            case Failure.Unexpected unexpected -> "Something unexpected happened: " + unexpected.detail();
        };
    }

    private static String of(Failure.Violation violation) {
        return (violation.field() + " " + violation.rule() + " " + violation.arguments())
                .replace(" []", "")
                .strip();
    }

    static String storeName(Failure.Store store) {
        return switch (store) {
            case RELATIONAL -> "relational store";
            case DOCUMENT -> "document store";
        };
    }
}
