package com.prosynchub.ui.login;

import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.ui.kit.control.QrCode;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The own second factor, for a dialog, a profile screen or the door. FX thread. */
public final class TwoFactorView {
    private final TwoFactorViewModel model;
    private final Formats formats;
    private final Messages messages = Messages.of("login");
    private final VBox root;

    @FXML
    private Label problem;

    @FXML
    private VBox off;

    @FXML
    private Label demanded;

    @FXML
    private PasswordField beginPassword;

    @FXML
    private Button begin;

    @FXML
    private VBox confirm;

    @FXML
    private StackPane picture;

    @FXML
    private TextField secret;

    @FXML
    private TextField confirmCode;

    @FXML
    private Button switchOn;

    @FXML
    private VBox codes;

    @FXML
    private Label recovery;

    @FXML
    private Button copy;

    @FXML
    private Button kept;

    @FXML
    private VBox on;

    @FXML
    private Label since;

    @FXML
    private TextField code;

    @FXML
    private Button renew;

    @FXML
    private VBox offForm;

    @FXML
    private PasswordField password;

    @FXML
    private Button switchOff;

    public TwoFactorView(TwoFactorViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        root = FxmlLoader.load(this, messages);
        SignInView.sentence(problem, model.problemProperty());
        beginPassword.textProperty().bindBidirectional(model.passwordProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        confirmCode.textProperty().bindBidirectional(model.codeProperty());
        code.textProperty().bindBidirectional(model.codeProperty());
        secret.textProperty().bind(model.secretProperty().map(TwoFactorView::inGroups));
        button(begin, model.passwordGiven(), model::begin);
        button(switchOn, model.codeGiven(), model::confirm);
        button(renew, model.codeGiven(), model::renew);
        button(switchOff, model.codeGiven().and(model.passwordGiven()), model::switchOff);
        beginPassword.setOnAction(e -> begin.fire());
        confirmCode.setOnAction(e -> switchOn.fire());
        password.setOnAction(e -> switchOff.fire());
        code.setOnAction(e -> password.requestFocus());
        copy.setOnAction(e -> copyCodes());
        kept.setOnAction(e -> model.kept());
        model.recoveryProperty().subscribe(list -> recovery.setText(String.join("\n", list)));
        model.factsProperty().subscribe(this::tell);
        model.stateProperty().subscribe(this::show);
        model.problemProperty().subscribe((before, now) -> {
            if (!now.isEmpty()) {
                focus();
            }
        });
    }

    public VBox root() {
        return root;
    }

    /** Puts the focus where typing begins. */
    public void focus() {
        Node first =
                switch (model.stateProperty().get()) {
                    case UNKNOWN -> root;
                    case OFF -> beginPassword;
                    case CONFIRM -> confirmCode;
                    case CODES -> kept;
                    case ON -> code;
                };
        first.requestFocus();
    }

    private void show(TwoFactorViewModel.State state) {
        only(off, state == TwoFactorViewModel.State.OFF);
        only(confirm, state == TwoFactorViewModel.State.CONFIRM);
        only(codes, state == TwoFactorViewModel.State.CODES);
        only(on, state == TwoFactorViewModel.State.ON);
        picture.getChildren().clear();
        if (state == TwoFactorViewModel.State.CONFIRM) {
            picture.getChildren().add(new QrCode(model.uri(), messages.text("twofactor.picture")));
        }
        focus();
    }

    private void tell(@org.jspecify.annotations.Nullable SecondFactor facts) {
        if (facts == null) {
            return;
        }
        since.setText(messages.text("twofactor.since", formats.absolute(facts.since()), facts.recoveryLeft()));
        only(demanded, facts.demanded());
        only(offForm, !facts.demanded());
    }

    private void copyCodes() {
        ClipboardContent content = new ClipboardContent();
        content.putString(recovery.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void button(Button button, ObservableBooleanValue when, Runnable action) {
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(when));
        button.setOnAction(e -> action.run());
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Four letters at a time can be typed off a screen. */
    private static String inGroups(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
