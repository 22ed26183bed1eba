package com.prosynchub.ui.kit.dialog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything below a node invisible but one branch, which stays where it is and alive; also what is added later. By
 * opacity, since visibility belongs to the screens themselves. FX thread.
 */
final class Veil {
    private final Map<Node, Double> hidden = new LinkedHashMap<>();
    private final List<Runnable> unhook = new ArrayList<>();
    private final Set<Node> spared = new HashSet<>();

    private Veil() {}

    /**
     * Hides what is below {@code root}.
     *
     * @param kept what stays visible, somewhere below; null for nothing
     * @param above a child of the root that is to be seen above it all, now or soon
     */
    static Veil over(Parent root, @Nullable Node kept, Node above) {
        Veil veil = new Veil();
        veil.spared.add(above);
        if (kept != null) {
            for (Node at = kept; at != null && at != root; at = at.getParent()) {
                veil.spared.add(at);
            }
        }
        veil.cover(root);
        for (Node node : List.copyOf(veil.spared)) {
            if (node != kept && node != above && node instanceof Parent parent) {
                veil.cover(parent);
            }
        }
        return veil;
    }

    /** Shows everything again. */
    void lift() {
        unhook.forEach(Runnable::run);
        unhook.clear();
        hidden.forEach(Node::setOpacity);
        hidden.clear();
    }

    private void cover(Parent parent) {
        ObservableList<Node> children = parent.getChildrenUnmodifiable();
        children.forEach(this::hide);
        ListChangeListener<Node> later = change -> children.forEach(this::hide);
        children.addListener(later);
        unhook.add(() -> children.removeListener(later));
    }

    private void hide(Node node) {
        if (!spared.contains(node) && !hidden.containsKey(node)) {
            hidden.put(node, node.getOpacity());
            node.setOpacity(0);
        }
    }
}
