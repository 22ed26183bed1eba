package com.prosynchub.model.workorder;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One work order with its checklist.
 *
 * @param steps by sequence
 * @param names of the people that order and steps mention, as far as they may be seen
 */
public record WorkOrderDetail(WorkOrderLine line, List<ChecklistItem> steps, Map<UUID, String> names) {
    public WorkOrderDetail {
        steps = List.copyOf(steps);
        names = Map.copyOf(names);
    }

    public WorkOrder order() {
        return line.order();
    }

    /** With a newer version of the order. */
    public WorkOrderDetail with(WorkOrder newer) {
        return new WorkOrderDetail(line.with(newer), steps, names);
    }

    /** With a newer version of one of its steps. */
    public WorkOrderDetail with(ChecklistItem newer) {
        List<ChecklistItem> now = steps.stream()
                .map(step -> step.id().equals(newer.id()) ? newer : step)
                .toList();
        return new WorkOrderDetail(line, now, names);
    }

    /** Display name; null for nobody and for whom the person may not see. */
    public @Nullable String name(@Nullable UUID person) {
        return person == null ? null : names.get(person);
    }
}
