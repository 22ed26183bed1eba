package com.prosynchub.service.asset;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.location.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset with what its screen shows beside the columns.
 *
 * @param type null when it was deleted in between
 * @param location null when there is none or it may not be seen
 * @param path from the root down to the asset itself
 * @param createdBy display name; null when unknown
 * @param updatedBy display name; null when unknown
 */
public record AssetDetail(
        Asset asset,
        @Nullable AssetType type,
        @Nullable Location location,
        List<AssetNode> path,
        @Nullable String createdBy,
        @Nullable String updatedBy) {
    public AssetDetail {
        path = List.copyOf(path);
    }
}
