package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import java.util.List;

/**
 * An asset as its screen shows it. Immutable.
 *
 * @param typeName empty when unknown
 * @param typeIcon code of the type's icon, empty for none
 * @param place the way to its location, empty for none
 * @param path from the root down to the asset itself
 * @param createdBy display name, empty when unknown
 * @param updatedBy display name, empty when unknown
 */
public record AssetFacts(
        Asset asset,
        String typeName,
        String typeIcon,
        String place,
        List<AssetNode> path,
        String createdBy,
        String updatedBy) {
    public AssetFacts {
        path = List.copyOf(path);
    }

    /** Name of the asset above; empty for a root. */
    public String parentName() {
        return path.size() < 2 ? "" : path.get(path.size() - 2).name();
    }

    public int childCount() {
        return path.isEmpty() ? 0 : path.getLast().childCount();
    }
}
