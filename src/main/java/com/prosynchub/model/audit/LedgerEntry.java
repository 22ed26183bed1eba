package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger as an auditor reads it.
 *
 * @param seq its place in the table; may have gaps
 * @param number its place in the hash chain, without gaps; null until it is sealed, a moment after it was written
 * @param userId null for actions of nobody known, such as a failed sign-in
 * @param username null with {@code userId}, or where the person is not known
 * @param entityKey the record's key as text
 * @param before the record before; empty for a creation
 * @param after the record after; empty for a deletion
 * @param host name or address of the workstation
 * @param agent operating system user and program version
 * @param fingerprint the entry's hash; null with {@code number}
 */
public record LedgerEntry(
        long seq,
        @Nullable Long number,
        UUID eventId,
        Instant at,
        @Nullable UUID userId,
        @Nullable String username,
        @Nullable String person,
        String action,
        String entityType,
        @Nullable String entityKey,
        Map<String, Object> before,
        Map<String, Object> after,
        @Nullable String host,
        @Nullable String agent,
        @Nullable String reason,
        @Nullable String fingerprint) {
    /** Stamps of a record, which only repeat who and when. */
    private static final Set<String> STAMPS =
            Set.of("created_at", "created_by", "updated_at", "updated_by", "row_version");

    /** What people call the record; null where it has no name. */
    public @Nullable String name() {
        return RecordName.of(after, before);
    }

    /** The fields that differ between both states, by name. */
    public List<FieldChange> changes() {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeAll(STAMPS);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            Object old = before.get(field);
            Object now = after.get(field);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return changes;
    }
}
