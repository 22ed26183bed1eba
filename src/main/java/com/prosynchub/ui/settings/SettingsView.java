package com.prosynchub.ui.settings;

import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What one person prefers on this workstation, and what this installation is. FX thread. */
final class SettingsView {
    private final VBox root;
    private final Messages messages = Messages.of("settings");

    @FXML
    private StackPane header;

    @FXML
    private HBox themes;

    @FXML
    private HBox scales;

    @FXML
    private GridPane about;

    SettingsView(SettingsViewModel model) {
        root = FxmlLoader.load(this, messages);
        PageHeader title = new PageHeader(messages.text("title"));
        title.setSubtitle(messages.text("subtitle"));
        header.getChildren().add(title);
        ToggleGroup theme = new ToggleGroup();
        for (Appearance.Choice choice : Appearance.Choice.values()) {
            RadioButton button = new RadioButton(messages.text("theme." + choice.word()));
            button.setToggleGroup(theme);
            button.setId("theme-" + choice.word());
            button.setOnAction(e -> model.themeProperty().set(choice));
            model.themeProperty().subscribe(now -> button.setSelected(now == choice));
            themes.getChildren().add(button);
        }
        ToggleGroup scale = new ToggleGroup();
        for (int percent : Appearance.SCALES) {
            RadioButton button = new RadioButton(messages.text("percent", percent));
            button.setToggleGroup(scale);
            button.setId("scale-" + percent);
            button.setOnAction(e -> model.scaleProperty().set(percent));
            model.scaleProperty().subscribe(now -> button.setSelected(now.intValue() == percent));
            scales.getChildren().add(button);
        }
        fact(0, "about.version", model.about().version());
        fact(1, "about.profile", messages.text(model.about().embedded() ? "about.embedded" : "about.servers"));
        fact(2, "about.data", model.about().dataDirectory());
        fact(3, "about.log", model.about().logFile());
    }

    Node root() {
        return root;
    }

    private void fact(int row, String key, String value) {
        Label name = new Label(messages.text(key));
        name.getStyleClass().add("psh-facts-name");
        // A field that cannot be edited, so that a path can be copied.
        TextField text = new TextField(value.isEmpty() ? Formats.NONE : value);
        text.setEditable(false);
        text.setPrefColumnCount(48);
        about.addRow(row, name, text);
    }
}
