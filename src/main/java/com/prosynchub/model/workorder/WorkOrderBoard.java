package com.prosynchub.model.workorder;

import java.util.List;

/** Work orders side by side by their status, of each status the first by due date. */
public record WorkOrderBoard(List<Column> columns) {
    /** The statuses that have a column, in the order of the work; what was cancelled needs nobody any more. */
    public static final List<WorkOrderStatus> STATUSES = List.of(
            WorkOrderStatus.OPEN, WorkOrderStatus.IN_PROGRESS, WorkOrderStatus.ON_HOLD, WorkOrderStatus.COMPLETED);

    public WorkOrderBoard {
        columns = List.copyOf(columns);
    }

    /**
     * The orders of one status.
     *
     * @param more whether there are others behind these
     */
    public record Column(WorkOrderStatus status, List<WorkOrderLine> cards, boolean more) {
        public Column {
            cards = List.copyOf(cards);
        }
    }
}
