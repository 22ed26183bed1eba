package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.text.Messages;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every action by name: type, choose, Enter. Escape closes. FX thread. */
public final class CommandPalette extends VBox {
    private static final int MOST_ROWS = 10;

    private final List<Command> commands;
    private final CommandFinder finder;
    private final Runnable close;
    private final TextField input = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);

    CommandPalette(List<Command> commands, CommandFinder finder, Runnable close) {
        this.commands = List.copyOf(commands);
        this.finder = finder;
        this.close = close;
        Messages kit = Messages.kit();
        getStyleClass().add("psh-palette");
        setMaxHeight(USE_PREF_SIZE);
        input.setPromptText(kit.text("palette.prompt"));
        list.setPlaceholder(new Label(kit.text("palette.none")));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CommandCell(this::run));
        Label hint = new Label(kit.text("palette.hint"));
        hint.getStyleClass().add("psh-palette-hint");
        getChildren().addAll(input, list, hint);
        input.textProperty().subscribe(this::find);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    void focus() {
        fit();
        input.requestFocus();
    }

    /** Commands that match every typed word, those whose title begins with the text first. */
    static List<Command> matching(List<Command> commands, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        String[] words = text.split("\\s+");
        return commands.stream()
                .filter(command -> command.enabledWhen().getAsBoolean())
                .filter(command -> {
                    String title = command.title().toLowerCase(Locale.ROOT);
                    return Arrays.stream(words).allMatch(title::contains);
                })
                .sorted(Comparator.comparing((Command command) ->
                        !command.title().toLowerCase(Locale.ROOT).startsWith(text)))
                .toList();
    }

    private void find(String typed) {
        found.setAll(matching(commands, typed));
        list.getSelectionModel().selectFirst();
        fit();
        finder.find(typed.strip(), more -> append(typed, more));
    }

    /** As tall as what was found, up to ten rows; the row height is the sheet's. */
    private void fit() {
        double row = Math.max(20, list.getFixedCellSize());
        list.setPrefHeight(row * Math.clamp(found.size(), 2, MOST_ROWS) + 4);
    }

    /** Adds what was found meanwhile, unless the person typed on. */
    private void append(String typed, List<Command> more) {
        if (typed.equals(input.getText())) {
            found.addAll(more);
            fit();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> run(list.getSelectionModel().getSelectedItem());
            case DOWN -> move(1);
            case UP -> move(-1);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        if (!found.isEmpty()) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, found.size());
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
        }
    }

    private void run(@Nullable Command command) {
        if (command != null) {
            close.run();
            command.action().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox row;

        private CommandCell(Consumer<Command> run) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            keys.getStyleClass().add("psh-key");
            row = new HBox(title, gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    run.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
            } else {
                title.setText(command.title());
                keys.setText(
                        command.shortcut() == null ? "" : command.shortcut().getDisplayText());
                keys.setVisible(command.shortcut() != null);
                setGraphic(row);
            }
        }
    }
}
