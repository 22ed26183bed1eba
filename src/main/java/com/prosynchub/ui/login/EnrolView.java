package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The second factor that a role demands, switched on at the door before anything else. FX thread. */
final class EnrolView {
    private final VBox root = new VBox();
    private final TwoFactorView panel;

    EnrolView(TwoFactorView panel, Runnable onLeave) {
        this.panel = panel;
        Messages messages = Messages.of("login");
        Label title = new Label(messages.text("twofactor.title"));
        title.getStyleClass().add("psh-door-title");
        root.getStyleClass().add("psh-door-form");
        root.setMaxHeight(VBox.USE_PREF_SIZE);
        root.getChildren().addAll(title, panel.root(), Buttons.secondary(messages.text("change.leave"), onLeave));
    }

    VBox root() {
        return root;
    }

    void focus() {
        panel.focus();
    }
}
