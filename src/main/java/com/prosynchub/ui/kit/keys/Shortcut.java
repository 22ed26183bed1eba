package com.prosynchub.ui.kit.keys;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Actions that mean the same on every screen, each for what is in front. Their keys may be chosen by the person. */
public enum Shortcut {
    PALETTE("palette", "Shortcut+K"),
    FIND("find", "Shortcut+F"),
    NEW("new", "Shortcut+N"),
    SAVE("save", "Shortcut+S"),
    UNDO("undo", "Shortcut+Z"),
    MOVE("move", "Shortcut+Shift+M");

    private final String word;
    private final String standard;

    Shortcut(String word, String standard) {
        this.word = word;
        this.standard = standard;
    }

    /** Stable; under it the person's choice is kept. */
    public String id() {
        return "any." + word;
    }

    /** For the sentence that names it. */
    public String word() {
        return word;
    }

    public KeyCombination standard() {
        return KeyCombination.valueOf(standard);
    }

    /** The keys in force; null where the person wants none. */
    public @Nullable KeyCombination keys() {
        return KeyBindings.of(id(), standard());
    }

    public boolean match(KeyEvent event) {
        KeyCombination keys = keys();
        return keys != null && keys.match(event);
    }
}
