package com.prosynchub.model.metric;

/** How far a value is from normal, worst last; after ISA-18.2 priorities. */
public enum Severity {
    NORMAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public Severity worse(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
