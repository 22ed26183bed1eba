package com.prosynchub.data.mongo;

import com.prosynchub.data.DocumentIds;
import com.prosynchub.model.audit.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code auditLogs}; {@code event_id}, {@code outbox_seq} and {@code hash} are extension fields. */
final class AuditEntryCodec extends ReadWrite<AuditEntry> {
    /** All that such a document may hold. */
    static final Set<String> FIELDS = Set.of(
            "_id",
            "event_id",
            "outbox_seq",
            "user_id",
            "action",
            "entity_type",
            "entity_id",
            "previous_state",
            "new_state",
            "ip_address",
            "user_agent",
            "timestamp",
            "hash");

    AuditEntryCodec() {
        super(AuditEntry.class);
    }

    @Override
    void write(BsonWriter out, AuditEntry entry) {
        Out.id(out, DocumentIds.of(entry.eventId(), entry.timestamp(), "audit"));
        Out.uuid(out, "event_id", entry.eventId());
        out.writeInt64("outbox_seq", entry.outboxSeq());
        Out.uuid(out, "user_id", entry.userId());
        Out.text(out, "action", entry.action());
        Out.text(out, "entity_type", entry.entityType());
        Out.uuid(out, "entity_id", entry.entityId());
        Out.tree(out, "previous_state", entry.previousState());
        Out.tree(out, "new_state", entry.newState());
        Out.text(out, "ip_address", entry.ipAddress());
        Out.text(out, "user_agent", entry.userAgent());
        Out.time(out, "timestamp", entry.timestamp());
        Out.text(out, "hash", entry.hash());
    }

    @Override
    AuditEntry read(BsonReader in) {
        var it = new Object() {
            @Nullable
            UUID event;

            long seq;

            @Nullable
            UUID user;

            @Nullable
            String action;

            @Nullable
            String type;

            @Nullable
            UUID entity;

            Map<String, Object> before = Map.of();
            Map<String, Object> after = Map.of();

            @Nullable
            String ip;

            @Nullable
            String agent;

            @Nullable
            Instant at;

            @Nullable
            String hash;
        };
        In.fields(in, field -> {
            switch (field) {
                case "event_id" -> it.event = In.uuid(in);
                case "outbox_seq" -> it.seq = In.whole(in);
                case "user_id" -> it.user = In.uuid(in);
                case "action" -> it.action = in.readString();
                case "entity_type" -> it.type = in.readString();
                case "entity_id" -> it.entity = In.uuid(in);
                case "previous_state" -> it.before = In.tree(in);
                case "new_state" -> it.after = In.tree(in);
                case "ip_address" -> it.ip = in.readString();
                case "user_agent" -> it.agent = in.readString();
                case "timestamp" -> it.at = In.time(in);
                case "hash" -> it.hash = in.readString();
                default -> in.skipValue();
            }
        });
        return new AuditEntry(
                In.required("event_id", it.event),
                it.seq,
                it.user,
                In.required("action", it.action),
                In.required("entity_type", it.type),
                it.entity,
                it.before,
                it.after,
                it.ip,
                it.agent,
                In.required("timestamp", it.at),
                it.hash);
    }
}
