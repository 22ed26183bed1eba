package com.prosynchub.ui.kit.dialog;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A conflict that waits for the person's answer. Gone before the answer is acted on, so that it may be asked anew. FX thread. */
public final class OpenConflict<T> implements Conflict.Choice {
    private final ReadOnlyObjectWrapper<@Nullable Conflict<T>> open = new ReadOnlyObjectWrapper<>();
    private final Consumer<T> keep;
    private final Consumer<T> take;

    /**
     * Makes a place for conflicts, with none in it.
     *
     * @param keep writes what was typed over the version it is given
     * @param take gives up what was typed for the version it is given
     */
    public OpenConflict(Consumer<T> keep, Consumer<T> take) {
        this.keep = keep;
        this.take = take;
    }

    public void ask(Conflict<T> conflict) {
        open.set(conflict);
    }

    @Override
    public void keepMine() {
        answer(keep);
    }

    @Override
    public void takeTheirs() {
        answer(take);
    }

    @Override
    public void decideLater() {
        open.set(null);
    }

    private void answer(Consumer<T> action) {
        Conflict<T> both = open.get();
        if (both != null) {
            open.set(null);
            action.accept(both.theirs());
        }
    }

    /** Both versions while the person has not chosen; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Conflict<T>> property() {
        return open.getReadOnlyProperty();
    }
}
