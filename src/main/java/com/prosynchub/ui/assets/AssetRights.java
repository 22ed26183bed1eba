package com.prosynchub.ui.assets;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.access.AccessGate;

/** What the signed-in person may do with assets and metrics; a control for what is missing is not made. */
public record AssetRights(
        boolean create,
        boolean update,
        boolean delete,
        boolean changeStatus,
        boolean readMetrics,
        boolean createMetric,
        boolean configureMetric,
        boolean deleteMetric,
        boolean seeCost) {
    static AssetRights of(AccessGate gate) {
        return new AssetRights(
                gate.may(Resource.ASSET, Action.CREATE),
                gate.may(Resource.ASSET, Action.UPDATE),
                gate.may(Resource.ASSET, Action.DELETE),
                gate.may(Resource.ASSET, Action.UPDATE) || gate.may(Resource.ASSET, Action.ACKNOWLEDGE),
                gate.may(Resource.METRIC, Action.READ),
                gate.may(Resource.METRIC, Action.CREATE),
                gate.may(Resource.METRIC, Action.CONFIGURE),
                gate.may(Resource.METRIC, Action.DELETE),
                gate.may(Resource.PURCHASE, Action.READ));
    }
}
