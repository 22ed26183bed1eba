package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * What lies over a locked window: a bar that asks for the password, or signs another person in. Keys end here, so that none
 * reaches what is covered. FX thread.
 */
final class LockView {
    private final LockViewModel model;
    private final StackPane root;

    @FXML
    private VBox card;

    @FXML
    private Label title;

    @FXML
    private TextField username;

    @FXML
    private PasswordField password;

    @FXML
    private TextField code;

    @FXML
    private Button submit;

    @FXML
    private Button other;

    @FXML
    private Label problem;

    LockView(LockViewModel model) {
        this.model = model;
        Messages messages = Messages.of("shell");
        root = FxmlLoader.load(this, messages);
        title.textProperty().bind(model.titleProperty());
        title.setGraphic(Icons.large(CarbonIcons.LOCKED));
        username.textProperty().bindBidirectional(model.usernameProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        code.textProperty().bindBidirectional(model.codeProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        submit.disableProperty().bind(model.maySubmit().not());
        submit.setOnAction(e -> model.submit());
        username.setOnAction(e -> password.requestFocus());
        password.setOnAction(e -> model.submit());
        code.setOnAction(e -> model.submit());
        other.setOnAction(e -> {
            if (model.modeProperty().get() == LockViewModel.Mode.UNLOCK) {
                model.swap();
            } else {
                model.back();
            }
        });
        model.modeProperty().subscribe(mode -> {
            show(username, mode == LockViewModel.Mode.SWAP);
            show(password, mode != LockViewModel.Mode.SWAP_CODE);
            show(code, mode == LockViewModel.Mode.SWAP_CODE);
            submit.setText(messages.text(mode == LockViewModel.Mode.UNLOCK ? "lock.verb" : "lock.swap.verb"));
            other.setText(messages.text(mode == LockViewModel.Mode.UNLOCK ? "lock.swap" : "lock.back"));
            focus();
        });
        model.problemProperty().subscribe((before, now) -> {
            if (!now.isEmpty()) {
                focus();
            }
        });
        root.addEventHandler(KeyEvent.ANY, this::onKey);
    }

    StackPane root() {
        return root;
    }

    /** Stands at the upper edge where something stays visible, and in the middle otherwise. */
    void above(boolean something) {
        StackPane.setAlignment(card, something ? Pos.TOP_CENTER : Pos.CENTER);
    }

    /** Puts the focus where typing begins. */
    void focus() {
        switch (model.modeProperty().get()) {
            case UNLOCK -> password.requestFocus();
            case SWAP -> (username.getText().isEmpty() ? username : password).requestFocus();
            case SWAP_CODE -> code.requestFocus();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED
                && event.getCode() == KeyCode.ESCAPE
                && model.modeProperty().get() != LockViewModel.Mode.UNLOCK) {
            model.back();
        }
        event.consume();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
