package com.prosynchub.ui.settings;

import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When a window locks, which roles need a second factor, and what every password must be. FX thread. */
final class SignInPane extends SettingsPane {
    private final SignInRulesViewModel rules;
    private final boolean editable;
    private final VBox roles = new VBox();

    SignInPane(SignInRulesViewModel rules, boolean editable) {
        super(rules.form(), SignInRulesViewModel::problems);
        this.rules = rules;
        this.editable = editable;
        Messages messages = Messages.of("settings");
        TextField minutes = new TextField();
        minutes.setId("idle-minutes");
        minutes.setPrefColumnCount(5);
        minutes.setEditable(editable);
        minutes.setAccessibleText(messages.text("idle"));
        minutes.textProperty().bindBidirectional(rules.minutesProperty());
        section(
                messages.text("idle"),
                messages.text("idle.text"),
                row(minutes, muted(messages.text("idle.minutes"))),
                "idleLockMinutes");
        roles.getStyleClass().add("psh-gap-8");
        rules.rolesProperty().subscribe(this::fill);
        section(messages.text("factor"), messages.text("factor.text"), roles, "demandingRoles");
        Label words = new Label(messages.text("password.rules"));
        words.setWrapText(true);
        section(messages.text("password"), messages.text("password.text"), words, "password");
    }

    private void fill(List<SecondFactorUse> use) {
        roles.getChildren().setAll(use.stream().map(this::line).toList());
    }

    private Node line(SecondFactorUse role) {
        CheckBox box = new CheckBox(Words.role(role.roleName()));
        box.setId("factor-" + role.roleId());
        box.setDisable(!editable);
        box.getStyleClass().add("psh-settings-role");
        box.selectedProperty().bindBidirectional(rules.demanded(role.roleId()));
        return row(box, muted(rules.people(role)));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("psh-gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-muted");
        return label;
    }
}
