package planted.ui.feature;

import javafx.scene.Node;

/** Breaks rule 9: a style written in Java. */
public final class StyleSetter {
    public void paint(Node node) {
        node.setStyle("-fx-opacity: 1");
    }
}
