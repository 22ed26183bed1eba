package com.prosynchub.ui.kit.view;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The message in the middle of an empty or failed screen. FX thread. */
final class StateMessage extends VBox {
    private final HBox actions = new HBox();

    private StateMessage(Ikon ikon, String title, String text) {
        getStyleClass().add("psh-state-message");
        actions.getStyleClass().add("psh-state-actions");
        Label heading = label(title, Styles.HEADING);
        getChildren().addAll(Icons.of(ikon), heading, label(text, Styles.MUTED));
        setMaxHeight(USE_PREF_SIZE);
    }

    static StateMessage empty(Ikon ikon, String title, String text) {
        return new StateMessage(ikon, title, text);
    }

    static StateMessage failed(Failure failure, Runnable again) {
        FailureText words = FailureText.of(failure);
        Messages kit = Messages.kit();
        StateMessage message = new StateMessage(CarbonIcons.WARNING_ALT, words.what(), words.why());
        FontIcon icon = (FontIcon) message.getChildren().getFirst();
        icon.getStyleClass().add("psh-failed-icon");
        message.getChildren().add(label(words.todo(), Styles.MUTED));
        message.getChildren().add(label(kit.text("state.code", words.code()), Styles.FAINT, Styles.SMALL));
        Button copy = Buttons.secondary(kit.text("state.copy"), CarbonIcons.COPY, () -> {});
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(words.copyable());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(kit.text("state.copied"));
        });
        message.add(Buttons.primary(kit.text("state.again"), again));
        message.add(copy);
        return message;
    }

    void add(Node action) {
        if (actions.getParent() == null) {
            getChildren().add(actions);
        }
        actions.getChildren().add(action);
    }

    private static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
