package com.prosynchub.data.postgres;

import com.prosynchub.data.AssetRepository;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import jakarta.data.Limit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Assets in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresAssets implements AssetRepository {
    private static final List<String> BEFORE_ALL = List.of("", Cursor.LEAST.toString());

    /** Serial numbers asked for in one statement. */
    private static final int CHUNK = 1000;

    private final Link link;
    private final BooleanSupplier limited;
    private final Writes<AssetEntity, Asset> writes;

    /** @param limited whether the person sees some places only, so that an asset's parent may be out of sight */
    PostgresAssets(Link link, BooleanSupplier limited) {
        this.link = link;
        this.limited = limited;
        writes = new Writes<>(link, AssetEntity.class, e -> e.revision, AssetRows::asset);
    }

    @Override
    public Optional<Asset> find(UUID id) {
        return read(q -> q.find(id).map(AssetRows::asset));
    }

    @Override
    public Page<AssetNode> children(@Nullable UUID parent, PageRequest page) {
        boolean some = parent == null && limited.getAsBoolean();
        return read(q -> Cursor.page(
                "assets",
                page,
                BEFORE_ALL,
                (key, limit) -> some
                        ? q.topmostAfter(key.get(0), UUID.fromString(key.get(1)), limit)
                        : parent == null
                                ? q.rootsAfter(key.get(0), UUID.fromString(key.get(1)), limit)
                                : q.childrenAfter(parent, key.get(0), UUID.fromString(key.get(1)), limit),
                n -> List.of(n.name(), n.id().toString()),
                n -> n));
    }

    @Override
    public List<AssetNode> subtree(UUID root, int limit) {
        return link.read(u -> AssetTree.subtree(u.stateless(), root, limit));
    }

    @Override
    public List<AssetNode> nodes(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : read(q -> q.nodes(ids));
    }

    @Override
    public List<AssetNode> path(UUID id) {
        return link.read(u -> AssetTree.path(u.stateless(), id));
    }

    @Override
    public List<AssetHit> search(String text, int limit) {
        String wanted = text.strip();
        return wanted.isEmpty() ? List.of() : link.read(u -> AssetTree.search(u.stateless(), wanted, limit));
    }

    @Override
    public Map<AssetStatus, Long> countByStatus() {
        Map<AssetStatus, Long> counts = new EnumMap<>(AssetStatus.class);
        read(AssetQueries::countByStatus).forEach(c -> counts.put(c.status(), c.count()));
        return counts;
    }

    @Override
    public List<AssetNode> worstHealth(int limit) {
        return read(q -> q.worstHealth(Limit.of(limit)));
    }

    @Override
    public Asset insert(Asset asset) {
        FieldChecks.demand(AssetRules.check(asset));
        return writes.insert(AssetRows.row(asset), asset.id());
    }

    @Override
    public Map<String, UUID> idsBySerial(Collection<String> serials) {
        Map<String, UUID> ids = new HashMap<>();
        List<String> all = List.copyOf(serials);
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<String> some = all.subList(i, Math.min(all.size(), i + CHUNK));
            read(q -> q.bySerial(some)).forEach(o -> ids.putIfAbsent(o.serial(), o.id()));
        }
        return ids;
    }

    @Override
    public SaveResult<Asset> update(Asset asset) {
        FieldChecks.demand(AssetRules.check(asset));
        return writes.update(asset.id(), asset, asset.revision(), e -> AssetRows.edit(e, asset));
    }

    @Override
    public SaveResult<Asset> move(UUID id, @Nullable UUID newParent, int revision) {
        if (id.equals(newParent)) {
            throw new FailureException(Failure.Invalid.of("parentAssetId", "cycle"));
        }
        return writes.edit(
                "ASSET", id, revision, a -> AssetRows.moved(a, newParent, revision), e -> e.parentAssetId = newParent);
    }

    /** Through the database's own procedure: an operator may state it and edit nothing else. */
    @Override
    public SaveResult<Asset> setStatus(UUID id, AssetStatus status, int revision) {
        try {
            return link.write(u -> {
                Writes.execute(u, "call app.asset_set_status(?, ?, ?)", id, status.label(), revision);
                return new SaveResult.Saved<>(AssetRows.asset(u.stateless().get(AssetEntity.class, id)));
            });
        } catch (FailureException e) {
            Optional<Asset> there = e.failure() instanceof Failure.Stale ? find(id) : Optional.empty();
            if (there.isEmpty()) {
                throw e;
            }
            return new SaveResult.Conflict<>(there.get().withStatus(status, revision), there.get());
        }
    }

    @Override
    public SaveResult<UUID> delete(UUID id, int revision) {
        return writes.delete("call app.asset_delete(?, ?)", id, revision);
    }

    private <T> T read(Function<AssetQueries, T> query) {
        return link.read(u -> query.apply(new AssetQueries_(u.stateless())));
    }
}
