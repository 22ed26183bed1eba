package com.prosynchub.ui.kit.prefs;

import java.util.Optional;

/** What one person prefers on one workstation. Small, never secret, and safe to lose. FX thread. */
public interface Preferences {
    /** The theme's name: {@code light} or {@code dark}. */
    String THEME = "theme";
    /** The scale in percent, 100 to 200. */
    String SCALE = "scale";
    /** The language as a BCP 47 tag. */
    String LANGUAGE = "language";
    /** Before an action's id: the keys the person chose for it. */
    String KEY = "key.";
    /** Before a kind of notification: whether the person wants to see it. */
    String NOTICE = "notice.";

    Optional<String> get(String key);

    void put(String key, String value);

    void remove(String key);

    /** A whole number; {@code otherwise} if absent or not a number. */
    default int getInt(String key, int otherwise) {
        return get(key).filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    default boolean getBoolean(String key, boolean otherwise) {
        return get(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    default void putInt(String key, int value) {
        put(key, Integer.toString(value));
    }

    default void putBoolean(String key, boolean value) {
        put(key, Boolean.toString(value));
    }
}
