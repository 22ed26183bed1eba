package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One audited action.
 *
 * @param eventId identity of the action; delivering it twice stores it once
 * @param outboxSeq number of the outbox row it came from, at least 1
 * @param userId null for actions of nobody known, such as a failed sign-in
 * @param entityId null where the entity's key is not a UUID; then {@code newState} or {@code previousState} holds the key
 * @param previousState the record before; empty for a creation
 * @param newState the record after; empty for a deletion
 * @param ipAddress name or address of the workstation
 * @param userAgent operating system user and program version
 * @param hash the entry's seal in the ledger's chain; null where it had none when it was copied
 */
public record AuditEntry(
        UUID eventId,
        long outboxSeq,
        @Nullable UUID userId,
        String action,
        String entityType,
        @Nullable UUID entityId,
        Map<String, Object> previousState,
        Map<String, Object> newState,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        Instant timestamp,
        @Nullable String hash) {
    /** An entry without its seal. */
    public AuditEntry(
            UUID eventId,
            long outboxSeq,
            @Nullable UUID userId,
            String action,
            String entityType,
            @Nullable UUID entityId,
            Map<String, Object> previousState,
            Map<String, Object> newState,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            Instant timestamp) {
        this(
                eventId,
                outboxSeq,
                userId,
                action,
                entityType,
                entityId,
                previousState,
                newState,
                ipAddress,
                userAgent,
                timestamp,
                null);
    }
}
