package com.prosynchub.data.embedded.document;

import com.prosynchub.data.embedded.document.CollectionState.Namespace;
import com.prosynchub.data.embedded.document.CollectionState.Rules;
import de.bwaldvogel.mongo.bson.Document;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The collections of all databases: read once at start, changed in the database first. Any thread. */
final class Catalog {
    private static final int MAX_NAME = 255;

    private final Store store;
    private final Map<Namespace, CollectionState> collections = new ConcurrentHashMap<>();
    private final Object changes = new Object();

    Catalog(Store store) {
        this.store = store;
        store.read(this::load);
    }

    private Void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, db, name, uuid, options FROM docstore.collections")) {
            while (rows.next()) {
                int id = rows.getInt(1);
                Namespace namespace = new Namespace(rows.getString(2), rows.getString(3));
                Rules rules = Rules.of(Bson.decode(rows.getBytes(5)));
                UUID uuid = rows.getObject(4, UUID.class);
                long next = lastRecord(connection, id) + 1;
                collections.put(
                        namespace, new CollectionState(id, uuid, namespace, rules, loadIndexes(connection, id), next));
            }
        }
        return null;
    }

    private static List<IndexState> loadIndexes(Connection connection, int collection) throws SQLException {
        List<IndexState> indexes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, description, multikey FROM docstore.indexes WHERE collection_id = ? ORDER BY id")) {
            statement.setInt(1, collection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    IndexSpec spec = IndexSpec.parse(Bson.decode(rows.getBytes(2)));
                    indexes.add(new IndexState(rows.getInt(1), spec, rows.getBoolean(3)));
                }
            }
        }
        return indexes;
    }

    private static long lastRecord(Connection connection, int collection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT max(rid) FROM docstore.c_" + collection)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Nullable
    CollectionState find(Namespace namespace) {
        return collections.get(namespace);
    }

    CollectionState require(Namespace namespace) {
        CollectionState state = collections.get(namespace);
        if (state == null) {
            throw Errors.of(Errors.NAMESPACE_NOT_FOUND, "ns does not exist: " + namespace);
        }
        return state;
    }

    List<CollectionState> all() {
        return List.copyOf(collections.values());
    }

    List<CollectionState> of(String database) {
        return collections.values().stream()
                .filter(state -> state.namespace().database().equals(database))
                .sorted(Comparator.comparing(state -> state.namespace().name()))
                .toList();
    }

    CollectionState findOrCreate(Namespace namespace) {
        CollectionState state = collections.get(namespace);
        if (state != null) {
            return state;
        }
        synchronized (changes) {
            CollectionState now = collections.get(namespace);
            return now != null ? now : create(namespace, new Document());
        }
    }

    /** Makes a collection. @throws de.bwaldvogel.mongo.exception.MongoServerError 48 if the name is taken */
    CollectionState create(Namespace namespace, Document options) {
        checkName(namespace);
        Rules rules = Rules.of(options);
        synchronized (changes) {
            if (collections.containsKey(namespace)) {
                throw Errors.of(Errors.NAMESPACE_EXISTS, "Collection already exists. NS: " + namespace);
            }
            UUID uuid = UUID.randomUUID();
            int id = store.write(connection -> {
                int fresh = insert(connection, namespace, uuid, options);
                try (Statement statement = connection.createStatement()) {
                    String table = "docstore.c_" + fresh;
                    statement.execute("CREATE TABLE " + table + " (rid bigint PRIMARY KEY, id bytea NOT NULL UNIQUE,"
                            + " doc bytea NOT NULL)");
                    statement.execute("ALTER TABLE " + table + " ALTER COLUMN doc SET STORAGE EXTERNAL");
                }
                return fresh;
            });
            CollectionState state = new CollectionState(id, uuid, namespace, rules, List.of(), 1);
            collections.put(namespace, state);
            return state;
        }
    }

    private static int insert(Connection connection, Namespace namespace, UUID uuid, Document options)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO docstore.collections (db, name, uuid, options) VALUES (?, ?, ?, ?) RETURNING id")) {
            statement.setString(1, namespace.database());
            statement.setString(2, namespace.name());
            statement.setObject(3, uuid);
            statement.setBytes(4, Bson.encode(options));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    static void checkName(Namespace namespace) {
        String database = namespace.database();
        String name = namespace.name();
        boolean bad = database.isEmpty()
                || database.chars().anyMatch(c -> "/\\. \"$\0".indexOf(c) >= 0)
                || name.isEmpty()
                || name.startsWith(".")
                || name.startsWith("system.")
                || name.indexOf('$') >= 0
                || name.indexOf('\0') >= 0
                || namespace.toString().length() > MAX_NAME;
        if (bad) {
            throw Errors.of(Errors.INVALID_NAMESPACE, "Invalid namespace specified '" + namespace + "'");
        }
    }

    void changeRules(CollectionState state, Document options) {
        Rules rules = Rules.of(options);
        synchronized (changes) {
            store.write(connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("UPDATE docstore.collections SET options = ? WHERE id = ?")) {
                    statement.setBytes(1, Bson.encode(options));
                    statement.setInt(2, state.id());
                    return statement.executeUpdate();
                }
            });
            state.rules(rules);
        }
    }

    void drop(CollectionState state) {
        state.structure().writeLock().lock();
        try {
            synchronized (changes) {
                store.write(connection -> {
                    dropTables(connection, state);
                    return state;
                });
                forget(state);
            }
        } finally {
            state.structure().writeLock().unlock();
        }
    }

    private void forget(CollectionState state) {
        state.markDropped();
        collections.remove(state.namespace(), state);
    }

    private static void dropTables(Connection connection, CollectionState state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (IndexState index : state.indexes()) {
                statement.execute("DROP TABLE " + index.table());
            }
            statement.execute("DROP TABLE " + state.table());
            statement.execute("DELETE FROM docstore.collections WHERE id = " + state.id());
        }
    }

    /** Renames within or across databases; a target in the way is dropped in the same transaction if so wished. */
    void rename(CollectionState state, Namespace to, boolean dropTarget) {
        checkName(to);
        synchronized (changes) {
            CollectionState target = collections.get(to);
            if (target != null && !dropTarget) {
                throw Errors.of(Errors.NAMESPACE_EXISTS, "target namespace exists");
            }
            store.write(connection -> {
                if (target != null) {
                    dropTables(connection, target);
                }
                try (PreparedStatement statement =
                        connection.prepareStatement("UPDATE docstore.collections SET db = ?, name = ? WHERE id = ?")) {
                    statement.setString(1, to.database());
                    statement.setString(2, to.name());
                    statement.setInt(3, state.id());
                    return statement.executeUpdate();
                }
            });
            if (target != null) {
                forget(target);
            }
            collections.remove(state.namespace(), state);
            state.rename(to);
            collections.put(to, state);
        }
    }
}
