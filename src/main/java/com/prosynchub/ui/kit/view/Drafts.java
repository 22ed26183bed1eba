package com.prosynchub.ui.kit.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Typed work that was not saved when a session ended, kept in memory until the same person is back. Keys name the person
 * and the record, so nobody finds another's. FX thread.
 */
public final class Drafts {
    private final Map<String, Object> kept = new HashMap<>();

    public void keep(String key, Object draft) {
        kept.put(key, draft);
    }

    /** Hands a draft out once. */
    public <T> Optional<T> take(String key, Class<T> type) {
        Object draft = kept.remove(key);
        return type.isInstance(draft) ? Optional.of(type.cast(draft)) : Optional.empty();
    }

    /** Keeps a text if somebody typed it; answers whether. */
    public boolean keepTyped(String key, String now, String before) {
        boolean typed = !now.equals(before);
        if (typed) {
            keep(key, now);
        }
        return typed;
    }

    /** Whether something is kept whose key begins so. */
    public boolean holds(String prefix) {
        return kept.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    public int size() {
        return kept.size();
    }
}
