package com.prosynchub.ui.home;

import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A titled list that stands or falls alone; Enter or a double click opens a row. FX thread. */
final class Section<R> extends VBox {
    private final TableView<R> table = new TableView<>();
    private final ObservableList<R> rows = FXCollections.observableArrayList();
    private final Messages messages;
    private final String name;

    Section(String name, Messages messages) {
        this.name = name;
        this.messages = messages;
        getStyleClass().add("psh-section");
        Label title = new Label(messages.text("section." + name));
        title.getStyleClass().add("psh-heading");
        table.getStyleClass().add("dense");
        table.setItems(rows);
        table.setId("home-" + name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(title, table);
    }

    <T> void column(double width, TableColumn<R, T> column) {
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    void onOpen(Consumer<R> open) {
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                follow(open);
            }
        });
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                follow(open);
            }
        });
    }

    void show(HomePart<List<R>> part) {
        boolean hidden = part instanceof HomePart.Hidden<List<R>>;
        setVisible(!hidden);
        setManaged(!hidden);
        switch (part) {
            case HomePart.Ready<List<R>>(List<R> value) -> {
                Columns.placeholder(table, messages.text("empty." + name));
                replace(value);
            }
            case HomePart.Failed<List<R>>(var failure) -> {
                FailureText text = FailureText.of(failure);
                Columns.placeholder(table, messages.text("failed", text.what(), text.code()));
                rows.clear();
            }
            case HomePart.Hidden<List<R>> none -> rows.clear();
            case HomePart.Waiting<List<R>> none -> Columns.placeholder(table, "");
        }
    }

    /** Row by row, so that the selected line stays selected while values change. */
    private void replace(List<R> now) {
        for (int i = 0; i < Math.min(rows.size(), now.size()); i++) {
            if (!rows.get(i).equals(now.get(i))) {
                rows.set(i, now.get(i));
            }
        }
        if (rows.size() > now.size()) {
            rows.remove(now.size(), rows.size());
        } else {
            rows.addAll(now.subList(rows.size(), now.size()));
        }
    }

    private void follow(Consumer<R> open) {
        R chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen);
        }
    }
}
