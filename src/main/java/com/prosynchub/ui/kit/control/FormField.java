package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Label above, input, and below it a hint or what is wrong. FX thread. */
public final class FormField extends VBox {
    private final Label required = new Label(Messages.kit().text("field.required"));
    private final Label message = new Label();
    private final Node input;
    private String hint = "";
    private @Nullable String error;

    public FormField(String label, Node input) {
        this.input = input;
        Label name = new Label(label);
        name.setLabelFor(input);
        required.getStyleClass().add("psh-field-required");
        message.getStyleClass().add("psh-field-message");
        HBox head = new HBox(name, required);
        head.getStyleClass().add("psh-field-head");
        getStyleClass().add("psh-field");
        if (input instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(head, input, message);
        setRequired(false);
        update();
    }

    public FormField setRequired(boolean on) {
        required.setVisible(on);
        required.setManaged(on);
        return this;
    }

    /** What helps to fill it in; gives way to an error. */
    public FormField setHint(String text) {
        hint = text;
        update();
        return this;
    }

    /** What is wrong with the entry; null when nothing is. */
    public void setError(@Nullable String text) {
        error = text;
        update();
    }

    public boolean hasError() {
        return error != null;
    }

    public Node input() {
        return input;
    }

    private void update() {
        String text = error == null ? hint : error;
        message.setText(text);
        message.setVisible(!text.isEmpty());
        message.setManaged(!text.isEmpty());
        StyleSwap.set(this, Styles.INVALID, error != null);
        input.setAccessibleHelp(text);
    }
}
