package com.prosynchub.ui.login;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What an empty data directory becomes: the demo plant or a site of one's own. FX thread. */
public final class FirstStartViewModel {
    private final Consumer<Choice> onChosen;
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();

    public FirstStartViewModel(Consumer<Choice> onChosen) {
        this.onChosen = onChosen;
    }

    /** Chooses once; later calls do nothing. */
    public void choose(Choice choice) {
        if (!chosen.get()) {
            chosen.set(true);
            onChosen.accept(choice);
        }
    }

    public ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The two ways to begin. */
    public enum Choice {
        /** A believable plant to look at, with people, history and a simulator. */
        DEMO,
        /** Nothing but the first administrator. */
        EMPTY
    }
}
