package com.prosynchub.ui.locations;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.access.AccessGate;

/** What the signed-in person may do with places; a control for what is missing is not made. */
public record LocationRights(boolean create, boolean update, boolean delete) {
    static LocationRights of(AccessGate gate) {
        return new LocationRights(
                gate.may(Resource.LOCATION, Action.CREATE),
                gate.may(Resource.LOCATION, Action.UPDATE),
                gate.may(Resource.LOCATION, Action.DELETE));
    }
}
