package com.prosynchub.service.asset;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.ASSET_TYPE;

import com.prosynchub.data.AssetTypeRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.access.AccessGate;
import java.util.List;

/** Looks at and edits asset types. Workers only; safe for all of them. */
public final class AssetTypeService {
    private final AccessGate gate;
    private final AssetTypeRepository types;
    private final UnitOfWork work;

    public AssetTypeService(AccessGate gate, AssetTypeRepository types, UnitOfWork work) {
        this.gate = gate;
        this.types = types;
        this.work = work;
    }

    /** All types by name; at most 1000. */
    public List<AssetType> all() {
        gate.require(ASSET_TYPE, READ);
        return types.all();
    }

    /** Creates a type; the id it carries is ignored. */
    public AssetType create(AssetType type) {
        gate.require(ASSET_TYPE, CREATE);
        FieldChecks.demand(AssetRules.check(type));
        return types.insert(type);
    }

    public SaveResult<AssetType> save(AssetType type) {
        gate.require(ASSET_TYPE, UPDATE);
        FieldChecks.demand(AssetRules.check(type));
        return types.update(type);
    }

    /**
     * Deletes a type; {@code Invalid("", "inUse")} while an asset has it.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<Integer> delete(int id, int revision, String reason) {
        gate.require(ASSET_TYPE, DELETE);
        return work.because(reason, () -> types.delete(id, revision));
    }
}
