package com.prosynchub.ui.kit.control;

import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.TableViewSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * The chosen row of a table whose rows are read again under the person's hands: the same record stays chosen wherever it
 * comes to stand, and none takes its place when it is gone. FX thread.
 */
public final class Chosen<R> {
    private final TableView<R> table;
    private final Function<R, Object> id;
    private @Nullable Object kept;

    private Chosen(TableView<R> table, Function<R, Object> id) {
        this.table = table;
        this.id = id;
    }

    /** Shows these rows in the table, which are known again by what {@code id} answers. */
    public static <R> void show(TableView<R> table, ObservableList<R> rows, Function<R, Object> id) {
        Chosen<R> chosen = new Chosen<>(table, id);
        // The table listens between the two: before it the old choice is there, after it nobody knows which one.
        rows.addListener((ListChangeListener<R>) change -> chosen.note());
        table.setItems(rows);
        rows.addListener((ListChangeListener<R>) change -> chosen.again());
    }

    private void note() {
        R row = table.getSelectionModel().getSelectedItem();
        kept = row == null ? null : id.apply(row);
    }

    private void again() {
        TableViewSelectionModel<R> selection = table.getSelectionModel();
        selection.clearSelection();
        for (int i = 0; kept != null && i < table.getItems().size(); i++) {
            if (kept.equals(id.apply(table.getItems().get(i)))) {
                selection.select(i);
                table.getFocusModel().focus(i);
                return;
            }
        }
    }
}
