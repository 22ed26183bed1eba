package com.prosynchub.model.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place of the ledger beside its copy in the documents.
 *
 * @param seq which the copy carries too
 * @param number the entry's number in the chain; null until it is sealed
 * @param hash its seal; null with {@code number}
 * @param delivered whether the copy must be there
 * @param shown what stands there, without what this person must not see; null where nothing of it may be seen
 */
public record LedgerPlace(
        long seq,
        @Nullable Long number,
        UUID eventId,
        @Nullable String hash,
        boolean delivered,
        @Nullable AuditEntry shown) {}
