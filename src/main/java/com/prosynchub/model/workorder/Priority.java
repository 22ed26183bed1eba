package com.prosynchub.model.workorder;

/** Urgency of a work order, lowest first. {@link #label()} is the value stored. */
public enum Priority {
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

    private final String label;

    Priority(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Priority ofLabel(String label) {
        for (Priority p : values()) {
            if (p.label.equals(label)) {
                return p;
            }
        }
        throw new IllegalArgumentException("unknown priority: " + label);
    }
}
