package com.prosynchub.data;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.SaveResult;
import java.util.List;

/** Asset types: few, cached and dropped from the cache on change. */
public interface AssetTypeRepository {
    /** All types by name; capped at 1000. */
    List<AssetType> all();

    /** Stores a new type; the id it carries is ignored and the stored one returned. */
    AssetType insert(AssetType type);

    SaveResult<AssetType> update(AssetType type);

    /** Deletes; {@code Invalid("","inUse")} while an asset has the type. */
    SaveResult<Integer> delete(int id, int revision);
}
