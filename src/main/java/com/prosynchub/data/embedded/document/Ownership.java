package com.prosynchub.data.embedded.document;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a database to one server. All connections of a server share a lock that the next server must have for itself
 * before it writes its name into the database. A connection made later, after the database was restarted or a line
 * broke, takes its share again and is good only while that name still stands there. Any thread.
 */
final class Ownership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
    private static final long LOCK = 0x50726F53796E63L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ANSWER_SECONDS = 2;
    private static final String REPLACED = "PSD01";
    private static final String OTHER = "Another document server already works on this database";

    private final DocumentServerConfig config;
    private final UUID server = UUID.randomUUID();
    private volatile @Nullable Connection guard;
    private volatile boolean replaced;

    /** Makes or upgrades the storage while nobody else can. */
    @FunctionalInterface
    interface Preparation {
        void run(Connection connection) throws SQLException;
    }

    private Ownership(DocumentServerConfig config) {
        this.config = config;
    }

    /** @throws DocumentServerException if another server has the database */
    static Ownership take(DocumentServerConfig config, Preparation preparation) throws SQLException {
        Ownership ownership = new Ownership(config);
        boolean taken = false;
        try {
            ownership.take(preparation);
            taken = true;
            return ownership;
        } finally {
            if (!taken) {
                ownership.close();
            }
        }
    }

    private void take(Preparation preparation) throws SQLException {
        Connection connection = connect();
        guard = connection;
        try (Statement statement = connection.createStatement()) {
            // asked again and again, since a request that waits would keep the other server's new connections waiting
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isTaken(statement)) {
                if (System.nanoTime() > end) {
                    throw new DocumentServerException(OTHER, null);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            preparation.run(connection);
            statement.execute("CREATE TABLE IF NOT EXISTS docstore.owner (server uuid NOT NULL)");
            statement.execute(
                    "BEGIN; DELETE FROM docstore.owner; INSERT INTO docstore.owner VALUES ('" + server + "'); COMMIT");
            statement.execute(sessionSql());
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }

    /** A killed server's locks go with its connections, which the database may notice a moment later. */
    private static boolean isTaken(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    }

    /** What every connection of this server runs first; fails on a database that another server has by now. */
    String sessionSql() {
        return "SELECT pg_advisory_lock_shared(" + LOCK + "); DO $$BEGIN IF NOT EXISTS (SELECT FROM docstore.owner"
                + " WHERE server = '" + server + "') THEN RAISE EXCEPTION 'another document server has taken this"
                + " database over' USING ERRCODE = '" + REPLACED + "'; END IF; END$$";
    }

    /**
     * To be called every few seconds by one thread: the lock of an idle server would be free after a restart of the
     * database, and this takes it again.
     */
    void renew() {
        if (replaced) {
            return;
        }
        try {
            Connection known = guard;
            if (known != null && known.isValid(ANSWER_SECONDS)) {
                return;
            }
            closeQuietly(known);
            Connection fresh = connect();
            guard = fresh;
            try (Statement statement = fresh.createStatement()) {
                statement.execute(sessionSql());
            }
            LOG.info("the document server has its lock again");
        } catch (SQLException e) {
            closeQuietly(guard);
            guard = null;
            if (REPLACED.equals(e.getSQLState())) {
                replaced = true;
                LOG.error("another document server has taken the database over; this one serves no more");
            } else {
                LOG.debug("the document server's lock can't be taken again yet", e);
            }
        }
    }

    /** @throws de.bwaldvogel.mongo.exception.MongoServerError if another server has the database by now */
    void require() {
        if (replaced) {
            throw Errors.of(Errors.INTERNAL, "another document server has taken this database over");
        }
    }

    @Override
    public void close() {
        closeQuietly(guard);
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closing the guard connection failed", e);
            }
        }
    }
}
