package com.prosynchub.data.embedded.document;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a query as they were found, even while they are changed: a changed key must not bring a document
 * back. Only record numbers are kept. One thread.
 */
final class Stable implements Supplier<Scan.@Nullable Row> {
    private static final int ROWS = 500;

    private final Reader reader;
    private final CollectionState state;
    private final List<Long> records = new ArrayList<>();
    private final Deque<Scan.Row> rows = new ArrayDeque<>();
    private int at;

    Stable(Reader reader, CollectionState state, Query query) {
        this.reader = reader;
        this.state = state;
        for (Scan.Row row = query.next(); row != null; row = query.next()) {
            records.add(row.record());
        }
    }

    @Override
    public Scan.@Nullable Row get() {
        while (rows.isEmpty() && at < records.size()) {
            int to = Math.min(records.size(), at + Math.clamp(8_000_000 / state.averageSize(), 1, ROWS));
            load(records.subList(at, to));
            at = to;
        }
        return rows.pollFirst();
    }

    private void load(List<Long> wanted) {
        Map<Long, byte[]> documents = reader.read(connection -> {
            Map<Long, byte[]> read = new HashMap<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT rid, doc FROM " + state.table() + " WHERE rid = ANY (?)")) {
                statement.setArray(1, connection.createArrayOf("bigint", wanted.toArray()));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        read.put(result.getLong(1), result.getBytes(2));
                    }
                }
            }
            return read;
        });
        for (Long record : wanted) {
            byte[] document = documents.get(record);
            if (document != null) {
                rows.addLast(new Scan.Row(record, new byte[0], document));
            }
        }
    }
}
