package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.Plan.Interval;
import com.prosynchub.data.embedded.document.Plan.Way;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a plan in its order, a few at a time; between two batches it holds nothing but the last key, so a
 * waiting cursor costs no connection. One thread at a time.
 */
final class Scan {
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final int BATCH_ROWS = 2_000;
    private static final int KEYS_AT_ONCE = 500;

    private final Reader store;
    private final CollectionState state;
    private final Plan plan;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private int interval;
    private byte @Nullable [] lastKey;
    private long lastRecord;
    private int wanted;
    private boolean ended;
    private long read;

    /** A record found: its number, the key it was found under (empty for a scan of records), and its document. */
    @SuppressWarnings("ArrayRecordComponent") // never compared or shown
    record Row(long record, byte[] key, byte[] document) {}

    /** @param wanted how many records will be asked for if all fit, 0 if unknown */
    Scan(Reader store, CollectionState state, Plan plan, int wanted) {
        this.store = store;
        this.state = state;
        this.plan = plan;
        this.wanted = wanted;
    }

    /** How many records were read so far, fitting or not. */
    long read() {
        return read;
    }

    Plan plan() {
        return plan;
    }

    @Nullable
    Row next() {
        while (true) {
            while (rows.isEmpty()) {
                if (ended) {
                    return null;
                }
                store.read(this::fill);
            }
            Row row = rows.removeFirst();
            read++;
            if (!plan.multikey() || seen.add(row.record())) {
                return row;
            }
        }
    }

    private int batch() {
        int fitting = Math.clamp(BATCH_BYTES / state.averageSize(), 1, BATCH_ROWS);
        int batch = wanted > 0 ? Math.min(wanted, fitting) : Math.min(fitting, read == 0 ? 128 : BATCH_ROWS);
        wanted = 0;
        return batch;
    }

    private Void fill(Connection connection) throws SQLException {
        if (plan.way() == Way.RECORDS) {
            fillRecords(connection);
        } else if (plan.keys() && !plan.backward()) {
            fillKeys(connection);
        } else {
            fillInterval(connection);
        }
        return null;
    }

    private void fillRecords(Connection connection) throws SQLException {
        String table = state.table();
        String sql = plan.backward()
                ? "SELECT rid, NULL::bytea, doc FROM " + table + " WHERE rid < ? ORDER BY rid DESC LIMIT ?"
                : "SELECT rid, NULL::bytea, doc FROM " + table + " WHERE rid > ? ORDER BY rid LIMIT ?";
        int batch = batch();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, lastKey == null && plan.backward() ? Long.MAX_VALUE : lastRecord);
            statement.setInt(2, batch);
            ended = take(statement) < batch;
        }
    }

    private void fillKeys(Connection connection) throws SQLException {
        List<Interval> intervals = plan.intervals();
        int to = Math.min(intervals.size(), interval + Math.clamp(BATCH_BYTES / state.averageSize(), 1, KEYS_AT_ONCE));
        byte[][] keys =
                intervals.subList(interval, to).stream().map(Interval::low).toArray(byte[][]::new);
        if (keys.length > 0) {
            String sql = select() + " WHERE " + keyColumn() + " = ANY (?) ORDER BY " + keyColumn();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("bytea", keys));
                take(statement);
            }
        }
        interval = to;
        ended = interval >= intervals.size();
    }

    private void fillInterval(Connection connection) throws SQLException {
        if (interval >= plan.intervals().size()) {
            ended = true;
            return;
        }
        int size = plan.intervals().size();
        Interval current = plan.intervals().get(plan.backward() ? size - 1 - interval : interval);
        int batch = batch();
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            bind(statement, current, batch);
            if (take(statement) < batch) {
                interval++;
                lastKey = null;
                ended = interval >= size;
            }
        }
    }

    private boolean unique() {
        return plan.way() == Way.ID
                || (plan.index() != null && plan.index().spec().unique());
    }

    private String keyColumn() {
        return plan.way() == Way.ID ? "c.id" : "i.k";
    }

    private String select() {
        IndexState index = plan.index();
        return index == null
                ? "SELECT c.rid, c.id, c.doc FROM " + state.table() + " c"
                : "SELECT i.rid, i.k, c.doc FROM " + index.table() + " i JOIN " + state.table() + " c ON c.rid = i.rid";
    }

    private String sql() {
        String key = keyColumn();
        String both = unique() ? key : "(" + key + ", i.rid)";
        String place = unique() ? "?" : "(?, ?)";
        String low = lastKey != null && !plan.backward() ? both + " > " + place : key + " >= ?";
        String high = lastKey != null && plan.backward() ? both + " < " + place : key + " < ?";
        String direction = plan.backward() ? " DESC" : "";
        String order = unique() ? key + direction : key + direction + ", i.rid" + direction;
        return select() + " WHERE " + low + " AND " + high + " ORDER BY " + order + " LIMIT ?";
    }

    private void bind(PreparedStatement statement, Interval current, int batch) throws SQLException {
        int at = 1;
        byte[] last = lastKey;
        if (last != null && !plan.backward()) {
            statement.setBytes(at++, last);
            if (!unique()) {
                statement.setLong(at++, lastRecord);
            }
            statement.setBytes(at++, current.high());
        } else if (last != null) {
            statement.setBytes(at++, current.low());
            statement.setBytes(at++, last);
            if (!unique()) {
                statement.setLong(at++, lastRecord);
            }
        } else {
            statement.setBytes(at++, current.low());
            statement.setBytes(at++, current.high());
        }
        statement.setInt(at, batch);
    }

    private int take(PreparedStatement statement) throws SQLException {
        int count = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                byte[] key = plan.way() == Way.RECORDS ? new byte[0] : result.getBytes(2);
                Row row = new Row(result.getLong(1), key, result.getBytes(3));
                state.sawSize(row.document().length);
                rows.addLast(row);
                lastRecord = row.record();
                lastKey = key;
                count++;
            }
        }
        return count;
    }
}
