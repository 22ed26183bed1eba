package com.prosynchub.ui.profile;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every action with its keys. Enter on a row waits for the next keys pressed; Escape gives that up. FX thread. */
final class KeysPane extends VBox {
    private final Messages messages = Messages.of("profile");
    private final KeysViewModel model;
    private final TableView<KeyRow> table = new TableView<>();
    private final Label says = new Label();
    private @Nullable KeyRow waiting;

    KeysPane(KeysViewModel model) {
        this.model = model;
        getStyleClass().addAll("psh-profile-keys", "psh-gap-12");
        Label note = new Label(messages.text("keys.text"));
        note.getStyleClass().add("psh-muted");
        note.setWrapText(true);
        says.setId("keys-says");
        says.setWrapText(true);
        says.getStyleClass().add("psh-strong");
        buildTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(note, table, says, buttons());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.problemProperty().subscribe(this::say);
    }

    private void buildTable() {
        table.setId("keys-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(messages.text("keys.column.action"), KeyRow::title));
        table.getColumns().add(Columns.text(messages.text("keys.column.keys"), row -> display(row.keys())));
        table.getColumns().add(Columns.text(messages.text("keys.column.standard"), row -> display(row.standard())));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.rows());
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                listen();
            }
        });
    }

    private HBox buttons() {
        BooleanBinding none = Bindings.isEmpty(table.getSelectionModel().getSelectedItems());
        Button change = Buttons.primary(messages.text("keys.change"), this::listen);
        change.setId("keys-change");
        Button free = Buttons.secondary(messages.text("keys.free"), () -> with(model::free));
        free.setId("keys-free");
        Button reset = Buttons.secondary(messages.text("keys.reset"), () -> with(model::reset));
        reset.setId("keys-reset");
        Button all = Buttons.quiet(messages.text("keys.resetAll"), model::resetAll);
        all.setId("keys-reset-all");
        for (Button button : new Button[] {change, free, reset}) {
            button.disableProperty().bind(none);
        }
        HBox row = new HBox(change, free, reset, all);
        row.getStyleClass().add("psh-button-row");
        return row;
    }

    private void with(java.util.function.Consumer<KeyRow> action) {
        KeyRow row = table.getSelectionModel().getSelectedItem();
        int index = table.getSelectionModel().getSelectedIndex();
        if (row != null) {
            action.accept(row);
            table.getSelectionModel().select(index);
        }
    }

    private void listen() {
        KeyRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            waiting = row;
            say(messages.text("keys.press", row.title()));
            table.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        KeyRow row = waiting;
        if (row == null) {
            if (event.getCode() == KeyCode.ENTER) {
                listen();
                event.consume();
            }
            return;
        }
        event.consume();
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return;
        }
        waiting = null;
        if (event.getCode() == KeyCode.ESCAPE) {
            say("");
            return;
        }
        int index = table.getSelectionModel().getSelectedIndex();
        if (model.choose(row, nameOf(event))) {
            say("");
        }
        table.getSelectionModel().select(index);
    }

    private void say(String sentence) {
        says.setText(sentence);
    }

    private static String display(String name) {
        return KeyBindings.read(name).map(KeyCombination::getDisplayText).orElse(Formats.NONE);
    }

    private static String nameOf(KeyEvent event) {
        return new KeyCodeCombination(
                        event.getCode(),
                        on(event.isShiftDown()),
                        ModifierValue.UP,
                        on(event.isAltDown()),
                        ModifierValue.UP,
                        on(event.isShortcutDown()))
                .getName();
    }

    private static ModifierValue on(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
