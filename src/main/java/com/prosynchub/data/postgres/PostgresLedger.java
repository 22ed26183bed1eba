package com.prosynchub.data.postgres;

import com.prosynchub.data.LedgerRepository;
import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.audit.LedgerPlace;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger through the door's gated functions. All threads but the forbidden one. */
final class PostgresLedger implements LedgerRepository {
    private static final int CHECKED_AT_ONCE = 5_000;
    private static final String SEARCH = "select * from app.ledger_search(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String VERIFY = "select * from app.verify_ledger(?, ?)";

    private static final String PLACES = "select * from app.ledger_places(?, ?)";

    private static final String FORMER = "select * from app.restorable(?, ?)";
    private static final String RESTORE = "select app.restore_field(?, ?, ?, ?)";

    private final Link link;

    PostgresLedger(Link link) {
        this.link = link;
    }

    @Override
    public Page<LedgerEntry> search(LedgerFilter filter, PageRequest page) {
        return link.read(u -> Cursor.page(
                "ledger",
                page,
                List.of("", ""),
                (key, limit) -> {
                    // Read before the statement is made, where a key that is none is still the asker's mistake.
                    Instant at = key.getFirst().isEmpty() ? null : Instant.parse(key.getFirst());
                    Long seq = at == null ? null : Long.valueOf(key.getLast());
                    return SqlRows.of(u, SEARCH, PostgresLedger::entry, s -> {
                        fill(s, filter);
                        time(s, 8, at);
                        s.setObject(9, seq, Types.BIGINT);
                        s.setInt(10, limit.maxResults());
                    });
                },
                entry -> List.of(entry.at().toString(), Long.toString(entry.seq())),
                entry -> entry));
    }

    @Override
    public LedgerCheck verify(long after) {
        return link.read(u -> SqlRows.of(u, VERIFY, PostgresLedger::check, s -> {
                    s.setLong(1, after);
                    s.setInt(2, CHECKED_AT_ONCE);
                }))
                .getFirst();
    }

    @Override
    public List<LedgerPlace> places(long after, int limit) {
        return link.read(u -> SqlRows.of(u, PLACES, PostgresLedger::place, s -> {
            s.setLong(1, after);
            s.setInt(2, limit);
        }));
    }

    @Override
    public FormerValue former(UUID eventId, String field) {
        return link.read(u -> SqlRows.of(u, FORMER, PostgresLedger::former, s -> {
                    s.setObject(1, eventId);
                    s.setString(2, field);
                }))
                .getFirst();
    }

    @Override
    public void restore(UUID eventId, String field, int revision, String reason) {
        link.write(u -> SqlRows.of(u, RESTORE, r -> true, s -> {
            s.setObject(1, eventId);
            s.setString(2, field);
            s.setInt(3, revision);
            s.setString(4, reason);
        }));
    }

    @Override
    public void noteRefusal(@Nullable String permission) {
        link.noteRefusal(permission);
    }

    private static FormerValue former(ResultSet r) throws SQLException {
        return new FormerValue(r.getString("former"), r.getString("present"), r.getInt("version"));
    }

    private static void fill(PreparedStatement s, LedgerFilter filter) throws SQLException {
        s.setObject(1, filter.userId());
        s.setString(2, filter.entityType());
        s.setString(3, filter.entityKey());
        s.setString(4, filter.action());
        s.setString(5, filter.text());
        time(s, 6, filter.from());
        time(s, 7, filter.until());
    }

    private static void time(PreparedStatement s, int index, @Nullable Instant at) throws SQLException {
        s.setObject(index, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static LedgerEntry entry(ResultSet r) throws SQLException {
        return new LedgerEntry(
                r.getLong("seq"),
                r.getObject("seal_no", Long.class),
                r.getObject("event_id", UUID.class),
                r.getObject("at", OffsetDateTime.class).toInstant(),
                r.getObject("user_id", UUID.class),
                r.getString("username"),
                r.getString("person"),
                r.getString("action"),
                r.getString("entity_type"),
                r.getString("entity_key"),
                Json.object(r.getString("previous_state")),
                Json.object(r.getString("new_state")),
                r.getString("ip"),
                r.getString("agent"),
                r.getString("reason"),
                r.getString("fingerprint"));
    }

    private static LedgerPlace place(ResultSet r) throws SQLException {
        return new LedgerPlace(
                r.getLong("seq"),
                r.getObject("seal_no", Long.class),
                r.getObject("event_id", UUID.class),
                r.getString("seal"),
                r.getBoolean("delivered"),
                r.getBoolean("shown") ? PostgresOutbox.entry(r) : null);
    }

    private static LedgerCheck check(ResultSet r) throws SQLException {
        String problem = r.getString("problem");
        return new LedgerCheck(
                r.getLong("upto"),
                r.getLong("ending"),
                r.getObject("broken", Long.class),
                problem == null ? null : LedgerCheck.Problem.of(problem),
                r.getString("fingerprint"),
                r.getLong("unsealed"));
    }
}
