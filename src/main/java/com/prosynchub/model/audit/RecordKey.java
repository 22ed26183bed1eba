package com.prosynchub.model.audit;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names one record of the site in the feed: the one whose screen a line belongs to, so that a step is found under its work
 * order and a limit under its asset.
 *
 * @param type as the ledger spells it, such as {@code WORK_ORDER}
 * @param key the record's key as text
 */
public record RecordKey(String type, String key) {
    private static final char BETWEEN = '/';

    public static RecordKey of(String type, Object key) {
        return new RecordKey(type, key.toString());
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<RecordKey> parse(String text) {
        int at = text.indexOf(BETWEEN);
        return at < 1 || at == text.length() - 1
                ? Optional.empty()
                : Optional.of(new RecordKey(text.substring(0, at), text.substring(at + 1)));
    }

    /** As the documents have it. */
    public String text() {
        return type + BETWEEN + key;
    }

    /** The key where it is a UUID, else null. */
    public @Nullable UUID uuid() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException number) {
            return null;
        }
    }
}
