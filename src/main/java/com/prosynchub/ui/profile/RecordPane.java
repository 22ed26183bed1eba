package com.prosynchub.ui.profile;

import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The own record, and below it the own password. FX thread. */
final class RecordPane extends VBox {
    private final Messages messages = Messages.of("profile");
    private final Workbench bench;
    private final OwnRecordViewModel record;
    private final Form form = new Form(2);

    RecordPane(Workbench bench, OwnRecordViewModel record, OwnPasswordViewModel password, SignedInUser user) {
        this.bench = bench;
        this.record = record;
        getStyleClass().addAll("psh-profile-pane", "psh-gap-24");
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(new VBox(section("record.title"), note("record.text"), fields(), buttons()));
        ((VBox) states.getChildren().getFirst()).getStyleClass().add("psh-gap-12");
        states.setOnRetry(record::load);
        states.stateProperty().bind(record.stateProperty());
        getChildren().addAll(states, password(password, user));
        record.form().invalidProperty().subscribe(this::mark);
        record.form().conflict().property().subscribe(this::ask);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e)) {
                record.form().save();
                e.consume();
            }
        });
    }

    private Form fields() {
        for (String field : OwnRecordViewModel.FIELDS) {
            form.add(field, messages.text("field." + field), input(new TextField(), field, record.text(field)));
        }
        form.required("email");
        return form;
    }

    private HBox buttons() {
        Button save = Buttons.primary(messages.text("record.save"), record.form()::save);
        save.setId("profile-save");
        save.disableProperty().bind(record.form().dirtyProperty().not());
        Button undo = Buttons.secondary(messages.text("record.discard"), record.form()::discard);
        undo.disableProperty().bind(record.form().dirtyProperty().not());
        return row(save, undo);
    }

    private Node password(OwnPasswordViewModel model, SignedInUser user) {
        Form entries = new Form(2);
        entries.addWide(
                "oldPassword",
                messages.text("password.old"),
                input(new PasswordField(), "password-old", model.oldProperty()));
        entries.add(
                        "newPassword",
                        messages.text("password.fresh"),
                        input(new PasswordField(), "password-fresh", model.freshProperty()))
                .setHint(messages.text("password.rules", user.username()));
        entries.add(
                "repeated",
                messages.text("password.repeated"),
                input(new PasswordField(), "password-repeated", model.repeatedProperty()));
        model.differing()
                .subscribe(now -> entries.field("repeated").setError(now ? messages.text("password.differ") : null));
        Button change = Buttons.secondary(messages.text("password.verb"), model::change);
        change.setId("profile-password");
        change.disableProperty().bind(model.mayChange().not());
        VBox box = new VBox(
                section("password.title"),
                note("password.text"),
                entries,
                sentence(model.problemProperty(), "psh-danger-text"),
                sentence(model.doneProperty(), "psh-good-text"),
                row(change));
        box.getStyleClass().add("psh-gap-12");
        return box;
    }

    private Label section(String key) {
        Label heading = new Label(messages.text(key));
        heading.getStyleClass().add("psh-heading");
        return heading;
    }

    private Label note(String key) {
        Label text = new Label(messages.text(key));
        text.getStyleClass().add("psh-muted");
        text.setWrapText(true);
        return text;
    }

    private static Label sentence(ObservableValue<String> words, String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.textProperty().bind(words);
        label.visibleProperty().bind(words.map(text -> !text.isEmpty()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("psh-button-row");
        return row;
    }

    private static <T extends TextInputControl> T input(T field, String id, StringProperty text) {
        field.setId("profile-" + id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private void mark(Failure.@Nullable Invalid invalid) {
        if (invalid == null) {
            form.clear();
        } else {
            form.show(invalid);
        }
    }

    private void ask(@Nullable Conflict<UserAccount> conflict) {
        if (conflict != null) {
            bench.overlay()
                    .show(ConflictDialog.make(
                            messages.text("record.title"),
                            conflict,
                            field -> messages.text("field." + field),
                            (field, value) -> value,
                            record.form().conflict()));
        }
    }
}
