package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The questions of the roles screen. FX thread. */
final class RoleDialogs {
    private final OverlayHost overlay;
    private final RolesViewModel model;
    private final Messages messages = Messages.of("roles");

    RoleDialogs(OverlayHost overlay, RolesViewModel model) {
        this.overlay = overlay;
        this.model = model;
    }

    /** Says what saving does to people and asks; a change that nobody feels is saved at once. */
    void save() {
        RoleEffect effect = model.effectProperty().get();
        if (effect.isNothing()) {
            model.form().save();
            return;
        }
        DialogBox box = new DialogBox(messages.text("save.title", model.name.get()));
        box.setId("role-preview");
        box.text(effect.sentence(messages));
        list(box, "effect.lost", effect.lostScreens());
        list(box, "effect.gained", effect.gainedScreens());
        TextField reason = reasonField();
        box.text(messages.text("save.when"))
                .content(formOf(reason))
                .cancel(messages.text("save.not"), () -> {})
                .primary(messages.text("save"), () -> {
                    // Closed first: saving may find another version and ask anew.
                    box.close();
                    model.save(reason.getText());
                    return false;
                });
        overlay.show(box);
    }

    private static TextField reasonField() {
        TextField reason = new TextField();
        reason.setId("reason");
        return reason;
    }

    private static Form formOf(TextField reason) {
        Form form = new Form();
        form.add("reason", Messages.kit().text("reason"), reason)
                .setHint(Messages.kit().text("reason.hint"));
        return form;
    }

    private void list(DialogBox box, String key, List<String> screens) {
        if (!screens.isEmpty()) {
            box.text(messages.text(key, String.join(", ", screens)));
        }
    }

    void merge(Role from) {
        ComboBox<Role> into = new ComboBox<>();
        into.setId("role-merge-into");
        into.setConverter(names(""));
        into.setMaxWidth(Double.MAX_VALUE);
        model.lines().stream()
                .map(RoleLine::role)
                .filter(role -> role.id() != from.id())
                .forEach(into.getItems()::add);
        Label effect = new Label();
        effect.setWrapText(true);
        effect.setMinHeight(48);
        into.valueProperty()
                .subscribe(role -> effect.setText(
                        role == null ? "" : model.mergeEffect(from, role).sentence(messages)));
        TextField reason = reasonField();
        DialogBox box = new DialogBox(messages.text("merge.title", from.name()));
        box.setId("role-merge");
        box.text(messages.text("merge.text", from.name(), model.people(from.id())))
                .content(into)
                .content(effect)
                .content(formOf(reason))
                .cancel()
                .dangerous(messages.text("merge.verb"), () -> {
                    Role chosen = into.getValue();
                    if (chosen != null) {
                        model.merge(from, chosen, reason.getText());
                    }
                    return chosen != null;
                })
                .focusOn(into);
        overlay.show(box);
    }

    void delete(Role role) {
        overlay.dialogs()
                .because(
                        messages.text("delete.title", role.name()),
                        messages.text("delete.text"),
                        messages.text("delete"),
                        reason -> model.delete(role, reason));
    }

    void viewAs(Role role) {
        overlay.dialogs()
                .confirm(
                        messages.text("view.title", role.name()),
                        messages.text("view.text"),
                        messages.text("view.verb"),
                        () -> model.viewAs(role));
    }

    void conflict(@Nullable Conflict<Role> conflict) {
        if (conflict != null) {
            overlay.show(ConflictDialog.make(
                    conflict.theirs().name(),
                    conflict,
                    field -> messages.text("field." + field),
                    (field, value) -> value,
                    model.form().conflict()));
        }
    }

    /** Shows roles by name, and none as {@code nothing}. */
    static StringConverter<Role> names(String nothing) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Role role) {
                return role == null ? nothing : role.name();
            }

            @Override
            public @Nullable Role fromString(String text) {
                return null;
            }
        };
    }
}
