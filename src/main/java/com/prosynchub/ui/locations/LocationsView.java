package com.prosynchub.ui.locations;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.location.Location;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.RowDrag;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.UnsavedGuard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Places as a tree with their assets counted, and the form of the chosen one. FX thread. */
final class LocationsView {

    private final SplitPane root;
    private final LocationsViewModel model;
    private final LocationRights rights;
    private final OverlayHost overlay;
    private final Dialogs dialogs;
    private final RowDrag<Integer> drag;
    private final ChoiceField<Integer> parent;
    private final Messages messages = Messages.of("locations");
    private final TreeView<LocationRow> tree = new TreeView<>();
    private final PageHeader header = new PageHeader("");
    private final StatePane side;
    private final Form form = new Form(2);
    private final Set<Integer> shut = new HashSet<>();
    private boolean syncing;

    @FXML
    private HBox tools;

    @FXML
    private StackPane treeBox;

    @FXML
    private Label foot;

    @FXML
    private VBox page;

    @FXML
    private StackPane headerBox;

    @FXML
    private ScrollPane scroll;

    @FXML
    private StackPane none;

    @FXML
    private VBox historyBox;

    LocationsView(LocationsViewModel model, LocationRights rights, UiScheduler ui, OverlayHost overlay, Node history) {
        this.model = model;
        this.rights = rights;
        this.overlay = overlay;
        dialogs = overlay.dialogs();
        drag = new RowDrag<>("location", new LocationDropping(model));
        parent = new ChoiceField<>(messages.text("parent.none"), this::way);
        root = FxmlLoader.load(this, messages);
        side = new StatePane(ui);
        buildTree();
        buildForm(ui);
        Label title = new Label(messages.text("history"));
        title.getStyleClass().add(Styles.HEADING);
        VBox.setVgrow(history, Priority.ALWAYS);
        historyBox.getChildren().addAll(title, history);
        model.rootsProperty().subscribe(this::showTree);
        model.form().shownProperty().subscribe(this::showPlace);
        model.form().invalidProperty().subscribe(this::showInvalid);
        model.form().conflict().property().subscribe(this::showConflict);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e) && rights.update()) {
                model.form().save();
                e.consume();
            } else if (Shortcut.NEW.match(e) && rights.create()) {
                leave(() -> model.begin(chosenId()));
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    void focus() {
        tree.requestFocus();
    }

    private void buildTree() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getChildren().add(gap);
        if (rights.create()) {
            tools.getChildren()
                    .add(Buttons.secondary(
                            messages.text("new"), CarbonIcons.ADD, () -> leave(() -> model.begin(chosenId()))));
        }
        tree.setShowRoot(false);
        tree.setId("location-tree");
        tree.setCellFactory(view -> {
            LocationCell cell = new LocationCell();
            if (rights.update()) {
                drag.attach(cell, () -> {
                    LocationRow row = cell.getItem();
                    return row == null ? null : row.location().id();
                });
            }
            return cell;
        });
        if (rights.update()) {
            drag.sayTo(foot::setText);
            drag.attachEmpty(tree);
        }
        tree.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!syncing && now != null) {
                leave(() -> model.form().choose(now.getValue().location()));
            }
        });
        side.setContent(tree);
        side.setEmpty(
                CarbonIcons.LOCATION,
                messages.text("empty"),
                messages.text("empty.text"),
                rights.create() ? messages.text("new") : null,
                () -> model.begin(null));
        side.setOnRetry(model::load);
        side.stateProperty().bind(model.stateProperty());
        treeBox.getChildren().add(side);
    }

    private void buildForm(UiScheduler ui) {
        headerBox.getChildren().add(header);
        for (String field : LocationDraft.TEXTS) {
            String label = messages.text("field." + field);
            if (field.equals("description") || field.equals("address")) {
                TextArea area = new TextArea();
                area.setPrefRowCount(2);
                area.setWrapText(true);
                area.setEditable(rights.update());
                area.textProperty().bindBidirectional(model.draft().text(field));
                form.addWide(field, label, area);
            } else {
                TextField input = new TextField();
                input.setEditable(rights.update());
                input.textProperty().bindBidirectional(model.draft().text(field));
                if (field.equals("name")) {
                    form.addWide(field, label, input);
                    addParent();
                } else {
                    form.add(field, label, input);
                }
            }
        }
        form.required("name");
        form.field("latitude").setHint(messages.text("hint.latitude"));
        form.field("longitude").setHint(messages.text("hint.longitude"));
        StackPane padded = new StackPane(form);
        padded.getStyleClass().add("psh-editor-form");
        scroll.setContent(padded);
        if (rights.delete()) {
            Button delete = Buttons.icon(CarbonIcons.TRASH_CAN, messages.text("delete"), this::delete);
            delete.visibleProperty()
                    .bind(model.form()
                            .shownProperty()
                            .map(place -> place.id() != 0)
                            .orElse(false));
            header.actions().add(delete);
        }
        if (rights.update()) {
            Button undo = Buttons.secondary(messages.text("discard"), model.form()::discard);
            undo.disableProperty().bind(model.form().dirtyProperty().not());
            Button save = Buttons.primary(messages.text("save"), model.form()::save);
            save.setId("location-save");
            save.disableProperty().bind(model.form().dirtyProperty().not());
            header.actions().addAll(undo, save);
        }
        StatePane nothing = new StatePane(ui);
        none.getChildren().add(nothing);
        nothing.setEmpty(CarbonIcons.LOCATION, messages.text("none"), messages.text("none.text"), null, () -> {});
        nothing.stateProperty().set(ScreenState.empty());
    }

    private void addParent() {
        parent.setId("location-parent");
        parent.setDisable(!rights.update());
        parent.valueProperty().bindBidirectional(model.draft().parent);
        form.addWide("parentLocationId", messages.text("field.parentLocationId"), parent)
                .setHint(messages.text("hint.parent"));
    }

    private String way(int id) {
        return model.parents().getOrDefault(id, model.nameOf(id));
    }

    private void showConflict(@Nullable Conflict<Location> conflict) {
        if (conflict != null) {
            overlay.show(ConflictDialog.make(
                    conflict.theirs().name(),
                    conflict,
                    field -> messages.text("field." + field),
                    (field, value) -> field.equals("parentLocationId") ? way(Integer.parseInt(value)) : value,
                    model.form().conflict()));
        }
    }

    /** Chooses a place that was asked for from elsewhere, once what is typed is safe. */
    void choose(Location place) {
        leave(() -> model.form().choose(place));
    }

    private void leave(Runnable proceed) {
        UnsavedGuard.leave(model.form(), dialogs, proceed, this::select);
    }

    private void delete() {
        Location place = model.form().shownProperty().get();
        if (place != null && place.id() != 0) {
            dialogs.because(
                    messages.text("delete.title", place.name()),
                    messages.text("delete.text", place.name()),
                    messages.text("delete"),
                    reason -> model.delete(place, reason));
        }
    }

    private @Nullable Integer chosenId() {
        TreeItem<LocationRow> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().location().id();
    }

    private void showTree(List<LocationRow> roots) {
        syncing = true;
        TreeItem<LocationRow> top = new TreeItem<>();
        roots.forEach(row -> top.getChildren().add(item(row)));
        tree.setRoot(top);
        syncing = false;
        select();
        parent.setChoices(List.copyOf(model.parents().keySet()));
    }

    private TreeItem<LocationRow> item(LocationRow row) {
        TreeItem<LocationRow> item = new TreeItem<>(row);
        row.children().forEach(child -> item.getChildren().add(item(child)));
        int id = row.location().id();
        item.setExpanded(!shut.contains(id));
        item.expandedProperty().addListener((o, before, now) -> {
            if (now) {
                shut.remove(id);
            } else {
                shut.add(id);
            }
        });
        return item;
    }

    private void select() {
        Location place = model.form().shownProperty().get();
        syncing = true;
        tree.getSelectionModel().clearSelection();
        if (place != null && tree.getRoot() != null) {
            find(tree.getRoot(), place.id());
        }
        syncing = false;
    }

    private void find(TreeItem<LocationRow> from, int id) {
        for (TreeItem<LocationRow> child : from.getChildren()) {
            if (child.getValue().location().id() == id) {
                tree.getSelectionModel().select(child);
                return;
            }
            find(child, id);
        }
    }

    private void showPlace(@Nullable Location place) {
        page.setVisible(place != null);
        none.setVisible(place == null);
        if (place != null) {
            parent.setChoices(List.copyOf(model.parents().keySet()));
            boolean fresh = place.id() == 0;
            historyBox.setVisible(!fresh);
            historyBox.setManaged(!fresh);
            header.setTitle(fresh ? messages.text("new.title") : place.name());
            select();
            if (fresh) {
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
}
