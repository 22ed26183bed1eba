package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** What can be done with a line of the tree: menu, and dragging below another with cycles refused on the way. FX thread. */
final class AssetTreeMenu {
    /** Carries the id of the asset that is dragged. */
    private static final DataFormat ASSET = format();

    private final AssetTreeViewModel model;
    private final AssetRights rights;
    private final AssetCommands commands;
    /** What is being dragged: rows are dragged within their own tree only, so nobody needs to ask the board. */
    private @Nullable UUID dragged;

    private final Messages messages = Messages.of("assets");

    AssetTreeMenu(AssetTreeViewModel model, AssetRights rights, AssetCommands commands) {
        this.model = model;
        this.rights = rights;
        this.commands = commands;
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType("application/x-prosynchub-asset");
        return known == null ? new DataFormat("application/x-prosynchub-asset") : known;
    }

    boolean mayCreate() {
        return rights.create();
    }

    void create(@Nullable AssetNode parent) {
        commands.create(parent);
    }

    void delete(@Nullable AssetNode node) {
        if (node != null && rights.delete()) {
            commands.delete(node);
        }
    }

    /** Gives a cell its menu and its part in dragging; {@code say} shows a sentence below the tree. */
    void attach(TreeCell<AssetTreeRow> cell, Consumer<String> say) {
        cell.setContextMenu(menu(cell));
        if (!rights.update()) {
            return;
        }
        cell.setOnDragDetected(e -> {
            AssetNode node = node(cell);
            if (node != null) {
                Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.put(ASSET, node.id());
                board.setContent(content);
                dragged = node.id();
                e.consume();
            }
        });
        cell.setOnDragDone(e -> dragged = null);
        cell.setOnDragOver(e -> {
            AssetNode moved = dragged();
            AssetNode target = node(cell);
            if (moved != null && target != null) {
                say.accept(offer(e, cell, moved, target));
                e.consume();
            }
        });
        cell.setOnDragExited(e -> {
            cell.getStyleClass().remove(Styles.DROP_TARGET);
            say.accept("");
        });
        cell.setOnDragDropped(e -> {
            AssetNode moved = dragged();
            AssetNode target = node(cell);
            if (moved != null && target != null && !model.wouldCycle(moved.id(), target.id())) {
                commands.move(moved, target);
                e.setDropCompleted(true);
            }
            e.consume();
        });
    }

    /** Dropping beside the rows makes an asset a root. */
    void attachEmpty(TreeView<AssetTreeRow> tree) {
        if (!rights.update()) {
            return;
        }
        tree.setOnDragOver(e -> {
            if (dragged() != null) {
                e.acceptTransferModes(TransferMode.MOVE);
            }
        });
        tree.setOnDragDropped(e -> {
            AssetNode moved = dragged();
            if (moved != null) {
                commands.move(moved, null);
            }
            e.setDropCompleted(moved != null);
        });
    }

    /** Takes or refuses a drop here, and says which. */
    String offer(DragEvent event, TreeCell<AssetTreeRow> cell, AssetNode moved, AssetNode target) {
        String words = sentence(moved, target);
        if (!model.wouldCycle(moved.id(), target.id())) {
            event.acceptTransferModes(TransferMode.MOVE);
            if (!cell.getStyleClass().contains(Styles.DROP_TARGET)) {
                cell.getStyleClass().add(Styles.DROP_TARGET);
            }
        }
        return words;
    }

    /** What dropping {@code moved} on {@code target} would do, or why it is refused. */
    String sentence(AssetNode moved, AssetNode target) {
        if (moved.id().equals(target.id())) {
            return messages.text("drag.self");
        }
        return model.wouldCycle(moved.id(), target.id())
                ? messages.text("drag.cycle", target.name(), moved.name())
                : messages.text("drag.move", moved.name(), target.name());
    }

    private @Nullable AssetNode dragged() {
        UUID id = dragged;
        AssetTreeRow row = id == null ? null : model.row(id);
        return row == null ? null : row.node();
    }

    private static @Nullable AssetNode node(TreeCell<AssetTreeRow> cell) {
        AssetTreeRow row = cell.getItem();
        return row == null ? null : row.node();
    }

    private @Nullable ContextMenu menu(TreeCell<AssetTreeRow> cell) {
        ContextMenu menu = new ContextMenu();
        if (rights.create()) {
            menu.getItems().add(item(cell, "menu.create", CarbonIcons.ADD, commands::create));
        }
        if (rights.update()) {
            menu.getItems().add(item(cell, "menu.edit", CarbonIcons.EDIT, commands::edit));
            MenuItem move = item(cell, "menu.move", CarbonIcons.TREE_VIEW_ALT, commands::moveTo);
            move.setAccelerator(
                    new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
            menu.getItems().add(move);
        }
        if (rights.delete()) {
            menu.getItems().add(item(cell, "menu.delete", CarbonIcons.TRASH_CAN, commands::delete));
        }
        menu.setOnShowing(e -> menu.getItems().forEach(item -> item.setDisable(node(cell) == null)));
        return menu.getItems().isEmpty() ? null : menu;
    }

    private MenuItem item(TreeCell<AssetTreeRow> cell, String key, CarbonIcons icon, Consumer<AssetNode> action) {
        MenuItem item = new MenuItem(messages.text(key), Icons.of(icon));
        item.setOnAction(e -> {
            AssetNode node = node(cell);
            if (node != null) {
                action.accept(node);
            }
        });
        return item;
    }
}
