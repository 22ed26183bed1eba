package com.prosynchub.ui.kit.theme;

import java.util.List;
import javafx.scene.Node;

/** Changes style classes only where something changes: each needless change costs a style pass and a flicker. FX thread. */
public final class StyleSwap {
    private StyleSwap() {}

    /** Leaves exactly {@code chosen} of the classes in {@code family}; empty for none. */
    public static void choose(Node node, List<String> family, String chosen) {
        node.getStyleClass().removeIf(name -> family.contains(name) && !name.equals(chosen));
        set(node, chosen, !chosen.isEmpty());
    }

    /** Gives the class or takes it away. */
    public static void set(Node node, String styleClass, boolean on) {
        if (!on) {
            node.getStyleClass().remove(styleClass);
        } else if (!node.getStyleClass().contains(styleClass)) {
            node.getStyleClass().add(styleClass);
        }
    }
}
