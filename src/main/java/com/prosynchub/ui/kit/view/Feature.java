package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.dialog.Command;
import java.util.List;

/** What a feature package offers to the shell. Made by the launcher, asked once after sign-in. FX thread. */
public interface Feature {
    List<ScreenSpec> screens();

    /** Commands for the palette beyond "go to screen". */
    default List<Command> commands() {
        return List.of();
    }
}
