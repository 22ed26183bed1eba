package com.prosynchub.ui.assettypes;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.UnsavedGuard;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Asset types as a list, and the form of the chosen one with its icon. FX thread. */
final class AssetTypesView {

    private final SplitPane root;
    private final AssetTypesViewModel model;
    private final AssetTypeRights rights;
    private final OverlayHost overlay;
    private final Dialogs dialogs;
    private final Messages messages = Messages.of("assettypes");
    private final ListView<AssetType> list = new ListView<>();
    private final PageHeader header = new PageHeader("");
    private final Form form = new Form();
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
    private StackPane none;

    AssetTypesView(AssetTypesViewModel model, AssetTypeRights rights, UiScheduler ui, OverlayHost overlay) {
        this.model = model;
        this.rights = rights;
        this.overlay = overlay;
        dialogs = overlay.dialogs();
        root = FxmlLoader.load(this, messages);
        buildList(ui);
        buildForm(ui);
        model.form().shownProperty().subscribe(this::show);
        model.form().invalidProperty().subscribe(this::showInvalid);
        model.form().conflict().property().subscribe(this::showConflict);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e) && rights.update()) {
                model.form().save();
                e.consume();
            } else if (Shortcut.NEW.match(e) && rights.create()) {
                leave(model::begin);
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    private void buildList(UiScheduler ui) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getChildren().add(gap);
        if (rights.create()) {
            tools.getChildren()
                    .add(Buttons.secondary(messages.text("new"), CarbonIcons.ADD, () -> leave(model::begin)));
        }
        list.setItems(model.types());
        list.setId("type-list");
        list.setCellFactory(view -> new TypeCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!syncing && now != null) {
                leave(() -> model.form().choose(now));
            }
        });
        StatePane side = new StatePane(ui);
        side.setContent(list);
        side.setEmpty(
                CarbonIcons.CATEGORIES,
                messages.text("empty"),
                messages.text("empty.text"),
                rights.create() ? messages.text("new") : null,
                model::begin);
        side.setOnRetry(model::load);
        side.stateProperty().bind(model.stateProperty());
        listBox.getChildren().add(side);
    }

    private void buildForm(UiScheduler ui) {
        headerBox.getChildren().add(header);
        TextField name = new TextField();
        name.setEditable(rights.update());
        name.textProperty().bindBidirectional(model.name);
        form.add("name", messages.text("field.name"), name);
        TextArea description = new TextArea();
        description.setPrefRowCount(3);
        description.setWrapText(true);
        description.setEditable(rights.update());
        description.textProperty().bindBidirectional(model.description);
        form.add("description", messages.text("field.description"), description);
        form.add("icon", messages.text("field.icon"), new IconPicker(model.icon, rights.update()));
        form.required("name");
        StackPane padded = new StackPane(form);
        padded.getStyleClass().add("psh-editor-form");
        scroll.setContent(padded);
        if (rights.delete()) {
            Button delete = Buttons.icon(CarbonIcons.TRASH_CAN, messages.text("delete"), this::delete);
            delete.visibleProperty()
                    .bind(model.form()
                            .shownProperty()
                            .map(type -> type.id() != 0)
                            .orElse(false));
            header.actions().add(delete);
        }
        if (rights.update()) {
            Button undo = Buttons.secondary(messages.text("discard"), model.form()::discard);
            undo.disableProperty().bind(model.form().dirtyProperty().not());
            Button save = Buttons.primary(messages.text("save"), model.form()::save);
            save.setId("type-save");
            save.disableProperty().bind(model.form().dirtyProperty().not());
            header.actions().addAll(undo, save);
        }
        StatePane nothing = new StatePane(ui);
        nothing.setEmpty(CarbonIcons.CATEGORIES, messages.text("none"), messages.text("none.text"), null, () -> {});
        nothing.stateProperty().set(ScreenState.empty());
        none.getChildren().add(nothing);
    }

    private void showConflict(@Nullable Conflict<AssetType> conflict) {
        if (conflict != null) {
            overlay.show(ConflictDialog.make(
                    conflict.theirs().name(),
                    conflict,
                    field -> messages.text("field." + field),
                    (field, value) -> value,
                    model.form().conflict()));
        }
    }

    private void leave(Runnable proceed) {
        UnsavedGuard.leave(model.form(), dialogs, proceed, this::select);
    }

    private void delete() {
        AssetType type = model.form().shownProperty().get();
        if (type != null && type.id() != 0) {
            dialogs.because(
                    messages.text("delete.title", type.name()),
                    messages.text("delete.text", type.name()),
                    messages.text("delete"),
                    reason -> model.delete(type, reason));
        }
    }

    private void select() {
        AssetType type = model.form().shownProperty().get();
        syncing = true;
        list.getSelectionModel().clearSelection();
        for (int i = 0; type != null && i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id() == type.id()) {
                list.getSelectionModel().select(i);
            }
        }
        syncing = false;
    }

    private void show(@Nullable AssetType type) {
        page.setVisible(type != null);
        none.setVisible(type == null);
        if (type != null) {
            header.setTitle(type.id() == 0 ? messages.text("new.title") : type.name());
            select();
            if (type.id() == 0) {
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

    private static final class TypeCell extends ListCell<AssetType> {
        @Override
        protected void updateItem(@Nullable AssetType type, boolean empty) {
            super.updateItem(type, empty);
            boolean nothing = type == null || empty;
            setText(nothing || type == null ? null : type.name());
            setGraphic(nothing || type == null ? null : Icons.of(Icons.named(type.icon(), CarbonIcons.ASSET)));
            setGraphicTextGap(8);
        }
    }
}
