package com.prosynchub.ui.users;

import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.WordField;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.picture.PictureBox;
import com.prosynchub.ui.kit.picture.Pictures;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.TypedForm;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The dialogs of the users screen. FX thread. */
final class UserDialogs {
    private static final double SESSIONS_HEIGHT = 220;
    private static final double FAILURES_HEIGHT = 340;
    private static final double PICTURE = 72;

    private final Workbench bench;
    private final UsersViewModel users;
    private final boolean mayUpdate;
    private final Callable<List<String>> departments;
    private final Pictures pictures;
    private final Messages messages = Messages.of("users");

    /** @param departments reads the words the site agreed on; called on a worker */
    UserDialogs(Workbench bench, UsersViewModel users, boolean mayUpdate, Callable<List<String>> departments) {
        this.departments = departments;
        this.bench = bench;
        this.users = users;
        this.mayUpdate = mayUpdate;
        pictures = new Pictures(bench.tasks());
    }

    void edit(UserEditorViewModel model) {
        Form form = new Form(2);
        TextField username = input("user-username", model.username);
        form.add("username", messages.text("username"), username);
        form.add("email", messages.text("email"), input("user-email", model.email));
        form.add("firstName", messages.text("firstName"), input("user-first-name", model.firstName));
        form.add("lastName", messages.text("lastName"), input("user-last-name", model.lastName));
        ComboBox<Role> role = new ComboBox<>(users.roles());
        role.setId("user-role");
        role.setConverter(names(""));
        model.offer(users.roles());
        role.valueProperty().bindBidirectional(model.role);
        form.add("roleId", messages.text("role"), role);
        WordField department = new WordField("user-department", model.department);
        bench.tasks()
                .run(departments)
                .onSuccess(department::offer)
                .onFailure(failure -> {})
                .start();
        form.add("department", messages.text("department"), department);
        form.add("phoneNumber", messages.text("phone"), input("user-phone", model.phoneNumber));
        TextField address = input("user-picture", model.profileImageUrl);
        form.add("profileImageUrl", messages.text("picture"), address);
        PictureBox picture = new PictureBox(pictures, CarbonIcons.USER_AVATAR, PICTURE, PICTURE);
        picture.setId("user-picture-box");
        picture.show(address.getText());
        // Not with every key: half an address is somebody else's.
        address.focusedProperty().subscribe(typing -> {
            if (!typing) {
                picture.show(address.getText());
            }
        });
        PlacesViewModel places = model.places();
        if (places != null) {
            form.addWide("places", messages.text("places"), new PlacesField(places));
        }
        form.required("username", "email", "roleId");
        DialogBox box = new DialogBox(
                        model.isNew() ? messages.text("add") : messages.text("edit.title", model.username.get()))
                .wide();
        box.setId("user-dialog");
        box.content(picture)
                .content(form)
                .content(problem(model.problemProperty()))
                .content(theirs(model, username))
                .cancel()
                .primary(messages.text(model.isNew() ? "add" : "save"), () -> {
                    model.save(password -> {
                        box.close();
                        if (password != null) {
                            once(model.username.get().strip(), password);
                        }
                    });
                    return false;
                })
                .focusOn(username)
                .keeping(() -> keep(model));
        model.invalidProperty().addListener((o, before, now) -> {
            if (now == null) {
                form.clear();
            } else {
                form.show(now);
            }
        });
        bench.overlay().show(box);
    }

    /** Beside saving again, which writes what was typed over what somebody else saved. */
    private Button theirs(UserEditorViewModel model, TextField first) {
        Button take = Buttons.secondary(messages.text("conflict.take"), () -> {
            model.takeTheirs();
            first.requestFocus();
        });
        take.setId("user-take-theirs");
        take.visibleProperty().bind(model.conflictingProperty());
        take.managedProperty().bind(take.visibleProperty());
        return take;
    }

    private boolean keep(UserEditorViewModel model) {
        boolean typed = model.isTyped();
        if (typed) {
            bench.drafts().keep(users.draftKey(model.isNew()), model.typed());
        }
        return typed;
    }

    /** Brings a form back that went away with its session or its screen. */
    void restore(boolean fresh) {
        bench.drafts().take(users.draftKey(fresh), TypedForm.class).ifPresent(typed -> {
            UserEditorViewModel model = users.editor(typed.record() instanceof UserAccount account ? account : null);
            edit(model);
            model.restore(typed);
            bench.notices().info(messages.text("draft.restored"));
        });
    }

    /** Shows a temporary password, which nobody can ask for again. */
    void once(String username, String password) {
        TextField shown = new TextField(password);
        shown.setId("user-password");
        shown.setEditable(false);
        shown.getStyleClass().add("psh-mono");
        DialogBox box = new DialogBox(messages.text("password.title", username));
        box.setId("user-password-dialog");
        box.text(messages.text("password.text"))
                .content(shown)
                .cancel(messages.text("password.done"), () -> {})
                .primary(messages.text("password.copy"), () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(password);
                    Clipboard.getSystemClipboard().setContent(content);
                    return false;
                });
        bench.overlay().show(box);
    }

    void sessions(UserAccount account, List<AccountSession> sessions) {
        TableView<AccountSession> table = new TableView<>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(SESSIONS_HEIGHT);
        table.getColumns().add(Columns.text(messages.text("session.workstation"), AccountSession::workstation));
        table.getColumns().add(Columns.text(messages.text("session.host"), AccountSession::host));
        table.getColumns().add(Columns.instant(messages.text("session.since"), AccountSession::since, bench.formats()));
        table.getColumns()
                .add(Columns.instant(messages.text("session.seen"), AccountSession::lastSeen, bench.formats()));
        table.getItems().setAll(sessions);
        Columns.placeholder(table, messages.text("session.none"));
        table.setId("user-session-table");
        DialogBox box = new DialogBox(messages.text("session.title", account.username())).wide();
        box.setId("user-sessions");
        box.content(table).cancel(messages.text("session.close"), () -> {});
        if (mayUpdate) {
            box.content(endOne(account, table));
        }
        if (mayUpdate && sessions.stream().anyMatch(session -> !session.own())) {
            box.dangerous(messages.text("session.end"), () -> {
                users.endSessions(account);
                return true;
            });
        }
        bench.overlay().show(box);
    }

    /** Ends the chosen session and shows the ones that are left. */
    private Button endOne(UserAccount account, TableView<AccountSession> table) {
        Button end = Buttons.secondary(messages.text("session.endOne"), () -> {
            AccountSession chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                users.endSession(account, chosen, table.getItems()::setAll);
            }
        });
        end.setId("user-session-end");
        end.disableProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(AccountSession::own)
                        .orElse(true));
        return end;
    }

    /** Refused tries to sign in, of everybody or of the chosen person. */
    void failures(@Nullable UserAccount chosen, FailedTriesViewModel model) {
        TableView<FailedTry> table = new TableView<>();
        table.setId("user-failures");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPrefHeight(FAILURES_HEIGHT);
        table.getColumns().add(Columns.instant(messages.text("failure.at"), FailedTry::at, bench.formats()));
        table.getColumns().add(Columns.text(messages.text("failure.who"), model::who));
        table.getColumns().add(Columns.text(messages.text("failure.how"), model::how));
        table.getColumns().add(Columns.text(messages.text("session.workstation"), FailedTry::workstation));
        table.getColumns().add(Columns.text(messages.text("session.host"), FailedTry::host));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setItems(model.tries());
        Columns.placeholder(table, messages.text("failure.none"));
        DialogBox box = new DialogBox(messages.text("failures")).wide();
        box.setId("user-failures-dialog");
        box.text(messages.text("failure.text"));
        if (chosen != null) {
            CheckBox only = new CheckBox(messages.text("failure.only", chosen.username()));
            only.setId("user-failures-only");
            only.selectedProperty().subscribe((before, now) -> model.show(now ? chosen.id() : null));
            box.content(only);
        }
        Button more = Buttons.secondary(messages.text("more"), model::more);
        more.visibleProperty().bind(model.hasMoreProperty());
        more.managedProperty().bind(more.visibleProperty());
        box.content(table).content(more).content(problem(model.problemProperty()));
        box.cancel(messages.text("session.close"), () -> {});
        bench.overlay().show(box);
        model.show(null);
    }

    /** Shows roles by name, and none as {@code nothing}. */
    static StringConverter<Role> names(String nothing) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Role role) {
                return role == null ? nothing : Words.role(role.name());
            }

            @Override
            public @Nullable Role fromString(String text) {
                return null;
            }
        };
    }

    /** A sentence that takes room only while something is wrong. */
    static Label problem(ReadOnlyStringProperty sentence) {
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("psh-danger-text");
        problem.textProperty().bind(sentence);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static TextField input(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }
}
