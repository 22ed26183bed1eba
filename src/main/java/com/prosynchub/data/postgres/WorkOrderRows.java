package com.prosynchub.data.postgres;

import com.prosynchub.model.inventory.WorkOrderPart;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;

/** Work orders, steps and used parts between rows and records. Any thread. */
final class WorkOrderRows {
    private WorkOrderRows() {}

    static WorkOrder order(WorkOrderEntity e) {
        return new WorkOrder(
                e.id,
                e.title,
                e.description,
                e.assetId,
                e.status,
                e.priority,
                e.type,
                e.assignedToId,
                e.estimatedHours,
                e.actualHours,
                e.dueDate,
                e.completionDate,
                Times.instant(e.createdAt),
                Times.instant(e.updatedAt),
                e.createdBy,
                e.updatedBy,
                e.revision);
    }

    static WorkOrderEntity row(WorkOrder w) {
        WorkOrderEntity e = new WorkOrderEntity();
        e.id = w.id();
        edit(e, w);
        return e;
    }

    static void edit(WorkOrderEntity e, WorkOrder w) {
        e.title = w.title();
        e.description = w.description();
        e.assetId = w.assetId();
        e.status = w.status();
        e.priority = w.priority();
        e.type = w.type();
        e.assignedToId = w.assignedToId();
        e.estimatedHours = w.estimatedHours();
        e.actualHours = w.actualHours();
        e.dueDate = w.dueDate();
        e.completionDate = w.completionDate();
    }

    static ChecklistItem step(ChecklistItemEntity e) {
        return new ChecklistItem(
                e.id,
                e.workOrderId,
                e.task,
                e.completed,
                e.completedBy,
                Times.instant(e.completedAt),
                e.notes,
                e.sequence,
                e.revision);
    }

    static ChecklistItemEntity row(ChecklistItem i) {
        ChecklistItemEntity e = new ChecklistItemEntity();
        e.id = i.id();
        e.workOrderId = i.workOrderId();
        edit(e, i);
        return e;
    }

    /** Who ticked it and when is the database's to say. */
    static void edit(ChecklistItemEntity e, ChecklistItem i) {
        e.task = i.task();
        e.completed = i.completed();
        e.notes = i.notes();
        e.sequence = i.sequence();
    }

    static WorkOrderPart part(WorkOrderPartEntity e) {
        return new WorkOrderPart(e.workOrderId, e.partId, e.quantity, e.cost, e.revision);
    }
}
