package com.prosynchub.model.workorder;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which work orders a list shows. Every part narrows it further.
 *
 * @param search part of title, description or type; blank for all
 * @param statuses empty for all
 * @param priorities empty for all
 * @param assignment whose
 * @param assetId of one asset only; null for all
 */
public record WorkOrderFilter(
        String search,
        Set<WorkOrderStatus> statuses,
        Set<Priority> priorities,
        Assignment assignment,
        @Nullable UUID assetId) {
    public WorkOrderFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
    }

    /** Everything that is not ended. */
    public static WorkOrderFilter open() {
        EnumSet<WorkOrderStatus> open = EnumSet.allOf(WorkOrderStatus.class);
        open.removeIf(status -> !status.open());
        return new WorkOrderFilter("", open, Set.of(), Assignment.ANYBODY, null);
    }

    public WorkOrderFilter withSearch(String text) {
        return new WorkOrderFilter(text, statuses, priorities, assignment, assetId);
    }

    public WorkOrderFilter withStatuses(Set<WorkOrderStatus> wanted) {
        return new WorkOrderFilter(search, wanted, priorities, assignment, assetId);
    }

    public WorkOrderFilter withPriorities(Set<Priority> wanted) {
        return new WorkOrderFilter(search, statuses, wanted, assignment, assetId);
    }

    public WorkOrderFilter withAssignment(Assignment wanted) {
        return new WorkOrderFilter(search, statuses, priorities, wanted, assetId);
    }

    /** Whose work orders: everybody's, nobody's, or one person's. */
    public record Assignment(boolean unassigned, @Nullable UUID person) {
        public static final Assignment ANYBODY = new Assignment(false, null);
        public static final Assignment NOBODY = new Assignment(true, null);

        public static Assignment of(UUID person) {
            return new Assignment(false, person);
        }
    }
}
