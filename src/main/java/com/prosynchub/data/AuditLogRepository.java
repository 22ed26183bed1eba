package com.prosynchub.data;

import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
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
}
