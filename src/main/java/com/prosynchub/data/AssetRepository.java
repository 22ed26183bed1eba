package com.prosynchub.data;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assets. Every method may throw {@link com.prosynchub.model.failure.FailureException}. */
public interface AssetRepository {
    Optional<Asset> find(UUID id);

    /** Direct children by name and id; {@code parent} null for the roots. */
    Page<AssetNode> children(@Nullable UUID parent, PageRequest page);

    /** The asset and everything below it, parents before children, in at most two statements; capped at {@code limit}. */
    List<AssetNode> subtree(UUID root, int limit);

    /** Rows of the tree by id; those that are gone or hidden are left out. */
    List<AssetNode> nodes(Collection<UUID> ids);

    /** From the root down to the asset itself; empty when it is gone. */
    List<AssetNode> path(UUID id);

    /** By part of name, serial number or model, best first, through the gated search; at most {@code limit}. */
    List<AssetHit> search(String text, int limit);

    /** How many assets are in each status. */
    Map<AssetStatus, Long> countByStatus();

    /** The assets with the lowest health score, worst first. */
    List<AssetNode> worstHealth(int limit);

    /** Stores a new asset under the id it carries; retrying with the same id stores it once. */
    Asset insert(Asset asset);

    /** Assets with these serial numbers, by serial number; for imports. */
    Map<String, UUID> idsBySerial(Collection<String> serials);

    SaveResult<Asset> update(Asset asset);

    /**
     * Moves under another parent (null: to the roots); {@code Invalid("parentAssetId","cycle")} when that is below it,
     * {@code Stale} when the asset is gone.
     */
    SaveResult<Asset> move(UUID id, @Nullable UUID newParent, int revision);

    /**
     * States what the asset is doing and leaves the rest alone; people may do so who may not edit the asset.
     *
     * <p>Stores that know a narrower right for it override this.
     */
    default SaveResult<Asset> setStatus(UUID id, AssetStatus status, int revision) {
        Optional<Asset> there = find(id);
        if (there.isEmpty()) {
            throw new FailureException(new Failure.Stale("ASSET", id.toString(), "it was deleted meanwhile"));
        }
        return update(there.get().withStatus(status, revision));
    }

    /** Deletes; {@code Invalid("","inUse")} while something refers to it. */
    SaveResult<UUID> delete(UUID id, int revision);
}
