package com.prosynchub.ui.kit.keys;

import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * The keys in force: the standard ones, and over them what the signed-in person chose. One person works in one window, so
 * they hold for the whole program, as its language does. FX thread.
 */
public final class KeyBindings {
    /** Kept in place of keys: the action has none. */
    public static final String NONE = "none";

    private static Preferences chosen = new MemoryPreferences();

    private KeyBindings() {}

    /** From here on the keys are those of {@code preferences}; asked at every key press, so changes hold at once. */
    public static void follow(Preferences preferences) {
        chosen = preferences;
    }

    /** The keys of an action; null when it has none. What cannot be read as keys counts as not chosen. */
    public static @Nullable KeyCombination of(String id, @Nullable KeyCombination standard) {
        String name = chosen.get(Preferences.KEY + id).orElse("");
        return name.equals(NONE) ? null : read(name).orElse(standard);
    }

    /** The keys of a name such as {@code Shortcut+N}; empty where it names none. */
    public static Optional<KeyCombination> read(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
