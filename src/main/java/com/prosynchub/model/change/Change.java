package com.prosynchub.model.change;

import java.util.Set;

/**
 * A hint that rows changed: re-read them, the hint is never the truth.
 *
 * @param entity table or collection name, such as {@code assets}
 * @param ids keys as text; empty means any row may have changed
 */
public record Change(String entity, Kind kind, Set<String> ids) {
    public Change {
        ids = Set.copyOf(ids);
    }

    public boolean anyRow() {
        return ids.isEmpty();
    }

    public enum Kind {
        INSERTED,
        UPDATED,
        DELETED,
        /** The listener was away and may have missed something: read everything that is shown again. */
        MISSED
    }
}
