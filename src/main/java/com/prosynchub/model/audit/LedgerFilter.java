package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are asked for; null asks for all.
 *
 * @param entityKey the record's key as text
 * @param text part of a record's name or key, of a person's name, or of a reason; blank for all
 * @param from first moment
 * @param until moment after the last
 */
public record LedgerFilter(
        @Nullable UUID userId,
        @Nullable String entityType,
        @Nullable String entityKey,
        @Nullable String action,
        String text,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static LedgerFilter all() {
        return new LedgerFilter(null, null, null, null, "", null, null);
    }

    public LedgerFilter ofPerson(@Nullable UUID person) {
        return new LedgerFilter(person, entityType, entityKey, action, text, from, until);
    }

    public LedgerFilter ofRecord(@Nullable String type, @Nullable String key) {
        return new LedgerFilter(userId, type, key, action, text, from, until);
    }

    public LedgerFilter ofAction(@Nullable String wanted) {
        return new LedgerFilter(userId, entityType, entityKey, wanted, text, from, until);
    }

    public LedgerFilter containing(String wanted) {
        return new LedgerFilter(userId, entityType, entityKey, action, wanted, from, until);
    }

    public LedgerFilter between(@Nullable Instant first, @Nullable Instant after) {
        return new LedgerFilter(userId, entityType, entityKey, action, text, first, after);
    }
}
