package com.prosynchub.model.workorder;

import java.util.EnumSet;
import java.util.Set;

/** State of a work order and the moves between states. {@link #label()} is the value stored. */
public enum WorkOrderStatus {
    OPEN("Open"),
    IN_PROGRESS("In Progress"),
    ON_HOLD("On Hold"),
    COMPLETED("Completed"),
    CANCELLED("Cancelled");

    private final String label;

    WorkOrderStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static WorkOrderStatus ofLabel(String label) {
        for (WorkOrderStatus s : values()) {
            if (s.label.equals(label)) {
                return s;
            }
        }
        throw new IllegalArgumentException("unknown work order status: " + label);
    }

    /** The states a work order may move to from this one. Reopening a completed one needs a reason. */
    public Set<WorkOrderStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, ON_HOLD, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(ON_HOLD, COMPLETED, CANCELLED);
            case ON_HOLD -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case COMPLETED -> EnumSet.of(IN_PROGRESS);
            case CANCELLED -> EnumSet.noneOf(WorkOrderStatus.class);
        };
    }

    public boolean open() {
        return this != COMPLETED && this != CANCELLED;
    }
}
