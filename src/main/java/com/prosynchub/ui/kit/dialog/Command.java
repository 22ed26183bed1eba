package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.keys.KeyBindings;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * An action a person can find by name in the palette.
 *
 * @param id stable, such as {@code asset.create}
 * @param title a verb and its thing
 * @param shortcut its keys, or null; shown by the palette, bound by whoever owns the action
 * @param enabledWhen asked each time the palette opens
 * @param action runs on the FX thread
 */
public record Command(
        String id, String title, @Nullable KeyCombination shortcut, BooleanSupplier enabledWhen, Runnable action) {

    public Command(String id, String title, Runnable action) {
        this(id, title, null, () -> true, action);
    }

    /** The same with the keys in force instead of the standard ones. */
    public Command bound() {
        return new Command(id, title, KeyBindings.of(id, shortcut), enabledWhen, action);
    }
}
