package com.prosynchub.ui.roles;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.RoleRules;
import com.prosynchub.service.access.AccessGate;

/** What the signed-in person may do with roles; a control for what is missing is not made. */
record RoleRights(boolean create, boolean update, boolean delete, boolean merge, boolean look) {
    static RoleRights of(AccessGate gate) {
        boolean delete = gate.may(Resource.ROLE, Action.DELETE);
        return new RoleRights(
                gate.may(Resource.ROLE, Action.CREATE),
                gate.may(Resource.ROLE, Action.UPDATE),
                delete,
                delete && gate.may(Resource.USER, Action.UPDATE),
                RoleRules.isAdministrator(gate.user()));
    }
}
