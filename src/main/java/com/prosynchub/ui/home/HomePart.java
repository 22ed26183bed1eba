package com.prosynchub.ui.home;

import com.prosynchub.model.failure.Failure;

/**
 * One part of the overview. Each stands or falls alone.
 *
 * @param <T> what it shows
 */
public sealed interface HomePart<T> {
    record Ready<T>(T value) implements HomePart<T> {}

    record Failed<T>(Failure failure) implements HomePart<T> {}

    /** The person's role never sees it. */
    record Hidden<T>() implements HomePart<T> {}

    /** Nothing was answered yet. */
    record Waiting<T>() implements HomePart<T> {}
}
