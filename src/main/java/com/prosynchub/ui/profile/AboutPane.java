package com.prosynchub.ui.profile;

import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

/** What this installation is. FX thread. */
final class AboutPane extends StackPane {
    private final GridPane grid = new GridPane();
    private final Messages messages = Messages.of("profile");

    AboutPane(AboutFacts facts) {
        getStyleClass().add("psh-profile-pane");
        grid.getStyleClass().add("psh-facts-grid");
        getChildren().add(grid);
        fact(0, messages.text("about.version"), facts.version());
        fact(1, messages.text("about.profile"), messages.text(facts.embedded() ? "about.embedded" : "about.servers"));
        fact(2, messages.text("about.data"), facts.dataDirectory());
        fact(3, messages.text("about.log"), facts.logFile());
    }

    private void fact(int row, String title, String value) {
        Label name = new Label(title);
        name.getStyleClass().add("psh-facts-name");
        // A field that cannot be edited, so that a path can be copied.
        TextField text = new TextField(value.isEmpty() ? Formats.NONE : value);
        text.setEditable(false);
        text.setPrefColumnCount(48);
        grid.addRow(row, name, text);
    }
}
