package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.AuditLogRepository;
import com.prosynchub.data.DocumentIds;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.model.audit.AuditCopy;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonNumber;
import org.bson.BsonObjectId;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;

/** {@code auditLogs}. Safe for all threads. */
final class MongoAuditLogs implements AuditLogRepository {
    private static final String SEQ = "outbox_seq";

    private final MongoCollection<AuditEntry> collection;
    private final KeysetPager<AuditEntry> pager;
    private final MongoCollection<RawBsonDocument> raw;
    private final Codec<AuditEntry> codec;

    MongoAuditLogs(MongoCollection<AuditEntry> collection) {
        this.collection = collection;
        this.raw = collection.withDocumentClass(RawBsonDocument.class);
        this.codec = collection.getCodecRegistry().get(AuditEntry.class);
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

    @Override
    public List<AuditCopy> between(long after, long upto, int limit) {
        return Calls.get(() -> raw.find(and(gt(SEQ, after), lte(SEQ, upto)))
                .sort(ascending(SEQ))
                .limit(limit)
                .map(this::copy)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<AuditCopy> outermost(boolean highest) {
        return Calls.get(() -> Optional.ofNullable(raw.find()
                        .sort(highest ? descending(SEQ) : ascending(SEQ))
                        .first())
                .map(this::copy));
    }

    /** Somebody may have put anything there, so whatever the relay would not have written is found and not thrown at. */
    private AuditCopy copy(RawBsonDocument document) {
        BsonValue place = document.get(SEQ);
        long seq = place instanceof BsonNumber number ? Math.max(0, number.longValue()) : 0;
        if (!AuditEntryCodec.FIELDS.containsAll(document.keySet())) {
            return new AuditCopy(seq, null);
        }
        try {
            AuditEntry entry = document.decode(codec);
            String id = DocumentIds.of(entry.eventId(), entry.timestamp(), "audit");
            boolean own = document.get("_id") instanceof BsonObjectId found
                    && found.getValue().toHexString().equals(id);
            return new AuditCopy(seq, own ? entry : null);
        } catch (BsonInvalidOperationException | FailureException | IllegalArgumentException strange) {
            return new AuditCopy(seq, null);
        }
    }
}
