package com.prosynchub.ui.kit.dialog;

import com.prosynchub.model.failure.Failure;
import java.util.function.Consumer;

/** Questions to the person, answered by buttons that name their action. FX thread; free of scene types. */
public interface Dialogs {
    /** Asks before something that can be undone only with effort. */
    void confirm(String title, String text, String verb, Runnable action);

    /** Asks before something that cannot be undone: the text names the thing and the count. */
    void danger(String title, String text, String verb, Runnable action);

    /** As {@link #danger}, and asks why, which may stay empty and goes into the audit. */
    void because(String title, String text, String verb, Consumer<String> action);

    /** Shows a failure in full, with details to copy. */
    void failure(Failure failure);

    /**
     * Asks what to do with unsaved changes.
     *
     * @param answer called once with the choice
     */
    void unsaved(Consumer<UnsavedChoice> answer);

    /** The three ways out of unsaved changes. */
    enum UnsavedChoice {
        SAVE,
        DISCARD,
        STAY
    }
}
