package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A text that may be anything, beside the words the site agreed on: by mouse from a menu, by keys with Alt+Down. FX thread. */
public final class WordField extends HBox {
    private final TextField field = new TextField();
    private final MenuButton menu = new MenuButton();

    /** @param id of the text; the menu's is {@code id-words} */
    public WordField(String id, StringProperty text) {
        getStyleClass().add("psh-gap-4");
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        menu.setId(id + "-words");
        menu.setAccessibleText(Messages.kit().text("word.offer"));
        menu.setFocusTraversable(false);
        offer(List.of());
        getChildren().addAll(field, menu);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == KeyCode.DOWN && menu.isVisible()) {
                menu.show();
                event.consume();
            }
        });
    }

    /** The words to choose from; without any there is no menu. */
    public void offer(List<String> words) {
        menu.getItems().setAll(words.stream().map(this::item).toList());
        menu.setVisible(!words.isEmpty());
        menu.setManaged(!words.isEmpty());
    }

    private MenuItem item(String word) {
        MenuItem item = new MenuItem(word);
        // Not a letter of the word is an access key.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            field.setText(word);
            field.requestFocus();
            field.end();
        });
        return item;
    }

    public TextField field() {
        return field;
    }
}
