package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.StatePane;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * The tree with its search. Selection belongs to the model and is put back whenever rows come and go, so that neither a
 * refresh nor a search loses it. FX thread.
 */
final class AssetTreeView {
    private final VBox root;
    private final AssetTreeViewModel model;
    private final Messages messages = Messages.of("assets");
    private final TreeView<AssetTreeRow> tree = new TreeView<>();
    private final StatePane states;
    private final SearchField search;
    private boolean syncing;
    private @Nullable AssetTreeItem whole;

    @FXML
    private HBox tools;

    @FXML
    private StackPane body;

    @FXML
    private Label foot;

    AssetTreeView(AssetTreeViewModel model, UiScheduler ui, Supplier<References> references, AssetTreeMenu menu) {
        this.model = model;
        root = FxmlLoader.load(this, messages);
        search = new SearchField(ui, model::search);
        search.setPromptText(messages.text("tree.search"));
        search.setId("asset-search");
        HBox.setHgrow(search, Priority.ALWAYS);
        tools.getChildren().add(search);
        if (menu.mayCreate()) {
            tools.getChildren()
                    .add(Buttons.icon(CarbonIcons.ADD, messages.text("new.tip"), () -> menu.create(selectedNode())));
        }
        tree.setShowRoot(false);
        tree.setId("asset-tree");
        tree.setCellFactory(view -> {
            AssetTreeCell cell = new AssetTreeCell(model, references);
            menu.attach(cell);
            return cell;
        });
        tree.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                activate();
            } else if (e.getCode() == KeyCode.DELETE) {
                menu.delete(selectedNode());
            }
        });
        menu.attach(tree, foot::setText);
        states = new StatePane(ui);
        states.setContent(tree);
        states.setOnRetry(model::load);
        states.stateProperty().bind(model.stateProperty());
        body.getChildren().add(states);
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                if (tree.getSelectionModel().isEmpty()) {
                    tree.getSelectionModel().selectFirst();
                }
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                model.chooseBestHit(search.getText());
                e.consume();
            }
        });
        model.hitCountProperty().subscribe(count -> {
            foot.setText(count == null ? "" : hits(count));
            describeEmpty(menu, count != null);
        });
        model.shownRootProperty().subscribe(this::showRoot);
        model.selectedProperty().addListener((o, old, now) -> select(now));
        tree.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> picked(now));
    }

    VBox root() {
        return root;
    }

    SearchField search() {
        return search;
    }

    /** The tree, or the search while there is no tree to be seen. */
    void focus() {
        (tree.isVisible() ? tree : search).requestFocus();
    }

    /** Draws the cells anew, for names and icons that came later. */
    void redraw() {
        tree.refresh();
    }

    @Nullable
    AssetNode selectedNode() {
        TreeItem<AssetTreeRow> item = tree.getSelectionModel().getSelectedItem();
        AssetTreeRow row = item == null ? null : item.getValue();
        return row == null ? null : row.node();
    }

    private String hits(int count) {
        return count >= AssetTreeViewModel.MAX_HITS
                ? messages.text("tree.hits.cut", count)
                : messages.text("tree.hits", count);
    }

    private void describeEmpty(AssetTreeMenu menu, boolean searching) {
        if (searching) {
            states.setEmpty(
                    CarbonIcons.SEARCH,
                    messages.text("tree.nothing"),
                    messages.text("tree.nothing.text"),
                    messages.text("tree.nothing.clear"),
                    search::clear);
        } else {
            states.setEmpty(
                    CarbonIcons.TREE_VIEW_ALT,
                    messages.text("tree.empty"),
                    messages.text("tree.empty.text"),
                    menu.mayCreate() ? messages.text("new.verb") : null,
                    () -> menu.create(null));
        }
    }

    private void showRoot(AssetTreeRow shown) {
        syncing = true;
        tree.setRoot(items(shown));
        syncing = false;
        select(model.selectedProperty().get());
    }

    /** The items of the whole tree are made once: its rows outlive every search, and so would the listeners of each copy. */
    private AssetTreeItem items(AssetTreeRow shown) {
        AssetTreeItem kept = whole;
        if (kept != null && kept.getValue() == shown) {
            return kept;
        }
        AssetTreeItem made = new AssetTreeItem(shown, model::open);
        made.addEventHandler(
                TreeItem.<AssetTreeRow>expandedItemCountChangeEvent(),
                e -> select(model.selectedProperty().get()));
        if (kept == null) {
            whole = made;
        }
        return made;
    }

    private void picked(@Nullable TreeItem<AssetTreeRow> item) {
        AssetTreeRow row = item == null ? null : item.getValue();
        // Rows that vanish take their selection along; the model's stays, so that it can be put back.
        boolean chosen = !syncing && !(tree.getRoot() instanceof AssetTreeItem top && top.isMirroring());
        if (chosen && row != null && row.isAsset()) {
            model.selectedProperty().set(row.id());
        }
    }

    private void select(@Nullable UUID id) {
        if (syncing || !(tree.getRoot() instanceof AssetTreeItem top)) {
            return;
        }
        AssetTreeRow row = id == null ? null : model.row(id);
        AssetTreeItem item = row == null ? null : top.of(row);
        if (item == null || item == tree.getSelectionModel().getSelectedItem()) {
            return;
        }
        int index = tree.getRow(item);
        if (index >= 0) {
            syncing = true;
            tree.getSelectionModel().clearAndSelect(index);
            syncing = false;
            tree.scrollTo(Math.max(0, index - 4));
        }
    }

    private void activate() {
        TreeItem<AssetTreeRow> item = tree.getSelectionModel().getSelectedItem();
        AssetTreeRow row = item == null ? null : item.getValue();
        if (row != null && !row.isAsset()) {
            model.more(row);
        } else if (item != null && !item.isLeaf()) {
            item.setExpanded(!item.isExpanded());
        }
    }
}
