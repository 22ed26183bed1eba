package com.prosynchub.model.site;

import java.util.Locale;

/** Columns of the schema that take any word, for which a site agrees on a list. */
public enum CodeKind {
    WORK_ORDER_TYPE(50),
    PART_CATEGORY(50),
    DEPARTMENT(100);

    private final int longest;

    CodeKind(int longest) {
        this.longest = longest;
    }

    /** Characters that the column holds. */
    public int longest() {
        return longest;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
