package com.prosynchub.ui.kit.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The nodes that Tab goes through, in its order. FX thread. */
final class FocusOrder {
    private FocusOrder() {}

    /** Those in that node which can have the focus just now. */
    static List<Node> of(Node root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    /** What has the focus itself leads Tab through its own parts. */
    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
