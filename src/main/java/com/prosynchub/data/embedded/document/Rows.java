package com.prosynchub.data.embedded.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes single records with their index entries, inside the caller's transaction. Stateless. */
final class Rows {
    private Rows() {}

    static void insert(Connection connection, CollectionState state, Entry entry) throws SQLException {
        long record = state.reserve(1);
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + state.table() + " (rid, id, doc) VALUES (?, ?, ?)")) {
            statement.setLong(1, record);
            statement.setBytes(2, entry.id());
            statement.setBytes(3, entry.document());
            statement.executeUpdate();
        }
        List<IndexState> indexes = state.indexes();
        for (int x = 0; x < indexes.size(); x++) {
            IndexKeys keys = entry.keys().get(x);
            change(connection, indexes.get(x), record, List.of(), keys.keys());
            if (keys.multikey() && !indexes.get(x).multikey()) {
                markMultikey(connection, indexes.get(x));
            }
        }
    }

    static void update(Connection connection, CollectionState state, long record, byte[] before, Entry after)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE " + state.table() + " SET doc = ? WHERE rid = ?")) {
            statement.setBytes(1, after.document());
            statement.setLong(2, record);
            statement.executeUpdate();
        }
        KeyBuilder key = new KeyBuilder();
        List<IndexState> indexes = state.indexes();
        for (int x = 0; x < indexes.size(); x++) {
            IndexState index = indexes.get(x);
            Set<byte[]> gone = new TreeSet<>(Arrays::compareUnsigned);
            gone.addAll(IndexKeys.of(index.spec(), before, key).keys());
            List<byte[]> fresh = new ArrayList<>();
            for (byte[] wanted : after.keys().get(x).keys()) {
                if (!gone.remove(wanted)) {
                    fresh.add(wanted);
                }
            }
            change(connection, index, record, List.copyOf(gone), fresh);
            if (after.keys().get(x).multikey() && !index.multikey()) {
                markMultikey(connection, index);
            }
        }
    }

    static void delete(Connection connection, CollectionState state, List<Scan.Row> rows) throws SQLException {
        Long[] records = rows.stream().map(Scan.Row::record).toArray(Long[]::new);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + state.table() + " WHERE rid = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", records));
            statement.executeUpdate();
        }
        KeyBuilder key = new KeyBuilder();
        for (IndexState index : state.indexes()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM " + index.table() + " WHERE k = ? AND rid = ?")) {
                for (Scan.Row row : rows) {
                    for (byte[] gone :
                            IndexKeys.of(index.spec(), row.document(), key).keys()) {
                        statement.setBytes(1, gone);
                        statement.setLong(2, row.record());
                        statement.addBatch();
                    }
                }
                statement.executeBatch();
            }
        }
    }

    static Scan.@Nullable Row find(Connection connection, CollectionState state, byte[] id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT rid, doc FROM " + state.table() + " WHERE id = ?")) {
            statement.setBytes(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new Scan.Row(rows.getLong(1), id, rows.getBytes(2)) : null;
            }
        }
    }

    private static void change(
            Connection connection, IndexState index, long record, List<byte[]> gone, List<byte[]> fresh)
            throws SQLException {
        if (!gone.isEmpty()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM " + index.table() + " WHERE k = ANY (?) AND rid = ?")) {
                statement.setArray(1, connection.createArrayOf("bytea", gone.toArray(byte[][]::new)));
                statement.setLong(2, record);
                statement.executeUpdate();
            }
        }
        if (!fresh.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO " + index.table() + " (k, rid) SELECT k, ? FROM unnest(?) AS k")) {
                statement.setLong(1, record);
                statement.setArray(2, connection.createArrayOf("bytea", fresh.toArray(byte[][]::new)));
                statement.executeUpdate();
            }
        }
    }

    /** From now on a record may be met more than once in the index. Set before the commit, and never taken back. */
    static void markMultikey(Connection connection, IndexState index) throws SQLException {
        index.markMultikey();
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE docstore.indexes SET multikey = true WHERE id = ?")) {
            statement.setInt(1, index.id());
            statement.executeUpdate();
        }
    }
}
