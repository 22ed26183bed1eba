package com.prosynchub.ui.kit.view;

import java.util.List;

/** Goes to another screen. The shell implements it; a feature names the other screen by id and never by class. */
@FunctionalInterface
public interface Navigation {
    /** Shows the screen, and in it the record {@code target} unless that is empty. Unknown or hidden ids do nothing. */
    void open(String screenId, String target);

    /** Every screen that the program has, also those that the signed-in person never sees. */
    default List<ScreenSpec> declared() {
        return List.of();
    }

    default void open(String screenId) {
        open(screenId, "");
    }
}
