package com.prosynchub.model.access;

import java.util.Locale;

/** What a permission allows; the words of the permission table's {@code action} column. */
public enum Action {
    READ,
    CREATE,
    UPDATE,
    DELETE,
    ASSIGN,
    APPROVE,
    COMPLETE,
    ISSUE,
    ACKNOWLEDGE,
    SHELVE,
    CONFIGURE,
    EXPORT,
    RESTORE;

    /** The word stored in the database, such as {@code acknowledge}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
