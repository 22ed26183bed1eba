package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Chooses one of many, by keys too: typing narrows the list, the cross chooses none. FX thread. */
public final class ChoiceField<T> extends HBox {
    private final ComboBox<T> box = new SearchableComboBox<>();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();
    private boolean filling;

    /**
     * A field without choices yet.
     *
     * @param none what is shown for none
     * @param words how a choice is called
     */
    public ChoiceField(String none, Function<T, String> words) {
        getStyleClass().add("psh-gap-4");
        box.setPromptText(none);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(words(words));
        HBox.setHgrow(box, Priority.ALWAYS);
        Button clear = Buttons.icon(CarbonIcons.CLOSE, Messages.kit().text("choice.clear"), () -> value.set(null));
        clear.disableProperty().bind(value.isNull());
        getChildren().addAll(box, clear);
        box.valueProperty().addListener((o, before, now) -> {
            if (!filling) {
                value.set(now);
            }
        });
        value.addListener((o, before, now) -> show());
    }

    /** What may be chosen; the value stays, whether or not it is among them. */
    public void setChoices(List<T> choices) {
        if (!choices.equals(box.getItems())) {
            filling = true;
            box.getItems().setAll(choices);
            filling = false;
        }
        show();
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    /** The list itself; it takes the focus. */
    public ComboBox<T> box() {
        return box;
    }

    private void show() {
        if (!Objects.equals(box.getValue(), value.get())) {
            filling = true;
            box.setValue(value.get());
            filling = false;
        }
    }

    /** Shows items by their words; only for boxes nobody types into. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                // Only ever asked by an editable box, and these are not.
                throw new UnsupportedOperationException(text);
            }
        };
    }
}
