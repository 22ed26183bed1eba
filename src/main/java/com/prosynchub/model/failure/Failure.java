package com.prosynchub.model.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an action did not happen. The set is closed so that every screen answers every case.
 *
 * <p>A failure carries facts and codes; the sentences a person reads are made in the user interface.
 */
public sealed interface Failure {

    /** A stable code that a person can quote to support, such as {@code PSH-DENIED}. */
    String code();

    /** Technical detail for the log and for "Copy details"; never holds a secret. */
    String detail();

    /** Why a door stayed shut. */
    enum DeniedReason {
        /** The signed-in person's role lacks the permission. */
        PERMISSION,
        /** The session ended: signed out, expired, revoked or deactivated. */
        SESSION_ENDED,
        /** The password must be changed before anything else. */
        PASSWORD_CHANGE_REQUIRED,
        /** It is the person's own role, which only others change. */
        OWN_ROLE,
        /** The person only looks at another role's window. */
        VIEWING
    }

    /** The action is not allowed. {@code permission} is the missing permission's key, where known. */
    record Denied(DeniedReason reason, @Nullable String permission, String detail) implements Failure {
        @Override
        public String code() {
            return "PSH-DENIED";
        }
    }

    /** Somebody else changed the record since it was read; nothing was written. */
    record Stale(String entityType, String entityId, String detail) implements Failure {
        @Override
        public String code() {
            return "PSH-STALE";
        }
    }

    /** The input breaks a rule; each violation names its field. Nothing was written. */
    record Invalid(List<Violation> violations) implements Failure {
        public Invalid {
            violations = List.copyOf(violations);
        }

        public static Invalid of(String field, String rule, Object... arguments) {
            return new Invalid(List.of(new Violation(field, rule, List.of(arguments))));
        }

        @Override
        public String code() {
            return "PSH-INVALID";
        }

        @Override
        public String detail() {
            return violations.toString();
        }
    }

    /** A store cannot be reached or does not answer in time. */
    record Unavailable(Store store, String detail) implements Failure {
        @Override
        public String code() {
            return "PSH-" + store + "-DOWN";
        }
    }

    /** A defect or an error that nobody foresaw. */
    record Unexpected(String detail) implements Failure {
        @Override
        public String code() {
            return "PSH-UNEXPECTED";
        }
    }

    /** The stores the program stands on. */
    enum Store {
        RELATIONAL,
        DOCUMENT
    }

    /**
     * One broken rule.
     *
     * @param field the field in camel case as in the record, such as {@code serialNumber}; empty for the whole record
     * @param rule the rule's key, such as {@code required}, {@code tooLong}, {@code range}, {@code cycle}, {@code duplicate},
     *     {@code inUse}
     * @param arguments figures of the rule, such as the longest length
     */
    record Violation(String field, String rule, List<Object> arguments) {
        public Violation {
            arguments = List.copyOf(arguments);
        }
    }
}
