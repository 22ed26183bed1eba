package com.prosynchub.data;

import com.prosynchub.model.audit.AuditCopy;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit log's readable copy. */
public interface AuditLogRepository {
    /** Stores one; a second delivery of the same event changes nothing. */
    void insert(AuditEntry entry);

    /** Newest first. */
    Page<AuditEntry> ofEntity(String entityType, UUID entityId, PageRequest page);

    /** Newest first. */
    Page<AuditEntry> ofUser(UUID userId, PageRequest page);

    /** Newest first. */
    Page<AuditEntry> latest(PageRequest page);

    /** The documents of those places of the ledger, in its order; {@code after} not included, {@code upto} included. */
    List<AuditCopy> between(long after, long upto, int limit);

    /** The document of the lowest or of the highest place; one that names no place stands beyond all others. */
    Optional<AuditCopy> outermost(boolean highest);
}
