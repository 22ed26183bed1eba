package com.prosynchub.data.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of a transaction whose commit was not answered. Any thread. */
enum CommitFate {
    COMMITTED("the change was saved"),
    ROLLED_BACK("the connection was lost and the change was not saved"),
    UNKNOWN("the connection was lost while saving; whether the change was saved is not known yet");

    private static final Logger LOG = LoggerFactory.getLogger(CommitFate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 100;

    private final String sentence;

    CommitFate(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Asks on new connections until the server knows or patience ends. */
    static CommitFate ask(String transactionId, Source connections) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection c = connections.open();
                    PreparedStatement s = c.prepareStatement("select pg_xact_status(?::xid8)")) {
                s.setString(1, transactionId);
                try (ResultSet r = s.executeQuery()) {
                    String status = r.next() ? r.getString(1) : null;
                    if ("committed".equals(status)) {
                        return COMMITTED;
                    }
                    if ("aborted".equals(status)) {
                        return ROLLED_BACK;
                    }
                }
            } catch (SQLException e) {
                LOG.debug("asking for transaction {} failed", transactionId, e);
            }
            if (System.nanoTime() > deadline || !pause()) {
                return UNKNOWN;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Opens connections. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }
}
