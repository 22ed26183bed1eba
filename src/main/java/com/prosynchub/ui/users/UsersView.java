package com.prosynchub.ui.users;

import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Chosen;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Accounts as a table with its filters, and what can be done with the chosen one. FX thread. */
final class UsersView {

    private final Region root;
    private final UsersViewModel model;
    private final Workbench bench;
    private final UserDialogs dialogs;
    private final boolean mayCreate;
    private final boolean mayUpdate;
    private final Messages messages = Messages.of("users");
    private final TableView<AccountLine> table = new TableView<>();
    private final SearchField search;

    @FXML
    private StackPane headerBox;

    @FXML
    private HBox filters;

    @FXML
    private HBox actions;

    @FXML
    private StackPane tableBox;

    @FXML
    private HBox foot;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    UsersView(
            UsersViewModel model,
            UserImportViewModel imports,
            Workbench bench,
            boolean mayCreate,
            boolean mayUpdate,
            Callable<List<String>> departments) {
        this.model = model;
        this.bench = bench;
        this.mayCreate = mayCreate;
        this.mayUpdate = mayUpdate;
        dialogs = new UserDialogs(bench, model, mayUpdate, departments);
        search = new SearchField(bench.tasks().ui(), model::search);
        root = FxmlLoader.load(this, messages);
        PageHeader header = new PageHeader(messages.text("title"));
        headerBox.getChildren().add(header);
        Button failures = Buttons.secondary(messages.text("failures"), this::failures);
        failures.setId("user-failures-open");
        header.actions().add(failures);
        if (mayCreate) {
            Button add = Buttons.primary(messages.text("add"), this::add);
            add.setId("user-add");
            Button list =
                    Buttons.secondary(messages.text("import"), () -> new UserImportDialogs(bench, imports).file());
            list.setId("user-import");
            header.actions().addAll(list, add);
        }
        buildFilters();
        buildTable();
        buildActions(mayUpdate);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.NEW.match(e) && mayCreate) {
                add();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && table.isFocused() && mayUpdate) {
                chosen(this::edit);
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    /** The table is not there to be focused while it loads, and typing a name is what most people come for. */
    void focus() {
        search.requestFocus();
    }

    /** Brings back what was typed when the screen went away. */
    void restore() {
        if (mayCreate) {
            dialogs.restore(true);
        }
        if (mayUpdate) {
            dialogs.restore(false);
        }
    }

    private void buildFilters() {
        search.setId("user-search");
        search.bindFocusKey(root);
        ComboBox<String> state = new ComboBox<>();
        state.setId("user-state");
        state.getItems()
                .setAll(messages.text("state.all"), messages.text("state.active"), messages.text("state.inactive"));
        state.getSelectionModel().selectFirst();
        state.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> {
            model.filterActive(now.intValue() == 0 ? null : now.intValue() == 1);
        });
        ComboBox<@Nullable Role> role = new ComboBox<>();
        role.setId("user-role-filter");
        role.setConverter(UserDialogs.names(messages.text("role.all")));
        model.roles().subscribe(() -> {
            List<@Nullable Role> offered = new ArrayList<>();
            offered.add(null);
            offered.addAll(model.roles());
            role.getItems().setAll(offered);
        });
        role.valueProperty().subscribe((before, now) -> model.filterRole(now));
        filters.getChildren().addAll(search, state, role);
    }

    private void buildTable() {
        table.setId("user-table");
        Chosen.show(table, model.lines(), line -> line.account().id());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(Columns.text(messages.text("name"), line -> line.account().displayName()));
        table.getColumns().add(Columns.text(messages.text("username"), line -> line.account()
                .username()));
        table.getColumns()
                .add(Columns.text(
                        messages.text("role"),
                        line -> Words.role(model.roleName(line.account().roleId()))));
        table.getColumns().add(Columns.text(messages.text("department"), line -> line.account()
                .department()));
        table.getColumns()
                .add(Columns.text(
                        messages.text("state"),
                        line -> messages.text(line.account().active() ? "state.active" : "state.inactive")));
        table.getColumns()
                .add(Columns.instant(
                        messages.text("lastLogin"), line -> line.account().lastLogin(), bench.formats()));
        table.getColumns().add(Columns.text(messages.text("tries"), this::tries));
        table.getColumns().forEach(column -> column.setSortable(false));
        Columns.placeholder(table, messages.text("none"));
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(table);
        states.setOnRetry(model::load);
        states.stateProperty().bind(model.stateProperty());
        tableBox.getChildren().add(states);
        Button more = Buttons.secondary(messages.text("more"), model::loadMore);
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(model.moreProperty());
        foot.getChildren().add(more);
    }

    private String tries(AccountLine line) {
        String count = line.failedTries() == 0 ? "" : bench.formats().number(line.failedTries());
        return line.lockedUntil() == null
                ? count
                : messages.text("locked", count, bench.formats().time(line.lockedUntil()));
    }

    private void buildActions(boolean mayUpdate) {
        action("user-activity", "activity", line -> true, line -> bench.navigation()
                .open("activity", "PERSON/" + line.account().id()));
        action(
                "user-sessions-open",
                "sessions",
                line -> true,
                line -> model.sessions(line.account(), sessions -> dialogs.sessions(line.account(), sessions)));
        if (mayUpdate) {
            action("user-edit", "edit", line -> true, this::edit);
            action("user-reset", "reset", line -> true, this::reset);
            action("user-two-factor", "twoFactor", line -> true, this::resetTwoFactor);
            action("user-unlock", "unlock", line -> line.lockedUntil() != null, line -> model.unlock(line.account()));
            action("user-deactivate", "deactivate", line -> line.account().active(), this::deactivate);
            action(
                    "user-reactivate",
                    "reactivate",
                    line -> !line.account().active(),
                    line -> model.setActive(line.account(), true, ""));
        }
    }

    /** A button that is there for whoever may, and enabled while a row is chosen to which it applies. */
    private void action(String id, String key, Predicate<AccountLine> applies, Consumer<AccountLine> act) {
        Button button = Buttons.secondary(messages.text(key), () -> chosen(act));
        button.setId(id);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            AccountLine line = table.getSelectionModel().getSelectedItem();
                            return line == null || !applies.test(line);
                        },
                        table.getSelectionModel().selectedItemProperty()));
        actions.getChildren().add(button);
    }

    private void chosen(Consumer<AccountLine> act) {
        AccountLine line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            act.accept(line);
        }
    }

    private void failures() {
        AccountLine line = table.getSelectionModel().getSelectedItem();
        dialogs.failures(line == null ? null : line.account(), model.failures());
    }

    private void add() {
        dialogs.edit(model.editor(null));
    }

    private void edit(AccountLine line) {
        dialogs.edit(model.editor(line.account()));
    }

    private void reset(AccountLine line) {
        UserAccount account = line.account();
        bench.dialogs()
                .danger(
                        messages.text("reset.title", account.username()),
                        messages.text("reset.text"),
                        messages.text("reset"),
                        () -> model.resetPassword(account, dialogs::once));
    }

    private void resetTwoFactor(AccountLine line) {
        UserAccount account = line.account();
        bench.dialogs()
                .danger(
                        messages.text("twoFactor.title", account.username()),
                        messages.text("twoFactor.text"),
                        messages.text("twoFactor"),
                        () -> model.resetTwoFactor(account));
    }

    private void deactivate(AccountLine line) {
        UserAccount account = line.account();
        bench.dialogs()
                .because(
                        messages.text("deactivate.title", account.username()),
                        messages.text("deactivate.text", line.liveSessions()),
                        messages.text("deactivate"),
                        reason -> model.setActive(account, false, reason));
    }
}
