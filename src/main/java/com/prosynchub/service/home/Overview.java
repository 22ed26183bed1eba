package com.prosynchub.service.home;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.util.List;
import java.util.Map;

/**
 * What the home screen shows.
 *
 * @param assetsByStatus every status, with 0 where there are none
 * @param worstAssets lowest health first
 * @param outsideLimits worst first
 * @param partsToReorder parts at or below their reorder point
 * @param recentActivity newest first; of everybody where the person may see it, else the own
 */
public record Overview(
        Tile<Map<AssetStatus, Long>> assetsByStatus,
        Tile<List<AssetNode>> worstAssets,
        Tile<List<OutsideLimit>> outsideLimits,
        Tile<WorkSummary> work,
        Tile<Long> partsToReorder,
        Tile<List<ActivityLine>> recentActivity,
        Tile<Long> unreadNotifications) {

    /** A metric outside a limit, with the name of its asset. */
    public record OutsideLimit(AssetMetric metric, String assetName, Severity severity) {}

    /**
     * Work orders the person may see.
     *
     * @param byStatus every status, with 0 where there are none
     * @param overdue open ones due before today in the site's zone
     * @param nextDue open ones by due date, those without one last
     */
    public record WorkSummary(Map<WorkOrderStatus, Long> byStatus, long overdue, List<WorkOrder> nextDue) {}
}
