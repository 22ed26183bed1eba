package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.RowDrag;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Messages;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** What can be done with a line of the tree: menu, and dragging below another with cycles refused on the way. FX thread. */
final class AssetTreeMenu {
    private final AssetTreeViewModel model;
    private final AssetRights rights;
    private final AssetCommands commands;
    private final Messages messages = Messages.of("assets");
    private final RowDrag<UUID> drag = new RowDrag<>("asset", new Dropping());

    AssetTreeMenu(AssetTreeViewModel model, AssetRights rights, AssetCommands commands) {
        this.model = model;
        this.rights = rights;
        this.commands = commands;
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

    /** Gives a cell its menu and its part in dragging. */
    void attach(TreeCell<AssetTreeRow> cell) {
        cell.setContextMenu(menu(cell));
        if (rights.update()) {
            drag.attach(cell, () -> {
                AssetNode node = node(cell);
                return node == null ? null : node.id();
            });
        }
    }

    /** Gives the tree its part: dropping beside the rows, and where it is said what a drop would do. */
    void attach(TreeView<AssetTreeRow> tree, Consumer<String> say) {
        if (rights.update()) {
            drag.sayTo(say);
            drag.attachEmpty(tree);
        }
    }

    private @Nullable AssetNode node(@Nullable UUID id) {
        AssetTreeRow row = id == null ? null : model.row(id);
        return row == null ? null : row.node();
    }

    private final class Dropping implements RowDrag.Rules<UUID> {
        @Override
        public boolean allows(UUID moved, UUID target) {
            return !model.wouldCycle(moved, target);
        }

        @Override
        public String sentence(UUID moved, UUID target) {
            AssetNode what = node(moved);
            AssetNode where = node(target);
            if (what == null || where == null) {
                return "";
            }
            if (moved.equals(target)) {
                return messages.text("drag.self");
            }
            return allows(moved, target)
                    ? messages.text("drag.move", what.name(), where.name())
                    : messages.text("drag.cycle", where.name(), what.name());
        }

        @Override
        public void drop(UUID moved, @Nullable UUID target) {
            AssetNode what = node(moved);
            if (what != null) {
                commands.move(what, node(target));
            }
        }
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
            menu.addEventHandler(WindowEvent.WINDOW_SHOWING, e -> move.setAccelerator(Shortcut.MOVE.keys()));
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
