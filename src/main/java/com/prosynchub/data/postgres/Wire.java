package com.prosynchub.data.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One connection of a service's own login, opened when needed and again when it broke. One user at a time. */
final class Wire implements AutoCloseable {
    private final Connector connector;
    private @Nullable Connection connection;

    Wire(Connector connector) {
        this.connector = connector;
    }

    /** Runs {@code work} in one transaction. */
    synchronized <T extends @Nullable Object> T inTransaction(Work<T> work) {
        try {
            Connection c = ready();
            boolean done = false;
            try {
                T result = work.on(c);
                c.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    drop();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            drop();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private Connection ready() throws SQLException {
        Connection there = connection;
        if (there != null && there.isValid(2)) {
            return there;
        }
        drop();
        Connection fresh = connector.open();
        connection = fresh;
        fresh.setAutoCommit(false);
        return fresh;
    }

    /** Closing an open transaction's connection rolls it back. */
    private void drop() throws SQLException {
        Connection there = connection;
        connection = null;
        if (there != null) {
            there.close();
        }
    }

    /** What is done on the connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
