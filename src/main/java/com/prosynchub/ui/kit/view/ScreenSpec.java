package com.prosynchub.ui.kit.view;

import com.prosynchub.model.access.Permission;
import com.prosynchub.ui.kit.text.Messages;
import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/**
 * What the shell must know of a screen before it exists.
 *
 * @param id stable, such as {@code assets}; also the target of {@link Navigation}
 * @param messages where {@code titleKey} is found
 * @param titleKey the title in rail, tab and palette
 * @param icon from the Carbon pack
 * @param permission without it a person never sees the screen
 * @param order position in the rail, lowest first
 * @param factory makes the screen on first use, on the FX thread
 */
public record ScreenSpec(
        String id,
        Messages messages,
        String titleKey,
        Ikon icon,
        Permission permission,
        int order,
        Supplier<? extends Screen> factory) {

    /** The title in the display language. */
    public String title() {
        return messages.text(titleKey);
    }
}
