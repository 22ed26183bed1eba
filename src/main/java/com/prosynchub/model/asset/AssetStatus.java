package com.prosynchub.model.asset;

/** Operating state of an asset; {@link #label()} is the value stored in the database. */
public enum AssetStatus {
    OPERATIONAL("Operational"),
    WARNING("Warning"),
    CRITICAL("Critical"),
    OFFLINE("Offline"),
    UNDER_MAINTENANCE("Under Maintenance");

    private final String label;

    AssetStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The status stored as {@code label}; throws {@link IllegalArgumentException} for any other word. */
    public static AssetStatus ofLabel(String label) {
        for (AssetStatus s : values()) {
            if (s.label.equals(label)) {
                return s;
            }
        }
        throw new IllegalArgumentException("unknown asset status: " + label);
    }
}
