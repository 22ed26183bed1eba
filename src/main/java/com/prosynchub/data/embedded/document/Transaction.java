package com.prosynchub.data.embedded.document;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection of a running transaction, seen by reads of the same command. One thread at a time. */
record Transaction(Connection connection) implements Reader {
    /** Work without a result. */
    @FunctionalInterface
    interface Change {
        void run(Connection connection) throws SQLException;
    }

    @Override
    public <T> T read(Store.Work<T> work) {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw Store.translate(e);
        }
    }

    void change(Change change) {
        try {
            change.run(connection);
        } catch (SQLException e) {
            throw Store.translate(e);
        }
    }
}
