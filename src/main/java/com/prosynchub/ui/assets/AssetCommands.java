package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import org.jspecify.annotations.Nullable;

/** What the tree and the detail ask the screen to do with an asset. FX thread. */
interface AssetCommands {
    /** Opens the dialog for a new asset below {@code parent}; null for a root. */
    void create(@Nullable AssetNode parent);

    void edit(AssetNode node);

    /** Moves below {@code target}; null for a root. */
    void move(AssetNode node, @Nullable AssetNode target);

    /** Asks for the new parent: the keyboard's way of dragging. */
    void moveTo(AssetNode node);

    void delete(AssetNode node);

    /** States what the asset is doing. */
    void changeStatus(AssetNode node, AssetStatus status);
}
