package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.FxmlLoader;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The door: sign-in, forced change of password and first administrator, with the state of both stores. FX thread. */
public final class SignInView {
    private final HBox root;
    private final SignInViewModel model;
    private final StoreStateViewModel stores;
    private final PasswordChangeView change;
    private final FirstAdministratorView first;
    private final EnrolView enrol;

    @FXML
    private StackPane brand;

    @FXML
    private StackPane forms;

    @FXML
    private VBox form;

    @FXML
    private Label site;

    @FXML
    private Label notice;

    @FXML
    private TextField username;

    @FXML
    private PasswordField password;

    @FXML
    private TextField clearPassword;

    @FXML
    private ToggleButton reveal;

    @FXML
    private Label problem;

    @FXML
    private Button signIn;

    @FXML
    private VBox codeForm;

    @FXML
    private TextField code;

    @FXML
    private Label codeProblem;

    @FXML
    private Button verify;

    @FXML
    private Button codeBack;

    @FXML
    private VBox demo;

    @FXML
    private FlowPane demoAccounts;

    @FXML
    private StackPane storeLine;

    @FXML
    private Label version;

    @FXML
    private MenuButton languages;

    SignInView(
            SignInViewModel model,
            PasswordChangeViewModel change,
            FirstAdministratorViewModel first,
            TwoFactorView enrol,
            StoreStateViewModel stores,
            SignInOptions options) {
        this.model = model;
        this.stores = stores;
        Messages messages = Messages.of("login");
        root = FxmlLoader.load(this, messages);
        brand.getChildren().add(new BrandPane());
        this.change = new PasswordChangeView(change, model::leave);
        this.first = new FirstAdministratorView(first);
        this.enrol = new EnrolView(enrol, model::leave);
        forms.getChildren().addAll(this.change.root(), this.first.root(), this.enrol.root());
        storeLine.getChildren().add(new StoreStateView(stores).root());
        version.setText(messages.text("signin.version", options.version()));
        site.setText(options.siteName().isEmpty() ? messages.text("signin.site.none") : options.siteName());
        bindForm(messages);
        bindCode();
        offerDemo(options.demoAccounts());
        model.modeProperty().addListener((o, old, now) -> show(now));
        show(model.modeProperty().get());
    }

    public HBox root() {
        return root;
    }

    /** It is shown: asks for the stores and puts the focus where typing begins. */
    public void onShown() {
        stores.start();
        model.start();
        focus();
    }

    /** It is hidden: stops asking. */
    public void onHidden() {
        stores.stop();
    }

    /** Says in a sentence why the person stands here again. */
    public void sayEnded(String sentence) {
        model.sayEnded(sentence);
    }

    /** Lets the person choose the language; the screen is then made anew in it. */
    public void offerLanguages(Consumer<Language> speak) {
        ToggleGroup group = new ToggleGroup();
        languages.setText(Language.current().ownName());
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.ownName());
            item.setId("door-" + language.tag());
            item.setToggleGroup(group);
            item.setSelected(language == Language.current());
            item.setOnAction(e -> speak.accept(language));
            languages.getItems().add(item);
        }
        languages.setVisible(true);
        languages.setManaged(true);
    }

    /** What stands in the field for the user name. */
    public String typedName() {
        return username.getText();
    }

    /** Writes into the field for the user name. */
    public void typeName(String name) {
        model.usernameProperty().set(name);
        focus();
    }

    private void bindForm(Messages messages) {
        username.textProperty().bindBidirectional(model.usernameProperty());
        password.textProperty().bindBidirectional(model.passwordProperty());
        clearPassword.textProperty().bindBidirectional(model.passwordProperty());
        reveal.selectedProperty().bindBidirectional(model.revealedProperty());
        password.visibleProperty().bind(model.revealedProperty().not());
        clearPassword.visibleProperty().bind(model.revealedProperty());
        reveal.textProperty()
                .bind(model.revealedProperty()
                        .map(on -> messages.text(on ? "signin.password.hide" : "signin.password.show")));
        signIn.disableProperty().bind(model.mayTry().not());
        signIn.textProperty()
                .bind(model.busyProperty().map(busy -> messages.text(busy ? "signin.busy" : "signin.verb")));
        signIn.setOnAction(e -> model.signIn());
        // One default button at a time: the other forms take Enter while they are shown and give it back.
        signIn.defaultButtonProperty().bind(form.visibleProperty());
        sentence(problem, model.problemProperty());
        sentence(notice, model.noticeProperty());
        model.problemProperty().addListener((o, old, now) -> {
            if (!now.isEmpty() && model.waitProperty().get() == null) {
                (model.revealedProperty().get() ? clearPassword : password).requestFocus();
            }
        });
    }

    private void bindCode() {
        code.textProperty().bindBidirectional(model.codeProperty());
        verify.disableProperty().bind(model.mayTry().not());
        verify.setOnAction(e -> model.signIn());
        verify.defaultButtonProperty().bind(codeForm.visibleProperty());
        codeBack.setOnAction(e -> model.leaveCode());
        sentence(codeProblem, model.problemProperty());
        model.problemProperty().addListener((o, old, now) -> {
            if (!now.isEmpty() && model.modeProperty().get() == SignInViewModel.Mode.CODE) {
                code.requestFocus();
            }
        });
    }

    static void sentence(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.map(t -> !t.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
    }

    private void offerDemo(List<DemoAccount> accounts) {
        demo.setVisible(!accounts.isEmpty());
        demo.setManaged(!accounts.isEmpty());
        for (DemoAccount account : accounts) {
            Button button = Buttons.secondary(Words.role(account.role()), () -> {
                model.fill(account);
                signIn.requestFocus();
            });
            button.setId("demo-" + account.username());
            demoAccounts.getChildren().add(button);
        }
    }

    private void show(SignInViewModel.Mode mode) {
        only(
                switch (mode) {
                    case SIGN_IN -> form;
                    case CODE -> codeForm;
                    case ENROL -> enrol.root();
                    case CHANGE_PASSWORD -> change.root();
                    case FIRST_ADMINISTRATOR -> first.root();
                });
        focus();
    }

    private void only(Node shown) {
        for (Node node : ((Pane) forms).getChildren()) {
            node.setVisible(node == shown);
            node.setManaged(node == shown);
        }
    }

    private void focus() {
        switch (model.modeProperty().get()) {
            case SIGN_IN -> (username.getText().isEmpty() ? username : password).requestFocus();
            case CODE -> code.requestFocus();
            case ENROL -> enrol.focus();
            case CHANGE_PASSWORD -> change.focus();
            case FIRST_ADMINISTRATOR -> first.focus();
        }
    }
}
