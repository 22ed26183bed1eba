package com.prosynchub.data.embedded.document;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Stores entries with all their index entries by one statement: one round trip, whatever the indexes. COPY would need one
 * per table, and in binary format it buffers a thousand rows whose bookkeeping in the database costs the square of their
 * number. Stateless.
 */
final class InsertStatement {
    private static final byte[] NO_KEY = new byte[0];
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::bytes, Arrays::compareUnsigned);

    private InsertStatement() {}

    /** A key and the place of its entry in the batch. */
    @SuppressWarnings("ArrayRecordComponent") // never compared or shown
    private record Key(byte[] bytes, int place) {}

    /** Stores the entries under record numbers from {@code first} on, in the caller's transaction or as one. */
    static int run(Connection connection, CollectionState state, List<Entry> entries, long first) throws SQLException {
        List<IndexState> indexes = state.indexes();
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql(state, indexes))) {
            int at = 1;
            for (int x = 0; x < indexes.size(); x++) {
                Key[] keys = keys(entries, x);
                statement.setArray(at++, postgres.createArrayOf("bytea", bytes(keys)));
                statement.setArray(at++, postgres.createArrayOf("int8", records(keys, first)));
            }
            Key[] places = places(entries, !indexes.isEmpty());
            byte[][] ids = new byte[places.length][];
            byte[][] documents = new byte[places.length][];
            for (int i = 0; i < places.length; i++) {
                Entry entry = entries.get(places[i].place());
                ids[i] = entry.id();
                documents[i] = entry.document();
            }
            statement.setArray(at++, postgres.createArrayOf("int8", records(places, first)));
            statement.setArray(at++, postgres.createArrayOf("bytea", ids));
            statement.setArray(at, postgres.createArrayOf("bytea", documents));
            return statement.executeUpdate();
        }
    }

    private static String sql(CollectionState state, List<IndexState> indexes) {
        StringBuilder sql = new StringBuilder(96 + 128 * indexes.size());
        for (int x = 0; x < indexes.size(); x++) {
            sql.append(x == 0 ? "WITH i" : ", i")
                    .append(x)
                    .append(" AS (INSERT INTO ")
                    .append(indexes.get(x).table())
                    .append(" (k, rid) SELECT unnest(?), unnest(?))");
        }
        return sql.append(" INSERT INTO ")
                .append(state.table())
                .append(" (rid, id, doc) SELECT unnest(?), unnest(?), unnest(?)")
                .toString();
    }

    /** All keys in order: neighbours go to the same page, and two batches never wait for each other in a circle. */
    private static Key[] keys(List<Entry> entries, int index) {
        List<Key> keys = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            for (byte[] key : entries.get(i).keys().get(index).keys()) {
                keys.add(new Key(key, i));
            }
        }
        return sorted(keys);
    }

    /**
     * The order in which documents are laid down: that of the first index, so that a range of it later finds its
     * documents side by side. Their record numbers still tell the order in which they came.
     */
    private static Key[] places(List<Entry> entries, boolean indexed) {
        List<Key> places = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            List<byte[]> keys = indexed ? entries.get(i).keys().get(0).keys() : List.of();
            places.add(new Key(keys.isEmpty() ? NO_KEY : keys.get(0), i));
        }
        return sorted(places);
    }

    private static Key[] sorted(List<Key> keys) {
        Key[] sorted = keys.toArray(Key[]::new);
        Arrays.sort(sorted, ORDER);
        return sorted;
    }

    private static byte[][] bytes(Key[] keys) {
        byte[][] bytes = new byte[keys.length][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = keys[i].bytes();
        }
        return bytes;
    }

    private static long[] records(Key[] keys, long first) {
        long[] records = new long[keys.length];
        for (int i = 0; i < records.length; i++) {
            records[i] = first + keys[i].place();
        }
        return records;
    }
}
