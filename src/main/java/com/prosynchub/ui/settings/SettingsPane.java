package com.prosynchub.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A tab of the settings: sections with a heading, a sentence, what is set, and what is wrong with it. FX thread. */
abstract class SettingsPane extends VBox {
    private final SiteSettingsViewModel model;

    SettingsPane(SiteSettingsViewModel model) {
        this.model = model;
        getStyleClass().addAll("psh-profile-pane", "psh-gap-24");
    }

    /** @param list beginning of the names of the fields in it */
    final void section(String title, String text, Node content, String list) {
        Label heading = new Label(title);
        heading.getStyleClass().add("psh-heading");
        Label note = new Label(text);
        note.getStyleClass().add("psh-muted");
        note.setWrapText(true);
        Label problem = new Label();
        problem.setId("problem-" + list.replace('.', '-'));
        problem.setWrapText(true);
        problem.getStyleClass().add("psh-danger-text");
        model.form().invalidProperty().subscribe(invalid -> problem.setText(model.problems(invalid, list)));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox box = new VBox(heading, note, content, problem);
        box.getStyleClass().add("psh-gap-8");
        getChildren().add(box);
    }
}
