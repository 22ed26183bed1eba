package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.AuditLogRepository;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** {@code auditLogs}. Safe for all threads. */
final class MongoAuditLogs implements AuditLogRepository {
    private final MongoCollection<AuditEntry> collection;
    private final KeysetPager<AuditEntry> pager;

    MongoAuditLogs(MongoCollection<AuditEntry> collection) {
        this.collection = collection;
        this.pager = new KeysetPager<>(collection, "timestamp", true);
    }

    @Override
    public void insert(AuditEntry entry) {
        DocumentRules.check(entry);
        Inserts.once(collection, entry);
    }

    @Override
    public Page<AuditEntry> ofEntity(String entityType, UUID entityId, PageRequest page) {
        return pager.page(and(eq("entity_type", entityType), eq("entity_id", entityId)), page);
    }

    @Override
    public Page<AuditEntry> ofUser(UUID userId, PageRequest page) {
        return pager.page(eq("user_id", userId), page);
    }

    @Override
    public Page<AuditEntry> latest(PageRequest page) {
        return pager.page(empty(), page);
    }
}
