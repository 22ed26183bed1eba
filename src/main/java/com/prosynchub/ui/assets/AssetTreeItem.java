package com.prosynchub.ui.assets;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** A tree item that mirrors one row: same children, same openness, for as long as the row lives. FX thread. */
final class AssetTreeItem extends TreeItem<AssetTreeRow> {
    private final Consumer<AssetTreeRow> onOpen;
    private final Map<AssetTreeRow, AssetTreeItem> items;

    AssetTreeItem(AssetTreeRow row, Consumer<AssetTreeRow> onOpen) {
        this(row, onOpen, new IdentityHashMap<>());
    }

    private AssetTreeItem(AssetTreeRow row, Consumer<AssetTreeRow> onOpen, Map<AssetTreeRow, AssetTreeItem> items) {
        super(row);
        this.onOpen = onOpen;
        this.items = items;
        items.put(row, this);
        row.children().addListener((ListChangeListener<AssetTreeRow>) this::mirror);
        getChildren().setAll(row.children().stream().map(this::item).toList());
        setExpanded(row.expandedProperty().get());
        row.expandedProperty().addListener((o, before, now) -> setExpanded(now));
        expandedProperty().addListener((o, before, now) -> opened(now));
        row.nodeProperty().addListener((o, before, now) -> changed());
        row.matchProperty().addListener((o, before, now) -> changed());
    }

    /** The item of a row anywhere in the same tree; null while the row is not mirrored. */
    @Nullable
    AssetTreeItem of(AssetTreeRow row) {
        return items.get(row);
    }

    @Override
    public boolean isLeaf() {
        AssetTreeRow row = getValue();
        return row == null || row.isLeaf();
    }

    private void opened(boolean now) {
        AssetTreeRow row = getValue();
        row.expandedProperty().set(now);
        if (now) {
            onOpen.accept(row);
        }
    }

    private void changed() {
        Event.fireEvent(this, new TreeModificationEvent<>(TreeItem.<AssetTreeRow>valueChangedEvent(), this));
    }

    private AssetTreeItem item(AssetTreeRow row) {
        AssetTreeItem known = items.get(row);
        return known == null ? new AssetTreeItem(row, onOpen, items) : known;
    }

    private void mirror(ListChangeListener.Change<? extends AssetTreeRow> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                getChildren().setAll(change.getList().stream().map(this::item).toList());
                return;
            }
            if (change.wasRemoved()) {
                change.getRemoved().forEach(this::forget);
                getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            }
            if (change.wasAdded()) {
                List<? extends AssetTreeRow> added = change.getAddedSubList();
                getChildren()
                        .addAll(change.getFrom(), added.stream().map(this::item).toList());
            }
        }
    }

    private void forget(AssetTreeRow row) {
        items.remove(row);
        row.children().forEach(this::forget);
    }
}
