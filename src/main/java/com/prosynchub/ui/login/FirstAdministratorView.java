package com.prosynchub.ui.login;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Form for the name of an empty site and its first administrator. FX thread. */
final class FirstAdministratorView {
    private final VBox root;
    private final Form form = new Form(2);
    private final Messages messages = Messages.of("login");

    @FXML
    private StackPane fields;

    @FXML
    private Label problem;

    @FXML
    private Button create;

    FirstAdministratorView(FirstAdministratorViewModel model) {
        root = FxmlLoader.load(this, messages);
        form.addWide("siteName", messages.text("admin.siteName"), text(model.siteName));
        form.add("firstName", messages.text("admin.firstName"), text(model.firstName));
        form.add("lastName", messages.text("admin.lastName"), text(model.lastName));
        form.add("username", messages.text("admin.username"), text(model.username));
        form.add("email", messages.text("admin.email"), text(model.email));
        form.add("password", messages.text("admin.password"), secret(model.password))
                .setHint(messages.text("change.rule.length", PasswordChangeViewModel.LEAST_LENGTH));
        form.add("repeated", messages.text("admin.repeated"), secret(model.repeated));
        form.required("siteName", "username", "email", "password", "repeated");
        fields.getChildren().add(form);
        SignInView.sentence(problem, model.problemProperty());
        create.disableProperty().bind(model.busyProperty());
        create.defaultButtonProperty().bind(root.visibleProperty());
        create.setOnAction(e -> model.create());
        model.invalidProperty().addListener((o, old, now) -> show(now));
    }

    VBox root() {
        return root;
    }

    void focus() {
        form.field("siteName").input().requestFocus();
    }

    private void show(Failure.@Nullable Invalid invalid) {
        if (invalid == null) {
            form.clear();
            return;
        }
        form.show(invalid);
        boolean differ = invalid.violations().stream().anyMatch(v -> v.field().equals("repeated"));
        if (differ) {
            form.field("repeated").setError(messages.text("admin.differ"));
        }
    }

    private static TextField text(StringProperty value) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static PasswordField secret(StringProperty value) {
        PasswordField field = new PasswordField();
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
