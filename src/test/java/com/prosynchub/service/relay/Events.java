package com.prosynchub.service.relay;

import com.prosynchub.model.audit.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes ledger events with rising numbers. */
final class Events {
    static final UUID JO = new UUID(1, 1);
    static final UUID ANN = new UUID(1, 2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private long seq;

    AuditEntry asset(UUID asset, String action, Map<String, Object> before, Map<String, Object> after) {
        return of(action, "ASSET", asset, before, after);
    }

    AuditEntry of(
            String action, String type, @Nullable UUID id, Map<String, Object> before, Map<String, Object> after) {
        seq++;
        return new AuditEntry(
                new UUID(7, seq), seq, JO, action, type, id, before, after, "10.0.0.7", "jo", NOON.plusSeconds(seq));
    }

    /** The shape that the store refuses. */
    AuditEntry poison() {
        return of("NONSENSE", "ASSET", UUID.randomUUID(), Map.of(), Map.of());
    }
}
