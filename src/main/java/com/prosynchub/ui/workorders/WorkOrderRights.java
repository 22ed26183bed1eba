package com.prosynchub.ui.workorders;

import static com.prosynchub.model.access.Resource.REQUEST;
import static com.prosynchub.model.access.Resource.WORK_ORDER;

import com.prosynchub.model.access.Action;
import com.prosynchub.service.access.AccessGate;

/** What the signed-in person may do with work orders, asked once when the screen is made. */
record WorkOrderRights(
        boolean create, boolean update, boolean assign, boolean complete, boolean delete, boolean comment) {
    /** Whether orders may be moved from one status to another. */
    boolean move() {
        return update || complete;
    }

    static WorkOrderRights of(AccessGate gate) {
        return new WorkOrderRights(
                gate.may(WORK_ORDER, Action.CREATE),
                gate.may(WORK_ORDER, Action.UPDATE),
                gate.may(WORK_ORDER, Action.ASSIGN),
                gate.may(WORK_ORDER, Action.COMPLETE),
                gate.may(WORK_ORDER, Action.DELETE),
                gate.may(REQUEST, Action.CREATE));
    }
}
