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
    }
}
