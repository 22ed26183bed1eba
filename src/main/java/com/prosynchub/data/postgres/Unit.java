package com.prosynchub.data.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * One borrowed connection with the Hibernate sessions on it, for one read or one transaction. One thread.
 */
final class Unit implements AutoCloseable {
    private final SessionFactory factory;
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable StatelessSession stateless;
    private @Nullable Session stateful;
    private boolean transaction;
    private boolean framed;
    private boolean wrote;

    Unit(SessionFactory factory, Connection connection) {
        this.factory = factory;
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** For reading and inserting. */
    StatelessSession stateless() {
        if (stateless == null) {
            stateless = factory.withStatelessOptions().connection(connection).openStatelessSession();
        }
        return stateless;
    }

    /** For editing: remembers what was read, so that only changed columns are written. Empty at each call. */
    Session stateful() {
        if (stateful == null) {
            stateful = factory.withOptions()
                    .connection(connection)
                    .flushMode(FlushMode.MANUAL)
                    .openSession();
        }
        stateful.clear();
        return stateful;
    }

    /** @param around whether several repository calls will share the transaction */
    void begin(boolean around) throws SQLException {
        connection.setAutoCommit(false);
        transaction = true;
        framed = around;
    }

    /** Whether other calls' work is at stake when one call is refused. */
    boolean framed() {
        return framed;
    }

    /** Notes that something was written, so that a commit's fate matters. */
    void wrote() {
        wrote = true;
    }

    /** Whether this transaction may see what others do not. */
    boolean hasWritten() {
        return wrote;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** The server's number of this transaction; null when nothing was written. */
    @Nullable
    String transactionId() throws SQLException {
        if (!wrote) {
            return null;
        }
        try (PreparedStatement s = connection.prepareStatement("select pg_current_xact_id_if_assigned()::text");
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getString(1) : null;
        }
    }

    void commit() throws SQLException {
        connection.commit();
        transaction = false;
    }

    /** Rolls back what was not committed and gives the connection back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (stateless != null) {
                stateless.close();
            }
            if (stateful != null) {
                stateful.close();
            }
            if (transaction && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }
}
