package com.prosynchub.model.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try to sign in that was refused. Nobody keeps the name that was typed: it may have been a password.
 *
 * @param number in the ledger; later ones are larger
 * @param userId whose account it was about; null where there is none of the name that was typed
 * @param workstation login of the workstation
 * @param host its address
 */
public record FailedTry(
        long number,
        Instant at,
        @Nullable UUID userId,
        @Nullable String username,
        @Nullable String workstation,
        @Nullable String host,
        How how) {

    /** What was not right. */
    public enum How {
        /** Name or password. */
        PASSWORD,
        /** The second factor's code. */
        CODE,
        /** The try was begun and never finished. */
        ABANDONED;

        /** By the word that the ledger has. */
        public static How of(@Nullable String outcome) {
            return "code".equals(outcome) ? CODE : "abandoned".equals(outcome) ? ABANDONED : PASSWORD;
        }
    }
}
