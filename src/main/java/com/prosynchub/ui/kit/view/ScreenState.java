package com.prosynchub.ui.kit.view;

import com.prosynchub.model.failure.Failure;

/** Which of the four states a screen is in. Immutable and free of scene types, so that a ViewModel can hold it. */
public sealed interface ScreenState {
    /** Being read for the first time, or again over old content. */
    record Loading() implements ScreenState {}

    /** There is something to show. */
    record Ready() implements ScreenState {}

    /** There is nothing yet. */
    record Empty() implements ScreenState {}

    /** It could not be read. */
    record Failed(Failure failure) implements ScreenState {}

    static ScreenState loading() {
        return new Loading();
    }

    static ScreenState ready() {
        return new Ready();
    }

    static ScreenState empty() {
        return new Empty();
    }

    static ScreenState failed(Failure failure) {
        return new Failed(failure);
    }
}
