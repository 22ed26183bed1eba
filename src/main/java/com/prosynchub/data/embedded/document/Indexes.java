package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds and drops indexes; writers of the collection wait meanwhile, readers don't. Any thread. */
final class Indexes {
    private static final int ROWS = 2_000;

    private final Store store;

    Indexes(Store store) {
        this.store = store;
    }

    /** Makes those of the indexes that aren't there yet, all or none. */
    void create(CollectionState state, List<IndexSpec> wanted) {
        state.structure().writeLock().lock();
        try {
            List<IndexSpec> missing = new ArrayList<>();
            for (IndexSpec spec : wanted) {
                if (isMissing(state, spec) && missing.stream().noneMatch(spec::sameAs)) {
                    missing.add(spec);
                }
            }
            if (missing.isEmpty()) {
                return;
            }
            List<IndexState> all = new ArrayList<>(state.indexes());
            all.addAll(store.write(connection -> {
                List<IndexState> built = new ArrayList<>();
                for (IndexSpec spec : missing) {
                    built.add(build(connection, state, spec));
                }
                return built;
            }));
            state.indexes(all);
        } finally {
            state.structure().writeLock().unlock();
        }
    }

    private static boolean isMissing(CollectionState state, IndexSpec spec) {
        if (spec.isId()) {
            return false;
        }
        for (IndexState index : state.indexes()) {
            IndexSpec existing = index.spec();
            boolean sameName = existing.name().equals(spec.name());
            boolean same = existing.sameAs(spec);
            if (sameName && same) {
                return false;
            }
            if (sameName) {
                throw Errors.of(
                        Errors.INDEX_KEY_SPECS_CONFLICT,
                        "An existing index has the same name as the requested index. Requested index: " + spec.name()
                                + " on " + spec.keyText() + "existing index on " + existing.keyText());
            }
            if (same) {
                throw Errors.of(
                        Errors.INDEX_OPTIONS_CONFLICT,
                        "Index already exists with a different name: " + existing.name());
            }
        }
        return true;
    }

    private static IndexState build(Connection connection, CollectionState state, IndexSpec spec) throws SQLException {
        int id;
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO docstore.indexes (collection_id, description) VALUES (?, ?) RETURNING id")) {
            statement.setInt(1, state.id());
            statement.setBytes(2, Bson.encode(spec.description()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                id = rows.getInt(1);
            }
        }
        IndexState index = new IndexState(id, spec, false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + index.table() + " (k bytea NOT NULL, rid bigint NOT NULL)");
            fill(connection, state, index);
            if (spec.unique()) {
                requireUnique(connection, state, index);
            }
            statement.execute(
                    "ALTER TABLE " + index.table() + " ADD PRIMARY KEY (k" + (spec.unique() ? "" : ", rid") + ")");
        }
        return index;
    }

    private static void fill(Connection connection, CollectionState state, IndexState index) throws SQLException {
        KeyBuilder key = new KeyBuilder();
        long last = 0;
        boolean more = true;
        while (more) {
            CopyBuffer entries = new CopyBuffer(ROWS * 64);
            int count = 0;
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT rid, doc FROM " + state.table() + " WHERE rid > ? ORDER BY rid LIMIT " + ROWS)) {
                statement.setLong(1, last);
                statement.setFetchSize(100);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        count++;
                        IndexKeys keys = IndexKeys.of(index.spec(), rows.getBytes(2), key);
                        if (keys.multikey() && !index.multikey()) {
                            index.markMultikey();
                        }
                        for (byte[] found : keys.keys()) {
                            entries.row(2).bytes(found).number(last);
                        }
                    }
                }
            }
            entries.send(connection, index.table() + " (k, rid)");
            more = count == ROWS;
        }
        if (index.multikey()) {
            Rows.markMultikey(connection, index);
        }
    }

    private static void requireUnique(Connection connection, CollectionState state, IndexState index)
            throws SQLException {
        String sql = "SELECT c.doc FROM " + index.table() + " i JOIN " + state.table() + " c ON c.rid = i.rid WHERE i.k"
                + " = (SELECT k FROM " + index.table() + " GROUP BY k HAVING count(*) > 1 LIMIT 1) LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (rows.next()) {
                throw Duplicates.error(state, index.spec(), Bson.decode(rows.getBytes(1)));
            }
        }
    }

    /** Drops by name, by names, by key, or all but the one on {@code _id} for {@code "*"}. */
    void drop(CollectionState state, @Nullable Object which) {
        state.structure().writeLock().lock();
        try {
            List<IndexState> gone = chosen(state, which);
            store.write(connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (IndexState index : gone) {
                        statement.execute("DROP TABLE " + index.table());
                        statement.execute("DELETE FROM docstore.indexes WHERE id = " + index.id());
                    }
                }
                return gone;
            });
            List<IndexState> left = new ArrayList<>(state.indexes());
            left.removeAll(gone);
            state.indexes(left);
        } finally {
            state.structure().writeLock().unlock();
        }
    }

    private static List<IndexState> chosen(CollectionState state, @Nullable Object which) {
        if ("*".equals(which)) {
            return state.indexes();
        }
        if (which instanceof List<?> names) {
            return names.stream().map(name -> one(state, name)).distinct().toList();
        }
        return List.of(one(state, which));
    }

    private static IndexState one(CollectionState state, @Nullable Object which) {
        if (IndexSpec.ID_INDEX.equals(which)
                || (which instanceof Document key && key.keySet().equals(java.util.Set.of("_id")))) {
            throw Errors.of(Errors.INVALID_OPTIONS, "cannot drop _id index");
        }
        for (IndexState index : state.indexes()) {
            boolean hit = which instanceof Document key
                    ? Arrays.equals(
                            Bson.encode(key),
                            Bson.encode(Values.document(index.spec().description(), "key")))
                    : index.spec().name().equals(which);
            if (hit) {
                return index;
            }
        }
        String shown =
                which instanceof Document document ? document.toString() : String.valueOf(Missing.ofNullable(which));
        throw Errors.of(Errors.INDEX_NOT_FOUND, "index not found with name [" + shown + "]");
    }
}
