package com.prosynchub.ui.settings;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.view.RecordForm;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A tab of the settings: sections with a heading, a sentence, what is set, and what is wrong with it. FX thread. */
abstract class SettingsPane extends VBox {
    private final RecordForm<?> form;
    private final BiFunction<Failure.@Nullable Invalid, String, String> problems;

    SettingsPane(SiteSettingsViewModel model) {
        this(model.form(), model::problems);
    }

    /** @param problems what is wrong in the fields whose names begin so, in words */
    SettingsPane(RecordForm<?> form, BiFunction<Failure.@Nullable Invalid, String, String> problems) {
        this.form = form;
        this.problems = problems;
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
        form.invalidProperty().subscribe(invalid -> problem.setText(problems.apply(invalid, list)));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox box = new VBox(heading, note, content, problem);
        box.getStyleClass().add("psh-gap-8");
        getChildren().add(box);
    }
}
