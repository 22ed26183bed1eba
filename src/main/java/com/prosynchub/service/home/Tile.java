package com.prosynchub.service.home;

import com.prosynchub.model.failure.Failure;

/**
 * One part of the home screen. Each stands or falls alone, so that a store that is down takes only its own parts along.
 *
 * @param <T> what it shows
 */
public sealed interface Tile<T> {

    record Ready<T>(T value) implements Tile<T> {}

    /** It could not be read just now. */
    record Failed<T>(Failure failure) implements Tile<T> {}

    /** The person's role never sees it. */
    record Hidden<T>() implements Tile<T> {}
}
