package com.prosynchub.model.access;

import java.util.Locale;

/** What a permission applies to; the words of the permission table's {@code resource} column. */
public enum Resource {
    ASSET,
    ASSET_TYPE,
    LOCATION,
    METRIC,
    ALARM,
    PREDICTION,
    WORK_ORDER,
    REQUEST,
    PM_PLAN,
    PART,
    STOCK,
    PURCHASE,
    REPORT,
    IMPORT,
    USER,
    ROLE,
    AUDIT,
    BACKUP,
    ARCHIVE,
    INTEGRATION,
    SETTINGS;

    /** The word stored in the database, such as {@code work_order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
