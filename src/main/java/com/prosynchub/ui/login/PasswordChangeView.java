package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The forced change of a password; each rule is ticked as it is met. FX thread. */
final class PasswordChangeView {
    private final VBox root;

    @FXML
    private PasswordField old;

    @FXML
    private PasswordField fresh;

    @FXML
    private PasswordField repeated;

    @FXML
    private Label ruleLength;

    @FXML
    private Label ruleDifferent;

    @FXML
    private Label ruleSame;

    @FXML
    private Label problem;

    @FXML
    private Button save;

    @FXML
    private Button leave;

    PasswordChangeView(PasswordChangeViewModel model, Runnable onLeave) {
        Messages messages = Messages.of("login");
        root = FxmlLoader.load(this, messages);
        old.textProperty().bindBidirectional(model.oldProperty());
        fresh.textProperty().bindBidirectional(model.freshProperty());
        repeated.textProperty().bindBidirectional(model.repeatedProperty());
        ruleLength.setText(messages.text("change.rule.length", PasswordChangeViewModel.LEAST_LENGTH));
        tick(ruleLength, model.longEnough());
        tick(ruleDifferent, model.different());
        tick(ruleSame, model.same());
        SignInView.sentence(problem, model.problemProperty());
        save.disableProperty().bind(model.maySave().not());
        save.defaultButtonProperty().bind(root.visibleProperty());
        save.setOnAction(e -> model.save());
        leave.setOnAction(e -> {
            model.clear();
            onLeave.run();
        });
    }

    VBox root() {
        return root;
    }

    void focus() {
        old.requestFocus();
    }

    private static void tick(Label rule, BooleanBinding met) {
        FontIcon icon = Icons.of(CarbonIcons.CIRCLE_DASH);
        icon.iconCodeProperty().bind(met.map(yes -> yes ? CarbonIcons.CHECKMARK_OUTLINE : CarbonIcons.CIRCLE_DASH));
        rule.setGraphic(icon);
    }
}
