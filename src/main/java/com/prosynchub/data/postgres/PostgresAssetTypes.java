package com.prosynchub.data.postgres;

import com.prosynchub.data.AssetTypeRepository;
import com.prosynchub.data.ChangeFeed;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import jakarta.data.Limit;
import java.util.List;
import java.util.Set;

/** Asset types in PostgreSQL, cached. Safe for all threads but the forbidden one. */
final class PostgresAssetTypes implements AssetTypeRepository, AutoCloseable {
    private static final int MOST = 1000;

    private final Link link;
    private final Writes<AssetTypeEntity, AssetType> writes;
    private final CachedList<AssetType> cache;

    PostgresAssetTypes(Link link, ChangeFeed feed) {
        this.link = link;
        writes = new Writes<>(link, AssetTypeEntity.class, e -> e.revision, AssetRows::type);
        cache = new CachedList<>(link, feed, Set.of("asset_types"), this::load);
    }

    @Override
    public List<AssetType> all() {
        return cache.all();
    }

    @Override
    public AssetType insert(AssetType type) {
        FieldChecks.demand(AssetRules.check(type));
        return cache.changing(() -> writes.insertNumbered(AssetRows.row(type), e -> e.id));
    }

    @Override
    public SaveResult<AssetType> update(AssetType type) {
        FieldChecks.demand(AssetRules.check(type));
        return cache.changing(() -> writes.update(type.id(), type, type.revision(), e -> AssetRows.edit(e, type)));
    }

    @Override
    public SaveResult<Integer> delete(int id, int revision) {
        return cache.changing(() -> writes.delete("call app.asset_type_delete(?, ?)", id, revision));
    }

    @Override
    public void close() {
        cache.close();
    }

    private List<AssetType> load() {
        return link.read(u -> new AssetTypeQueries_(u.stateless())
                .all(Limit.of(MOST)).stream().map(AssetRows::type).toList());
    }
}
