package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One line of the tree: an asset, the invisible root, or the tail that stands for what is not loaded. A row is made once per
 * asset and kept, so that selection and expansion survive every refresh. FX thread.
 */
public final class AssetTreeRow {
    /** What a row stands for. */
    public enum Kind {
        ROOT,
        ASSET,
        /** Children are on their way. */
        WAITING,
        /** More children exist; asking for them loads the next page. */
        MORE,
        /** Loading the children failed; asking again may work. */
        FAILED
    }

    private final Kind kind;
    private final @Nullable AssetTreeRow parent;
    private final ObjectProperty<@Nullable AssetNode> node = new SimpleObjectProperty<>();
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private final BooleanProperty match = new SimpleBooleanProperty();
    private final ObservableList<AssetTreeRow> children = FXCollections.observableArrayList();
    private boolean loaded;
    private @Nullable String nextKey;

    private AssetTreeRow(Kind kind, @Nullable AssetTreeRow parent, @Nullable AssetNode node) {
        this.kind = kind;
        this.parent = parent;
        this.node.set(node);
    }

    static AssetTreeRow root() {
        AssetTreeRow root = new AssetTreeRow(Kind.ROOT, null, null);
        root.expanded.set(true);
        return root;
    }

    static AssetTreeRow of(AssetTreeRow parent, AssetNode node) {
        return new AssetTreeRow(Kind.ASSET, parent, node);
    }

    static AssetTreeRow tail(AssetTreeRow parent, Kind kind) {
        return new AssetTreeRow(kind, parent, null);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isAsset() {
        return kind == Kind.ASSET;
    }

    public @Nullable AssetTreeRow parent() {
        return parent;
    }

    /** The asset's line; null for the root and for tails. */
    public @Nullable AssetNode node() {
        return node.get();
    }

    public ObjectProperty<@Nullable AssetNode> nodeProperty() {
        return node;
    }

    /** The asset's id; null for the root and for tails. */
    public @Nullable UUID id() {
        AssetNode n = node.get();
        return n == null ? null : n.id();
    }

    public BooleanProperty expandedProperty() {
        return expanded;
    }

    /** Whether the row itself is a search hit, not merely on the way to one. */
    public BooleanProperty matchProperty() {
        return match;
    }

    public ObservableList<AssetTreeRow> children() {
        return children;
    }

    /** Whether there is nothing below. */
    public boolean isLeaf() {
        AssetNode n = node.get();
        return kind != Kind.ROOT && (n == null || (n.childCount() == 0 && children.isEmpty()));
    }

    boolean loaded() {
        return loaded;
    }

    @Nullable
    String nextKey() {
        return nextKey;
    }

    void loadedUpTo(@Nullable String key) {
        loaded = true;
        nextKey = key;
    }

    void forget() {
        loaded = false;
        nextKey = null;
    }

    @Override
    public String toString() {
        AssetNode n = node.get();
        return n == null ? kind.toString() : n.name();
    }
}
