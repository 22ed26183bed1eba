package com.prosynchub.ui.profile;

import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Appearance;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Theme, scale and language, each taken at once. FX thread. */
final class AppearancePane extends VBox {
    private final Messages messages = Messages.of("profile");

    AppearancePane(AppearanceViewModel model) {
        getStyleClass().addAll("psh-profile-pane", "psh-gap-24");
        getChildren().addAll(languages(model), themes(model), scales(model));
    }

    private VBox languages(AppearanceViewModel model) {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = row();
        for (Language language : Language.values()) {
            RadioButton button = new RadioButton(language.ownName());
            button.setToggleGroup(group);
            button.setId("language-" + language.tag());
            button.setSelected(language == model.language());
            button.setOnAction(e -> model.choose(language));
            row.getChildren().add(button);
        }
        return section("language", "language.text", row);
    }

    private VBox themes(AppearanceViewModel model) {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = row();
        for (Appearance.Choice choice : Appearance.Choice.values()) {
            RadioButton button = new RadioButton(messages.text("theme." + choice.word()));
            button.setToggleGroup(group);
            button.setId("theme-" + choice.word());
            button.setOnAction(e -> model.themeProperty().set(choice));
            model.themeProperty().subscribe(now -> button.setSelected(now == choice));
            row.getChildren().add(button);
        }
        return section("theme", "theme.text", row);
    }

    private VBox scales(AppearanceViewModel model) {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = row();
        for (int percent : Appearance.SCALES) {
            RadioButton button = new RadioButton(messages.text("percent", percent));
            button.setToggleGroup(group);
            button.setId("scale-" + percent);
            button.setOnAction(e -> model.scaleProperty().set(percent));
            model.scaleProperty().subscribe(now -> button.setSelected(now.intValue() == percent));
            row.getChildren().add(button);
        }
        return section("scale", "scale.text", row);
    }

    private static FlowPane row() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("psh-profile-choices");
        return row;
    }

    private VBox section(String title, String note, FlowPane choices) {
        Label heading = new Label(messages.text(title));
        heading.getStyleClass().add("psh-heading");
        Label text = new Label(messages.text(note));
        text.getStyleClass().add("psh-muted");
        text.setWrapText(true);
        VBox box = new VBox(heading, text, choices);
        box.getStyleClass().add("psh-gap-8");
        return box;
    }
}
