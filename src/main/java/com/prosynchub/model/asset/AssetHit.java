package com.prosynchub.model.asset;

import java.util.List;
import java.util.UUID;

/**
 * An asset found by search, with the way to it.
 *
 * @param path ids from the root to the asset itself, so that a lazy tree can open down to it
 * @param pathNames the names along {@code path}
 */
public record AssetHit(AssetNode node, List<UUID> path, List<String> pathNames) {
    public AssetHit {
        path = List.copyOf(path);
        pathNames = List.copyOf(pathNames);
    }
}
