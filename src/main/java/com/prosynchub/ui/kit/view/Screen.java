package com.prosynchub.ui.kit.view;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * One screen as the shell sees it. FX thread. The shell calls {@link #onShown} and {@link #onHidden} in pairs, any number
 * of times, then {@link #close} once: a hidden screen stops its timers, a closed one unhooks every listener.
 */
public interface Screen {
    /** The root node; the same one every time. */
    Node view();

    /** It became visible: start refreshing. */
    default void onShown() {}

    /** It is no longer visible: stop refreshing, keep the state. */
    default void onHidden() {}

    /** It will never be shown again. */
    default void close() {}

    /** Shows one record, such as an asset by its id, asked for from elsewhere. Called after {@link #onShown}. */
    default void open(String target) {}

    /** What {@link #open} needs to come back to what is shown; empty for nothing in particular. */
    default String place() {
        return "";
    }

    /**
     * Whether every control of it asks anew what the person may do. One that does not is closed, which keeps unsaved work as
     * a draft, and made anew when that changed.
     */
    default boolean followsRights() {
        return false;
    }

    /** Shows its content alone on the whole screen (F11); false for one that has no such form, then the window grows. */
    default boolean fullScreen() {
        return false;
    }

    /** Re-reads what is shown (F5). */
    default void refresh() {}

    /** Puts the focus where work begins. */
    default void focus() {
        view().requestFocus();
    }

    /** What a locked window goes on showing, such as a trend; null for nothing. It takes neither keys nor the mouse then. */
    default @Nullable Node whileLocked() {
        return null;
    }

    /** Whether leaving would lose typed work. The shell then asks. */
    default UnsavedWork unsavedWork() {
        return UnsavedWork.NONE;
    }
}
