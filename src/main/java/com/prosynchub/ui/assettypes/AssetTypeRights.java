package com.prosynchub.ui.assettypes;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.access.AccessGate;

/** What the signed-in person may do with asset types; a control for what is missing is not made. */
public record AssetTypeRights(boolean create, boolean update, boolean delete) {
    static AssetTypeRights of(AccessGate gate) {
        return new AssetTypeRights(
                gate.may(Resource.ASSET_TYPE, Action.CREATE),
                gate.may(Resource.ASSET_TYPE, Action.UPDATE),
                gate.may(Resource.ASSET_TYPE, Action.DELETE));
    }
}
