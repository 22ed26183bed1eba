package com.prosynchub.model.failure;

/**
 * The outcome of saving an edited record under optimistic concurrency.
 *
 * @param <T> the record
 */
public sealed interface SaveResult<T> {

    /** It was written; {@code value} is the record as it now stands, with its new revision. */
    record Saved<T>(T value) implements SaveResult<T> {}

    /** Somebody else was faster; nothing was written. */
    record Conflict<T>(T mine, T theirs) implements SaveResult<T> {}

    /** The record was deleted meanwhile; nothing was written. */
    record Gone<T>(T mine) implements SaveResult<T> {}
}
