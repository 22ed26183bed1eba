package com.prosynchub.model.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the asset tree: just what a row shows.
 *
 * @param childCount direct children the signed-in person may see
 */
public record AssetNode(
        UUID id,
        @Nullable UUID parentId,
        String name,
        int assetTypeId,
        AssetStatus status,
        @Nullable Integer healthScore,
        @Nullable Integer locationId,
        int childCount,
        int revision) {}
