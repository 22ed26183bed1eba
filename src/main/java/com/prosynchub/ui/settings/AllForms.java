package com.prosynchub.ui.settings;

import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Several forms behind one pair of buttons: those that were changed are saved, one after the other. FX thread. */
final class AllForms implements UnsavedWork {
    private final List<RecordForm<?>> forms;
    private final BooleanBinding dirty;

    AllForms(RecordForm<?>... forms) {
        this.forms = List.of(forms);
        dirty = Bindings.createBooleanBinding(
                this::isDirty,
                this.forms.stream().map(RecordForm::dirtyProperty).toArray(Observable[]::new));
    }

    BooleanBinding dirty() {
        return dirty;
    }

    @Override
    public boolean isDirty() {
        return forms.stream().anyMatch(RecordForm::isDirty);
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        saveFrom(0, true, whenDone);
    }

    /** A form that cannot be saved does not keep the ones behind it from being saved. */
    private void saveFrom(int index, boolean well, Consumer<Boolean> whenDone) {
        if (index == forms.size()) {
            whenDone.accept(well);
        } else if (forms.get(index).isDirty()) {
            forms.get(index).save(saved -> saveFrom(index + 1, well && saved, whenDone));
        } else {
            saveFrom(index + 1, well, whenDone);
        }
    }

    @Override
    public void discard() {
        forms.stream().filter(RecordForm::isDirty).forEach(RecordForm::discard);
    }
}
