package com.prosynchub.ui.settings;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.site.NumberKind;
import com.prosynchub.ui.kit.control.FormField;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Prefix, digits and next number of each kind of record, with the number that comes of it. FX thread. */
final class NumberingPane extends SettingsPane {
    private static final String[] PARTS = {"prefix", "digits", "next"};

    NumberingPane(SiteSettingsViewModel model, boolean editable) {
        super(model);
        Messages messages = Messages.of("settings");
        for (NumberKind kind : NumberKind.values()) {
            Line line = model.draft.numbering(kind);
            HBox row = new HBox();
            row.getStyleClass().add("psh-gap-16");
            for (int i = 0; i < PARTS.length; i++) {
                TextField field = new TextField();
                field.setId("numbering-" + kind.word() + "-" + PARTS[i]);
                field.setEditable(editable);
                field.setPrefColumnCount(10);
                field.textProperty().bindBidirectional(line.cell(i));
                row.getChildren().add(new FormField(messages.text("numbering." + PARTS[i]), field));
            }
            Label sample = new Label();
            sample.getStyleClass().addAll("psh-mono", "psh-strong");
            sample.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> sample(model, kind), line.cell(0), line.cell(1), line.cell(2)));
            sample.setMinHeight(28);
            row.getChildren().add(new FormField(messages.text("numbering.sample"), sample));
            section(
                    messages.text("numbering." + kind.word()),
                    messages.text("numbering.text"),
                    row,
                    "numbering." + kind.word());
        }
    }

    private static String sample(SiteSettingsViewModel model, NumberKind kind) {
        FieldChecks checks = new FieldChecks();
        String sample = model.draft.read(0, checks).numbering(kind).sample();
        boolean readable = checks.violations().stream()
                .noneMatch(violation -> violation.field().startsWith("numbering." + kind.word()));
        return readable && sample.length() < 32 ? sample : Formats.NONE;
    }
}
