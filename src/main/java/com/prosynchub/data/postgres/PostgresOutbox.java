package com.prosynchub.data.postgres;

import com.prosynchub.data.OutboxRepository;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox through the relay's login. Rows are locked while they are delivered and a second relay does not wait: it has
 * nothing to do, and overtaking the first one would break the order of an entity's events. What was committed is sealed
 * into the ledger's chain first; a chain that somebody broke is found by the check and holds no delivery up. Any thread,
 * one at a time.
 */
final class PostgresOutbox implements OutboxRepository {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresOutbox.class);
    private static final int TRIES = 5;
    private static final int SEALED_AT_ONCE = 10_000;
    private static final String LOCKED_BY_OTHERS = "55P03";

    private static final String WAITING = """
        select seq, event_id, user_id, action, entity_type, entity_id, previous_state::text, new_state::text, ip, agent,
            at, attempts, encode(hash, 'hex') as seal
        from audit.outbox
        where relayed_at is null and parked_reason is null and (seal_no is not null or ? or at < clock_timestamp() - interval '1 minute')
        order by seq
        limit ?
        for update nowait
        """;

    private static final String BACKLOG = """
        select count(*) filter (where parked_reason is null), count(*) filter (where parked_reason is not null),
            (extract(epoch from clock_timestamp() - min(at) filter (where parked_reason is null)) * 1000)::bigint
        from audit.outbox
        where relayed_at is null
        """;

    /** What the relay writes to, as the change feed names it. */
    private static final List<String> COLLECTIONS = List.of("auditLogs", "userActivityFeed", "notifications");

    private final Wire wire;

    PostgresOutbox(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int relay(int limit, Function<AuditEntry, Delivery> deliver) {
        // What was written since waits for its seal and the next time, unless there are no seals to be had. Some ways
        // to
        // break the chain leave sealing without work instead of stopping it; then a minute is enough of waiting.
        boolean unsealedToo = !seal();
        return wire.inTransaction(c -> {
            List<Waiting> waiting = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement(WAITING)) {
                s.setBoolean(1, unsealedToo);
                s.setInt(2, limit);
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        waiting.add(new Waiting(entry(r), r.getInt("attempts")));
                    }
                }
            } catch (SQLException e) {
                if (LOCKED_BY_OTHERS.equals(e.getSQLState())) {
                    c.rollback();
                    return 0;
                }
                throw e;
            }
            return deliver(c, waiting, deliver);
        });
    }

    @Override
    public Backlog backlog() {
        return wire.inTransaction(c -> {
            try (PreparedStatement s = c.prepareStatement(BACKLOG);
                    ResultSet r = s.executeQuery()) {
                r.next();
                long oldest = r.getLong(3);
                boolean none = r.wasNull();
                return new Backlog(r.getLong(1), r.getLong(2), none ? null : Duration.ofMillis(Math.max(0, oldest)));
            }
        });
    }

    @Override
    public void close() {
        wire.close();
    }

    /** Seals what is committed; answers whether that was possible. */
    private boolean seal() {
        try {
            wire.inTransaction(c -> {
                try (PreparedStatement s = c.prepareStatement("select audit.seal(?)")) {
                    s.setInt(1, SEALED_AT_ONCE);
                    return s.execute();
                }
            });
            return true;
        } catch (FailureException e) {
            // A store that is away is said by the delivery that follows.
            if (!(e.failure() instanceof Failure.Unavailable)) {
                LOG.warn("The ledger can not be sealed: {}", e.failure().detail());
            }
            return false;
        }
    }

    private static int deliver(Connection c, List<Waiting> waiting, Function<AuditEntry, Delivery> deliver)
            throws SQLException {
        List<Long> delivered = new ArrayList<>();
        for (Waiting w : waiting) {
            Delivery outcome = deliver.apply(w.entry);
            if (outcome instanceof Delivery.Delivered) {
                delivered.add(w.entry.outboxSeq());
                continue;
            }
            if (outcome instanceof Delivery.Refused(String reason)) {
                noteRefusal(c, w, reason);
            }
            break;
        }
        if (!delivered.isEmpty()) {
            try (PreparedStatement s =
                    c.prepareStatement("update audit.outbox set relayed_at = clock_timestamp() where seq = any(?)")) {
                s.setArray(1, c.createArrayOf("bigint", delivered.toArray()));
                s.executeUpdate();
            }
            announce(c);
        }
        return delivered.size();
    }

    /** The document store has no feed of its own that both kinds of it share: its changes are told here, at commit. */
    private static void announce(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            for (String collection : COLLECTIONS) {
                s.execute("notify prosync, '" + collection + "|I|*'");
            }
        }
    }

    private static void noteRefusal(Connection c, Waiting w, String reason) throws SQLException {
        try (PreparedStatement s =
                c.prepareStatement("update audit.outbox set attempts = ?, parked_reason = ? where seq = ?")) {
            s.setInt(1, w.attempts + 1);
            s.setString(2, w.attempts + 1 >= TRIES ? reason : null);
            s.setLong(3, w.entry.outboxSeq());
            s.executeUpdate();
        }
    }

    /** Reads what stands in the ledger. */
    static AuditEntry entry(ResultSet r) throws SQLException {
        return new AuditEntry(
                r.getObject("event_id", UUID.class),
                r.getLong("seq"),
                r.getObject("user_id", UUID.class),
                r.getString("action"),
                r.getString("entity_type"),
                r.getObject("entity_id", UUID.class),
                Json.object(r.getString("previous_state")),
                Json.object(r.getString("new_state")),
                r.getString("ip"),
                r.getString("agent"),
                r.getObject("at", OffsetDateTime.class).toInstant(),
                r.getString("seal"));
    }

    private record Waiting(AuditEntry entry, int attempts) {}
}
