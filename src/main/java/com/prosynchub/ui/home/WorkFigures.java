package com.prosynchub.ui.home;

import com.prosynchub.model.workorder.WorkOrder;
import java.util.List;

/**
 * Work orders at a glance.
 *
 * @param open all that are neither completed nor cancelled
 * @param next open ones by due date
 */
public record WorkFigures(long open, long overdue, List<WorkOrder> next) {
    public WorkFigures {
        next = List.copyOf(next);
    }
}
