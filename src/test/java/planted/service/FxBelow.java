package planted.service;

import javafx.beans.property.SimpleStringProperty;

/** Breaks rule 7: JavaFX below the user interface. */
public record FxBelow(SimpleStringProperty property) {}
