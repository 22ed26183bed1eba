package com.prosynchub.service.asset;

import static com.prosynchub.model.access.Action.ACKNOWLEDGE;
import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.ASSET;

import com.prosynchub.data.AssetRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at, creates, edits and moves assets. Workers only; safe for all of them. */
public final class AssetService {
    /** A subtree is counted up to this. */
    public static final int SUBTREE_CAP = 100_000;

    /** Search answers no more than these. */
    public static final int SEARCH_CAP = 200;

    private final AccessGate gate;
    private final RelationalSession session;
    private final AssetRepository assets;

    public AssetService(AccessGate gate, RelationalSession session) {
        this.gate = gate;
        this.session = session;
        this.assets = session.assets();
    }

    /** Direct children by name; {@code parent} null for the roots. */
    public Page<AssetNode> children(@Nullable UUID parent, PageRequest page) {
        gate.require(ASSET, READ);
        return assets.children(parent, page);
    }

    /** Rows of the tree by id, for a refresh; those that are gone are left out. */
    public List<AssetNode> nodes(Collection<UUID> ids) {
        gate.require(ASSET, READ);
        return ids.isEmpty() ? List.of() : assets.nodes(ids);
    }

    /** From the root down to the asset; empty when it is gone. */
    public List<AssetNode> path(UUID id) {
        gate.require(ASSET, READ);
        return assets.path(id);
    }

    /** By part of name, serial number or model, best first; blank text finds nothing. At most {@link #SEARCH_CAP}. */
    public List<AssetHit> search(String text, int limit) {
        gate.require(ASSET, READ);
        return text.isBlank() ? List.of() : assets.search(text.strip(), Math.clamp(limit, 1, SEARCH_CAP));
    }

    /** The asset and all below it, parents first; at most {@code limit}, itself at most {@link #SUBTREE_CAP}. */
    public List<AssetNode> subtree(UUID root, int limit) {
        gate.require(ASSET, READ);
        return assets.subtree(root, Math.clamp(limit, 1, SUBTREE_CAP));
    }

    /** How many assets a move or a delete would carry along. */
    public Subtree countSubtree(UUID root) {
        gate.require(ASSET, READ);
        int found = assets.subtree(root, SUBTREE_CAP).size();
        return new Subtree(found, found == SUBTREE_CAP);
    }

    /** The asset with its type, place, path and people; empty when it is gone. */
    public Optional<AssetDetail> find(UUID id) {
        gate.require(ASSET, READ);
        return session.unitOfWork().inTransaction(() -> assets.find(id).map(this::detail));
    }

    /** Creates the asset under the id it carries; calling again with the same id creates it once. */
    public Asset create(Asset asset) {
        gate.require(ASSET, CREATE);
        FieldChecks.demand(AssetRules.check(asset));
        return assets.insert(asset);
    }

    /** Saves what was edited. For another parent use {@link #move}. */
    public SaveResult<Asset> save(Asset asset) {
        gate.require(ASSET, UPDATE);
        FieldChecks.demand(AssetRules.check(asset));
        return assets.update(asset);
    }

    /** Moves the asset with all below it; {@code Invalid("parentAssetId", "cycle")} when the new parent is among them. */
    public SaveResult<Asset> move(UUID id, @Nullable UUID newParent, int revision) {
        gate.require(ASSET, UPDATE);
        FieldChecks.demand(new FieldChecks()
                .when(id.equals(newParent), "parentAssetId", "cycle")
                .violations());
        return assets.move(id, newParent, revision);
    }

    /** States what the asset is doing, from the floor or the desk; the rest of it stays as it is. */
    public SaveResult<Asset> changeStatus(UUID id, AssetStatus status, int revision) {
        gate.require(ASSET, gate.may(ASSET, UPDATE) ? UPDATE : ACKNOWLEDGE);
        return assets.setStatus(id, status, revision);
    }

    /** Whether {@link #changeStatus} is open to the signed-in person. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayChangeStatus() {
        return gate.may(ASSET, UPDATE) || gate.may(ASSET, ACKNOWLEDGE);
    }

    /**
     * Deletes one asset; {@code Invalid("", "inUse")} while anything refers to it.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<UUID> delete(UUID id, int revision, String reason) {
        gate.require(ASSET, DELETE);
        return session.unitOfWork().because(reason, () -> assets.delete(id, revision));
    }

    private AssetDetail detail(Asset a) {
        List<UUID> people = new ArrayList<>();
        addIfKnown(people, a.createdBy());
        addIfKnown(people, a.updatedBy());
        Map<UUID, String> names =
                people.isEmpty() ? Map.of() : session.accounts().displayNames(people);
        return new AssetDetail(
                a, type(a), location(a), assets.path(a.id()), name(names, a.createdBy()), name(names, a.updatedBy()));
    }

    private @Nullable AssetType type(Asset a) {
        if (!gate.may(Resource.ASSET_TYPE, READ)) {
            return null;
        }
        return session.assetTypes().all().stream()
                .filter(t -> t.id() == a.assetTypeId())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Location location(Asset a) {
        Integer id = a.locationId();
        if (id == null || !gate.may(Resource.LOCATION, READ)) {
            return null;
        }
        return session.locations().all().stream()
                .filter(l -> l.id() == id)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? null : names.get(id);
    }

    private static void addIfKnown(List<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
