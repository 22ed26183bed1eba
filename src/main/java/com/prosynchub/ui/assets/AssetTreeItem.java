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
    private final Shared shared;

    AssetTreeItem(AssetTreeRow row, Consumer<AssetTreeRow> onOpen) {
        this(row, new Shared(onOpen));
    }

    private AssetTreeItem(AssetTreeRow row, Shared shared) {
        super(row);
        this.shared = shared;
        shared.items.put(row, this);
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
        return shared.items.get(row);
    }

    /** Whether rows are being taken over just now: what the tree selects meanwhile, nobody chose. */
    boolean isMirroring() {
        return shared.mirroring > 0;
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
            shared.onOpen.accept(row);
        }
    }

    private void changed() {
        Event.fireEvent(this, new TreeModificationEvent<>(TreeItem.<AssetTreeRow>valueChangedEvent(), this));
    }

    private AssetTreeItem item(AssetTreeRow row) {
        AssetTreeItem known = shared.items.get(row);
        return known == null ? new AssetTreeItem(row, shared) : known;
    }

    private void mirror(ListChangeListener.Change<? extends AssetTreeRow> change) {
        shared.mirroring++;
        try {
            takeOver(change);
        } finally {
            shared.mirroring--;
        }
    }

    private void takeOver(ListChangeListener.Change<? extends AssetTreeRow> change) {
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
        shared.items.remove(row);
        row.children().forEach(this::forget);
    }

    /** What all items of one tree have in common. */
    private static final class Shared {
        private final Consumer<AssetTreeRow> onOpen;
        private final Map<AssetTreeRow, AssetTreeItem> items = new IdentityHashMap<>();
        private int mirroring;

        private Shared(Consumer<AssetTreeRow> onOpen) {
            this.onOpen = onOpen;
        }
    }
}
