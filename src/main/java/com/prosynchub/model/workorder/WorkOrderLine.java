package com.prosynchub.model.workorder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of work orders: the order and what its row shows of other records.
 *
 * @param assetPath names from the root down to the asset; empty where the person may not see it
 * @param location of the asset; null for none
 * @param assignee display name; null for nobody
 * @param steps of the checklist
 * @param stepsDone how many of them are done
 */
public record WorkOrderLine(
        WorkOrder order,
        List<String> assetPath,
        @Nullable String location,
        @Nullable String assignee,
        int steps,
        int stepsDone) {
    public WorkOrderLine {
        assetPath = List.copyOf(assetPath);
    }

    /** The row with a newer version of the order; what it shows of other records stays until it is read again. */
    public WorkOrderLine with(WorkOrder newer) {
        return new WorkOrderLine(newer, assetPath, location, assignee, steps, stepsDone);
    }

    /** The asset's own name; empty where the person may not see it. */
    public String asset() {
        return assetPath.isEmpty() ? "" : assetPath.getLast();
    }
}
