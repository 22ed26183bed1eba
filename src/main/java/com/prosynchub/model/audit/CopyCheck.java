package com.prosynchub.model.audit;

import org.jspecify.annotations.Nullable;

/**
 * How far the documents of the audit log were compared with the ledger, and what was found.
 *
 * @param upto place in the ledger where the next stretch begins
 * @param compared documents of this stretch that are as they should be
 * @param last whether this was the last stretch
 * @param broken the first that is not right: number of its entry in the chain, or its place for one that no entry belongs
 *     to; null when none was found so far
 * @param problem what is wrong with it; null when nothing is
 */
public record CopyCheck(
        long upto,
        long compared,
        boolean last,
        @Nullable Long broken,
        @Nullable Problem problem) {
    /** What can be wrong. */
    public enum Problem {
        /** The document does not say what the entry says. */
        ALTERED,
        /** The entry was delivered and has no document. */
        MISSING,
        /** No entry belongs to the document. */
        ADDED,
        /** This workstation may not read the documents of the audit log, so nothing was compared. */
        HIDDEN
    }

    /** Whether the comparison is over. */
    public boolean done() {
        return last || problem != null;
    }
}
