package com.prosynchub.model.site;

import java.util.Locale;

/** Records that a site numbers. */
public enum NumberKind {
    WORK_ORDER,
    ASSET,
    PART;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
