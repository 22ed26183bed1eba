package com.prosynchub.data;

import java.util.function.Supplier;

/**
 * One relational transaction. Repository calls made inside {@code work} on the same thread join it; outside, each call is
 * a transaction of its own.
 */
public interface UnitOfWork {

    /**
     * Runs and commits; rolls back when {@code work} throws.
     *
     * @throws com.prosynchub.model.failure.FailureException when the store refuses or cannot be reached
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * As {@link #inTransaction}, with the person's reason, which the ledger keeps with everything that {@code work} changes.
     *
     * @param reason blank for none
     */
    <T> T because(String reason, Supplier<T> work);
}
