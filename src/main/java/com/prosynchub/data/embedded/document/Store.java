package com.prosynchub.data.embedded.document;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database behind the server: a small pool, transactions, and the version of the storage. Any thread. */
final class Store implements Reader, AutoCloseable {
    /** Version of the storage layout that this server reads and writes. */
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int POOL = 24;
    private static final int ATTEMPTS = 5;
    private static final int CONNECTION_MILLIS = 10_000;

    /** Every statement here is meant to follow an index; without statistics the planner must not think otherwise. */
    private static final String SESSION =
            "SET search_path = pg_catalog; SET synchronous_commit = on; SET enable_seqscan = off;"
                    + " SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
                    + " SET enable_sort = off; SET jit = off; SET max_parallel_workers_per_gather = 0;"
                    + " SET plan_cache_mode = force_generic_plan; SET client_min_messages = warning";

    private final HikariDataSource pool;
    private final Ownership ownership;

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private Store(HikariDataSource pool, Ownership ownership) {
        this.pool = pool;
        this.ownership = ownership;
    }

    static Store open(DocumentServerConfig config, ThreadFactory threads) {
        Ownership ownership = null;
        try {
            ownership = Ownership.take(config, Store::migrate);
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(config.jdbcUrl());
            pool.setUsername(config.user());
            pool.setPassword(config.password());
            pool.setPoolName("document-server");
            pool.setThreadFactory(threads);
            pool.setMaximumPoolSize(POOL);
            pool.setMinimumIdle(2);
            pool.setConnectionTimeout(CONNECTION_MILLIS);
            pool.setConnectionInitSql(SESSION + "; " + ownership.sessionSql());
            pool.addDataSourceProperty("prepareThreshold", "1");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            pool.addDataSourceProperty("ApplicationName", "prosynchub document server");
            return new Store(new HikariDataSource(pool), ownership);
        } catch (SQLException | RuntimeException e) {
            if (ownership != null) {
                ownership.close();
            }
            throw e instanceof DocumentServerException known
                    ? known
                    : new DocumentServerException("The document store's database can't be opened", e);
        }
    }

    private static void migrate(Connection guard) throws SQLException {
        try (Statement statement = guard.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS docstore");
            statement.execute("CREATE TABLE IF NOT EXISTS docstore.version (version integer NOT NULL,"
                    + " since timestamptz NOT NULL DEFAULT now())");
            int found = 0;
            try (ResultSet rows = statement.executeQuery("SELECT max(version) FROM docstore.version")) {
                if (rows.next()) {
                    found = rows.getInt(1);
                }
            }
            if (found > VERSION) {
                throw new DocumentServerException(
                        "The document store was written by a newer version (storage " + found + ", this server knows "
                                + VERSION + ")",
                        null);
            }
            if (found == 0) {
                guard.setAutoCommit(false);
                statement.execute("CREATE TABLE docstore.collections (id integer GENERATED ALWAYS AS IDENTITY PRIMARY"
                        + " KEY, db text COLLATE \"C\" NOT NULL, name text COLLATE \"C\" NOT NULL, uuid uuid NOT NULL,"
                        + " options bytea NOT NULL, UNIQUE (db, name))");
                statement.execute("CREATE TABLE docstore.indexes (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                        + " collection_id integer NOT NULL REFERENCES docstore.collections ON DELETE CASCADE,"
                        + " description bytea NOT NULL, multikey boolean NOT NULL DEFAULT false)");
                statement.execute("CREATE INDEX indexes_collection ON docstore.indexes (collection_id)");
                statement.execute("INSERT INTO docstore.version (version) VALUES (" + VERSION + ")");
                guard.commit();
                guard.setAutoCommit(true);
            }
        }
    }

    /** See {@link Ownership#renew}. */
    void renewOwnership() {
        ownership.renew();
    }

    /** Runs one or more reads; each statement sees what was committed when it began. */
    @Override
    public <T> T read(Work<T> work) {
        try (Connection connection = connection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    /** Runs the work in one transaction: all of it is durable on return, or none of it. */
    <T> T write(Work<T> work) {
        return again(() -> once(work));
    }

    /** As {@link #write}, for work that is one statement, which commits by itself and so spares a round trip. */
    <T> T writeOne(Work<T> work) {
        return again(() -> {
            try (Connection connection = connection()) {
                return work.run(connection);
            }
        });
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private static <T> T again(Attempt<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (SQLException e) {
                boolean again = "40P01".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
                if (!again || attempt >= ATTEMPTS) {
                    throw translate(e);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    private Connection connection() throws SQLException {
        ownership.require();
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            ownership.require();
            throw e;
        }
    }

    static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    static RuntimeException translate(SQLException e) {
        if (isDuplicate(e)) {
            return new DuplicateEntry(e);
        }
        if ("42P01".equals(e.getSQLState())) {
            return Errors.of(Errors.QUERY_PLAN_KILLED, "collection or index was dropped");
        }
        LOG.warn("document store database failed", e);
        return Errors.of(Errors.INTERNAL, "document store database failed: " + e.getMessage());
    }

    @Override
    public void close() {
        pool.close();
        ownership.close();
    }

    /** A unique entry was there already; which one, the caller finds out. */
    static final class DuplicateEntry extends MongoServerException {
        private static final long serialVersionUID = 1L;

        DuplicateEntry(SQLException cause) {
            super("duplicate entry", cause);
        }
    }
}
