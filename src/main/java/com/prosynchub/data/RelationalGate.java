package com.prosynchub.data;

import com.prosynchub.model.health.StoreStatus;
import java.time.Duration;

/** The relational store before anybody signed in: all that a workstation may do then. Safe for all threads. */
public interface RelationalGate extends AutoCloseable {

    /** Asks the store how it is; never throws. */
    StoreStatus status();

    /** Whether the site has no user yet. */
    boolean needsFirstAdministrator();

    /**
     * Creates the first administrator of an empty site.
     *
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid} naming the field, or {@code Denied} when
     *     somebody exists already
     */
    void createFirstAdministrator(FirstAdministrator administrator);

    /**
     * Asks the database to accept a person.
     *
     * @param agent operating system user and program version, for the audit
     */
    Attempt signIn(String username, String password, String agent);

    /**
     * The second step, where {@link Attempt.CodeNeeded} was the answer to the first.
     *
     * @param code of the second factor, or one of its recovery codes
     */
    Attempt signInCode(String ticket, String code);

    @Override
    void close();

    /** What the first start asks for. */
    record FirstAdministrator(
            String siteName, String username, String email, String password, String firstName, String lastName) {
        @Override
        public String toString() {
            return "FirstAdministrator[" + username + "]";
        }
    }

    /** The database's answer. */
    sealed interface Attempt {
        record Accepted(RelationalSession session) implements Attempt {}

        record Refused() implements Attempt {}

        record Throttled(Duration retryAfter) implements Attempt {}

        /**
         * The password was right; the code of the second factor is asked for.
         *
         * @param ticket to hand in with the code, within five minutes
         */
        record CodeNeeded(String ticket) implements Attempt {
            @Override
            public String toString() {
                return "CodeNeeded[]";
            }
        }

        record Expired() implements Attempt {}
    }
}
