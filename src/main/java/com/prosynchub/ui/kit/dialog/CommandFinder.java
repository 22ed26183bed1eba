package com.prosynchub.ui.kit.dialog;

import java.util.List;
import java.util.function.Consumer;

/** Finds things for the palette that are too many to be listed, such as assets. Called and answered on the FX thread. */
@FunctionalInterface
public interface CommandFinder {
    /** Finds nothing. */
    CommandFinder NONE = (text, answer) -> {};

    /**
     * Looks for {@code text} and answers later, or never.
     *
     * @param text stripped, may be empty
     */
    void find(String text, Consumer<List<Command>> answer);
}
