package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a batch in one transaction: the good documents of a wire insert are all there or none. Duplicates are found by
 * the database's own unique indexes; only then are they looked for one by one. Any thread.
 */
final class Inserts {
    private static final int ATTEMPTS = 50;

    private final Store store;

    Inserts(Store store) {
        this.store = store;
    }

    /** What became of a batch. */
    record Outcome(int inserted, List<Document> errors) {}

    private record Numbered(int position, Entry entry) {}

    Outcome insert(CollectionState state, List<byte[]> documents, boolean ordered, boolean check) {
        state.structure().readLock().lock();
        try {
            if (state.dropped()) {
                throw Errors.of(Errors.QUERY_PLAN_KILLED, "collection " + state.namespace() + " was dropped");
            }
            List<Document> errors = new ArrayList<>();
            List<Numbered> entries = prepare(state, documents, ordered, check, errors);
            for (int attempt = 0; !entries.isEmpty(); attempt++) {
                List<Numbered> now = entries;
                try {
                    store(state, now);
                    break;
                } catch (Store.DuplicateEntry e) {
                    if (attempt >= ATTEMPTS) {
                        throw e;
                    }
                    entries = withoutDuplicates(state, now, ordered, errors);
                }
            }
            errors.sort(Comparator.comparingInt(error -> Values.integer(error, "index")));
            return new Outcome(entries.size(), errors);
        } finally {
            state.structure().readLock().unlock();
        }
    }

    private static List<Numbered> prepare(
            CollectionState state, List<byte[]> documents, boolean ordered, boolean check, List<Document> errors) {
        List<Numbered> entries = new ArrayList<>(documents.size());
        List<IndexState> indexes = state.indexes();
        KeyBuilder key = new KeyBuilder();
        Validator validator = state.rules().validator();
        for (int i = 0; i < documents.size(); i++) {
            try {
                byte[] document = documents.get(i);
                Bson.validate(document);
                Entry entry = Entry.of(state, indexes, document, key);
                if (check) {
                    validator.check(new RawDocument(entry.document()));
                }
                entries.add(new Numbered(i, entry));
            } catch (MongoServerError e) {
                errors.add(Replies.writeError(i, e));
                if (ordered) {
                    break;
                }
            }
        }
        return entries;
    }

    private void store(CollectionState state, List<Numbered> numbered) {
        List<Entry> entries = numbered.stream().map(Numbered::entry).toList();
        List<IndexState> grown = grown(state, entries);
        if (grown.isEmpty()) {
            store.writeOne(
                    connection -> InsertStatement.run(connection, state, entries, state.reserve(entries.size())));
            return;
        }
        store.write(connection -> {
            for (IndexState index : grown) {
                Rows.markMultikey(connection, index);
            }
            return InsertStatement.run(connection, state, entries, state.reserve(entries.size()));
        });
    }

    /** The indexes that get the first document with more than one entry. */
    private static List<IndexState> grown(CollectionState state, List<Entry> entries) {
        List<IndexState> grown = new ArrayList<>();
        List<IndexState> indexes = state.indexes();
        for (int x = 0; x < indexes.size(); x++) {
            int place = x;
            if (!indexes.get(x).multikey()
                    && entries.stream()
                            .anyMatch(entry -> entry.keys().get(place).multikey())) {
                grown.add(indexes.get(x));
            }
        }
        return grown;
    }

    /** Takes out what is a duplicate of a stored document or of an earlier one of the batch, and reports it. */
    private List<Numbered> withoutDuplicates(
            CollectionState state, List<Numbered> entries, boolean ordered, List<Document> errors) {
        List<Unique> uniques = new ArrayList<>();
        uniques.add(new Unique(-1, IndexSpec.id(), stored(state.table(), "id", entries, -1)));
        List<IndexState> indexes = state.indexes();
        for (int x = 0; x < indexes.size(); x++) {
            IndexState index = indexes.get(x);
            if (index.spec().unique()) {
                uniques.add(new Unique(x, index.spec(), stored(index.table(), "k", entries, x)));
            }
        }
        List<Numbered> left = new ArrayList<>();
        for (Numbered numbered : entries) {
            Unique clash = clash(uniques, numbered.entry());
            if (clash == null) {
                uniques.forEach(unique -> unique.taken().addAll(keysOf(numbered.entry(), unique.index())));
                left.add(numbered);
                continue;
            }
            Document document = Bson.decode(numbered.entry().document());
            MongoServerError error = Duplicates.error(state, clash.spec(), document);
            if (ordered) {
                errors.clear();
                errors.add(Replies.writeError(numbered.position(), error));
                break;
            }
            errors.add(Replies.writeError(numbered.position(), error));
        }
        return left;
    }

    private record Unique(int index, IndexSpec spec, Set<byte[]> taken) {}

    private static @Nullable Unique clash(List<Unique> uniques, Entry entry) {
        for (Unique unique : uniques) {
            if (keysOf(entry, unique.index()).stream().anyMatch(unique.taken()::contains)) {
                return unique;
            }
        }
        return null;
    }

    private static List<byte[]> keysOf(Entry entry, int index) {
        return index < 0 ? List.of(entry.id()) : entry.keys().get(index).keys();
    }

    private Set<byte[]> stored(String table, String column, List<Numbered> entries, int index) {
        byte[][] keys = entries.stream()
                .flatMap(numbered -> keysOf(numbered.entry(), index).stream())
                .toArray(byte[][]::new);
        Set<byte[]> taken = new TreeSet<>(Arrays::compareUnsigned);
        return store.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT " + column + " FROM " + table + " WHERE " + column + " = ANY (?)")) {
                statement.setArray(1, connection.createArrayOf("bytea", keys));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taken.add(rows.getBytes(1));
                    }
                }
            }
            return taken;
        });
    }
}
