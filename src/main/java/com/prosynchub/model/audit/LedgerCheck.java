package com.prosynchub.model.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger's chain was checked, and what was found.
 *
 * @param upto number of the last entry found whole
 * @param ending number of the chain's last entry
 * @param broken number of the first entry that is not as it was sealed; null when none was found so far
 * @param problem what is wrong with it; null with {@code broken}
 * @param fingerprint hash of the last entry, which an auditor can note down and compare later
 * @param unsealed entries that wait for their seal
 */
public record LedgerCheck(
        long upto,
        long ending,
        @Nullable Long broken,
        @Nullable Problem problem,
        @Nullable String fingerprint,
        long unsealed) {
    /** What can be wrong with an entry. */
    public enum Problem {
        /** It is not what was sealed. */
        ALTERED,
        /** It is not there. */
        MISSING,
        /** It was never sealed under this number. */
        ADDED,
        /** It stands in another entry's place. */
        REORDERED,
        /** The entry after it does not follow it: it was written anew, or one after it was taken out. */
        REWRITTEN,
        /** The record of the chain's end is not there. */
        HEAD;

        /** Reads the database's word. */
        public static Problem of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the check is over: something was found, or the end was reached. */
    public boolean done() {
        return broken != null || upto >= ending;
    }
}
