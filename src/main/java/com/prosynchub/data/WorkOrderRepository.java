package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.inventory.WorkOrderPart;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Work orders with their checklists and parts. */
public interface WorkOrderRepository {
    Optional<WorkOrder> find(UUID id);

    /** By due date (none last) and id; {@code statuses} empty for all. */
    Page<WorkOrder> list(Set<WorkOrderStatus> statuses, PageRequest page);

    /** As {@link #list} in order, with what a row shows of other records. */
    Page<WorkOrderLine> lines(WorkOrderFilter filter, PageRequest page);

    /**
     * The first orders of each status of {@link WorkOrderBoard#STATUSES}, in the order of {@link #list}; the filter's own
     * statuses play no part.
     *
     * @param completedSince completed ones only from this day on
     * @param most cards in a column
     */
    WorkOrderBoard board(WorkOrderFilter filter, LocalDate completedSince, int most);

    /** The row of one order; empty when it is gone or not the person's to see. */
    Optional<WorkOrderLine> line(UUID id);

    /** Newest first. */
    Page<WorkOrder> ofAsset(UUID assetId, PageRequest page);

    Map<WorkOrderStatus, Long> countByStatus();

    /** Open work orders due before {@code today}. */
    long countOverdue(LocalDate today);

    WorkOrder insert(WorkOrder workOrder);

    SaveResult<WorkOrder> update(WorkOrder workOrder);

    /** Takes a completed order up again; {@code Invalid("status", "reason")} for a blank reason. */
    SaveResult<WorkOrder> reopen(WorkOrder workOrder, String reason);

    SaveResult<UUID> delete(UUID id, int revision);

    /** Steps by sequence. */
    List<ChecklistItem> checklist(UUID workOrderId);

    ChecklistItem insertStep(ChecklistItem item);

    SaveResult<ChecklistItem> updateStep(ChecklistItem item);

    SaveResult<UUID> deleteStep(UUID id, int revision);

    List<WorkOrderPart> parts(UUID workOrderId);

    /** Has the ledger and other windows know that the person commented on an order; the comment itself is a document. */
    void commented(UUID workOrderId);
}
