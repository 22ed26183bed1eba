package com.prosynchub.model.workorder;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;

/** What a valid work order and a valid checklist step are; the same limits as the columns'. */
public final class WorkOrderRules {
    public static final int TITLE = 100;
    public static final int TYPE = 50;
    public static final int TASK = 255;
    public static final String MOST_HOURS = "9999.99";

    private WorkOrderRules() {}

    public static List<Violation> check(WorkOrder w) {
        return new FieldChecks()
                .required("title", w.title())
                .longest("title", w.title(), TITLE)
                .when(w.assetId() == null, "assetId", "required")
                .longest("type", w.type(), TYPE)
                .number("estimatedHours", w.estimatedHours(), "0", MOST_HOURS, 2)
                .number("actualHours", w.actualHours(), "0", MOST_HOURS, 2)
                .violations();
    }

    public static List<Violation> check(ChecklistItem i) {
        return new FieldChecks()
                .required("task", i.task())
                .longest("task", i.task(), TASK)
                .when(i.sequence() < 0, "sequence", "range", 0, Integer.MAX_VALUE)
                .violations();
    }
}
