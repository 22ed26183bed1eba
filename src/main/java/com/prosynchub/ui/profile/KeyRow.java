package com.prosynchub.ui.profile;

/**
 * An action with its keys, by their names such as {@code Shortcut+N}.
 *
 * @param id under which the choice is kept
 * @param title what it does
 * @param standard empty for none
 * @param keys in force; empty for none
 */
public record KeyRow(String id, String title, String standard, String keys) {
    /** Whether the person chose other keys than the standard ones. */
    public boolean changed() {
        return !keys.equals(standard);
    }

    KeyRow with(String now) {
        return new KeyRow(id, title, standard, now);
    }
}
