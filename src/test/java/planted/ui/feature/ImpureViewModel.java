package planted.ui.feature;

import javafx.scene.Node;

/** Breaks rule 2: a view model holds a node. */
public record ImpureViewModel(Node node) {}
