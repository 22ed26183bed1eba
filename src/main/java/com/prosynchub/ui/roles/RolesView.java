package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.UnsavedGuard;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Roles with their people at the left; name, effect and matrix of the chosen one at the right. FX thread. */
final class RolesView {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final SplitPane root;
    private final RolesViewModel model;
    private final RoleRights rights;
    private final Workbench bench;
    private final RoleDialogs dialogs;
    private final Messages messages = Messages.of("roles");
    private final ListView<RoleLine> list = new ListView<>();
    private final PageHeader header = new PageHeader("");
    private final Form form = new Form(2);
    private final Label effect = new Label();
    private final List<Button> ofOthers = new ArrayList<>();
    private final List<Button> ofStored = new ArrayList<>();
    private boolean syncing;

    @FXML
    private HBox tools;

    @FXML
    private StackPane listBox;

    @FXML
    private VBox page;

    @FXML
    private StackPane headerBox;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label told;

    @FXML
    private StackPane none;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    RolesView(RolesViewModel model, RoleRights rights, Workbench bench) {
        this.model = model;
        this.rights = rights;
        this.bench = bench;
        dialogs = new RoleDialogs(bench.overlay(), model);
        root = FxmlLoader.load(this, messages);
        buildList();
        buildHeader();
        buildPage();
        model.form().shownProperty().subscribe(this::show);
        model.form().invalidProperty().subscribe(this::showInvalid);
        model.form().conflict().property().subscribe(dialogs::conflict);
        model.stateProperty().subscribe(now -> {
            if (root.isFocused()) {
                list.requestFocus();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (SAVE.match(e) && rights.update()) {
                dialogs.save();
                e.consume();
            } else if (NEW.match(e) && rights.create()) {
                leave(model::begin);
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    /** The list is not there to be focused while it loads; it takes over when it is. */
    void focus() {
        if (model.stateProperty().get() instanceof ScreenState.Ready) {
            list.requestFocus();
        } else {
            root.requestFocus();
        }
    }

    private void buildList() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getChildren().add(gap);
        if (rights.create()) {
            Button add = Buttons.secondary(messages.text("new"), CarbonIcons.ADD, () -> leave(model::begin));
            add.setId("role-new");
            tools.getChildren().add(add);
        }
        list.setItems(model.lines());
        list.setId("role-list");
        list.setCellFactory(view -> new RoleCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            Role open = model.form().shownProperty().get();
            if (!syncing
                    && now != null
                    && (open == null || open.id() != now.role().id())) {
                leave(() -> model.form().choose(now.role()));
            }
        });
        model.lines().subscribe(this::select);
        StatePane side = new StatePane(bench.tasks().ui());
        side.setContent(list);
        side.setOnRetry(model::load);
        side.stateProperty().bind(model.stateProperty());
        listBox.getChildren().add(side);
    }

    private void buildHeader() {
        headerBox.getChildren().add(header);
        if (rights.look()) {
            ofOthers.add(action("role-view", "view", dialogs::viewAs));
        }
        if (rights.create()) {
            ofStored.add(action("role-copy", "copy", role -> leave(() -> model.copy(role))));
        }
        if (rights.merge()) {
            ofOthers.add(action("role-merge-open", "merge", dialogs::merge));
        }
        if (rights.delete()) {
            Button delete = Buttons.icon(CarbonIcons.TRASH_CAN, messages.text("delete"), () -> chosen(dialogs::delete));
            delete.setId("role-delete");
            ofOthers.add(delete);
            header.actions().add(delete);
        }
        if (rights.update()) {
            Button undo = Buttons.secondary(messages.text("discard"), model.form()::discard);
            undo.disableProperty().bind(model.form().dirtyProperty().not());
            Button save = Buttons.primary(messages.text("save"), dialogs::save);
            save.setId("role-save");
            save.disableProperty().bind(model.form().dirtyProperty().not());
            header.actions().addAll(undo, save);
        }
    }

    private void buildPage() {
        form.add("name", messages.text("field.name"), field("role-name", model.name));
        form.add("description", messages.text("field.description"), field("role-description", model.description));
        form.required("name");
        effect.setId("role-effect");
        effect.setWrapText(true);
        effect.getStyleClass().add(Styles.STRONG);
        model.effectProperty().subscribe(now -> {
            effect.setText(now.sentence(messages));
            effect.setVisible(!now.isNothing());
            effect.setManaged(!now.isNothing());
        });
        VBox all = new VBox(form, effect, comparison(), new RoleMatrix(model, told, rights.update()));
        all.getStyleClass().addAll("psh-editor-form", Styles.GAP_12);
        scroll.setContent(all);
        StatePane nothing = new StatePane(bench.tasks().ui());
        nothing.setEmpty(CarbonIcons.USER_ROLE, messages.text("none"), messages.text("none.text"), null, () -> {});
        nothing.stateProperty().set(ScreenState.empty());
        none.getChildren().add(nothing);
    }

    private Node comparison() {
        ComboBox<@Nullable Role> other = new ComboBox<>();
        other.setId("role-compare");
        other.setConverter(RoleDialogs.names(messages.text("compare.none")));
        model.lines().subscribe(() -> {
            Role before = other.getValue();
            List<@Nullable Role> offered = new ArrayList<>();
            offered.add(null);
            model.lines().forEach(line -> offered.add(line.role()));
            other.getItems().setAll(offered);
            other.setValue(model.lines().stream()
                    .map(RoleLine::role)
                    .filter(role -> before != null && role.id() == before.id())
                    .findFirst()
                    .orElse(null));
        });
        other.valueProperty().subscribe(model.compared::set);
        Label said = new Label();
        said.setId("role-compare-said");
        said.getStyleClass().add(Styles.MUTED);
        Runnable say = () -> said.setText(differences());
        model.compared.subscribe(say);
        model.held.subscribe(say);
        Label label = new Label(messages.text("compare"));
        label.setLabelFor(other);
        HBox row = new HBox(label, other, said);
        row.getStyleClass().addAll(Styles.GAP_8, "psh-row");
        return row;
    }

    private String differences() {
        Role other = model.compared.get();
        if (other == null) {
            return "";
        }
        long here = count(1);
        long there = count(-1);
        return here + there == 0
                ? messages.text("compare.same", other.name())
                : messages.text("compare.said", here, there, other.name());
    }

    private long count(int difference) {
        return model.wordsProperty().get().stream()
                .filter(word -> model.difference(word.permission()) == difference)
                .count();
    }

    private TextField field(String id, javafx.beans.property.StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setEditable(rights.update());
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Button action(String id, String key, Consumer<Role> act) {
        Button button = Buttons.secondary(messages.text(key), () -> chosen(act));
        button.setId(id);
        header.actions().add(button);
        return button;
    }

    private void chosen(Consumer<Role> act) {
        Role role = model.form().shownProperty().get();
        if (role != null && role.id() != 0) {
            act.accept(role);
        }
    }

    private void leave(Runnable proceed) {
        UnsavedGuard.leave(model.form(), bench.dialogs(), proceed, this::select);
    }

    private void select() {
        Role role = model.form().shownProperty().get();
        syncing = true;
        list.getSelectionModel().clearSelection();
        for (int i = 0; role != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).role().id() == role.id()) {
                list.getSelectionModel().select(i);
            }
        }
        syncing = false;
    }

    private void show(@Nullable Role role) {
        page.setVisible(role != null);
        none.setVisible(role == null);
        if (role != null) {
            boolean own = role.id() != 0 && model.isOwn(role);
            header.setTitle(role.id() == 0 ? messages.text("new.title") : role.name());
            header.setSubtitle(own ? messages.text("own") : "");
            ofStored.forEach(button -> button.setDisable(role.id() == 0));
            ofOthers.forEach(button -> button.setDisable(role.id() == 0 || own));
            select();
            if (role.id() == 0) {
                form.field("name").input().requestFocus();
            }
        }
    }

    private void showInvalid(Failure.@Nullable Invalid invalid) {
        if (invalid == null) {
            form.clear();
        } else {
            form.show(invalid);
        }
    }

    /** A role and how many people hold it. Its nodes are made once: a list may ask for the same row again while it lays out. */
    private final class RoleCell extends ListCell<RoleLine> {
        private final Label name = new Label("", Icons.of(CarbonIcons.USER_ROLE));
        private final Label people = new Label();
        private final HBox row;

        RoleCell() {
            name.setGraphicTextGap(8);
            people.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            people.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(name, gap, people);
            row.getStyleClass().addAll("psh-row", Styles.GAP_8);
        }

        @Override
        protected void updateItem(@Nullable RoleLine line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            name.setText(line.role().name());
            people.setText(messages.text("people", line.people()));
            setGraphic(row);
        }
    }
}
