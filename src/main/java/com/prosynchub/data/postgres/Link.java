package com.prosynchub.data.postgres;

import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.data.exceptions.DataException;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signed-in person's pool, and the transactions on it. Every connection is asked whether the session still stands
 * before it is used: row security would otherwise show a revoked person empty lists. Safe for all threads but the
 * forbidden one.
 */
final class Link implements UnitOfWork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final int POOL_SIZE = 6;

    private final ScopedValue<Unit> current = ScopedValue.newInstance();
    private final SessionFactory factory;
    private final HikariDataSource pool;
    private final BooleanSupplier forbiddenThread;

    Link(SessionFactory factory, DataSource bound, PostgresConfig config) {
        this.factory = factory;
        this.forbiddenThread = config.forbiddenThread();
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("relational");
        settings.setDataSource(bound);
        settings.setMaximumPoolSize(POOL_SIZE);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(Connector.CONNECT_TIMEOUT.toMillis());
        settings.setValidationTimeout(2_000);
        settings.setInitializationFailTimeout(-1);
        settings.setThreadFactory(config.threads());
        pool = new HikariDataSource(settings);
    }

    /** Runs {@code work} in the thread's transaction, or on a connection of its own that commits each statement. */
    <T extends @Nullable Object> T read(Function<Unit, T> work) {
        return run(work, Kind.READ);
    }

    /** Runs {@code work} in the thread's transaction, or in one of its own. */
    <T extends @Nullable Object> T write(Function<Unit, T> work) {
        return run(work, Kind.WRITE);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return run(u -> work.get(), Kind.FRAME);
    }

    @Override
    public <T> T because(String reason, Supplier<T> work) {
        return inTransaction(() -> {
            if (!reason.isBlank()) {
                Writes.execute(current.get(), "select set_config('prosync.reason', ?, true)", reason.strip());
            }
            return work.get();
        });
    }

    /** Whether the calling thread is in a transaction that wrote something. */
    boolean hasWritten() {
        return current.isBound() && current.get().hasWritten();
    }

    /** Runs {@code action} when the thread's transaction has committed. */
    void afterCommit(Runnable action) {
        current.get().afterCommit(action);
    }

    /** Asks whether the session still stands. */
    void ping() {
        read(u -> null);
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Writes a refusal down in a transaction of its own, since the refused one took every trace of itself back. Failing to
     * is said in the log: the refusal itself stands either way.
     */
    void noteRefusal(@Nullable String permission) {
        try (Unit own = borrow()) {
            SqlRows.of(own, "select auth.note_refusal(?)", r -> r.getBoolean(1), s -> s.setString(1, permission));
        } catch (SQLException | FailureException e) {
            LOG.warn("A refusal could not be written down: {}", e.toString());
        }
    }

    private <T extends @Nullable Object> T run(Function<Unit, T> work, Kind kind) {
        try {
            return tried(work, kind);
        } catch (FailureException e) {
            if (!current.isBound()
                    && e.failure() instanceof Failure.Denied denied
                    && denied.reason() == Failure.DeniedReason.PERMISSION) {
                noteRefusal(denied.permission());
            }
            throw e;
        }
    }

    private <T extends @Nullable Object> T tried(Function<Unit, T> work, Kind kind) {
        try {
            if (current.isBound()) {
                Unit joined = current.get();
                if (kind == Kind.WRITE) {
                    joined.wrote();
                }
                return work.apply(joined);
            }
            return runAlone(work, kind);
        } catch (PersistenceException | DataException | SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private <T extends @Nullable Object> T runAlone(Function<Unit, T> work, Kind kind) throws SQLException {
        Unit own = borrow();
        T result;
        try (own) {
            if (kind == Kind.READ) {
                return work.apply(own);
            }
            own.begin(kind == Kind.FRAME);
            if (kind == Kind.WRITE) {
                own.wrote();
            }
            result = ScopedValue.where(current, own).call(() -> work.apply(own));
            commit(own);
        }
        own.afterCommit().forEach(Runnable::run);
        return result;
    }

    /**
     * Commits. When the connection is lost meanwhile nobody said what became of the transaction, so the server is asked
     * by the transaction's number: only what it says did not happen is reported as not done.
     */
    private void commit(Unit unit) throws SQLException {
        String id = unit.transactionId();
        try {
            unit.commit();
        } catch (SQLException e) {
            if (id == null || !SqlFailures.connectionLost(e)) {
                throw e;
            }
            LOG.warn("connection lost during commit of transaction {}, asking what became of it", id);
            CommitFate fate = CommitFate.ask(id, pool::getConnection);
            if (fate != CommitFate.COMMITTED) {
                throw new FailureException(new Failure.Unavailable(Failure.Store.RELATIONAL, fate.sentence()), e);
            }
        }
    }

    private Unit borrow() throws SQLException {
        if (forbiddenThread.getAsBoolean()) {
            throw new IllegalStateException("a database session was opened on a thread that must not wait: "
                    + Thread.currentThread().getName());
        }
        for (int attempt = 1; ; attempt++) {
            Connection connection = pool.getConnection();
            try {
                ping(connection);
                return new Unit(factory, connection);
            } catch (SQLException e) {
                // A connection that died in the pool is replaced; one that is refused is not.
                if (SqlFailures.connectionLost(e)) {
                    pool.evictConnection(connection);
                }
                connection.close();
                if (!SqlFailures.connectionLost(e) || attempt > POOL_SIZE) {
                    throw e;
                }
            }
        }
    }

    private static void ping(Connection connection) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("select auth.ping()")) {
            s.execute();
        }
    }

    /** What a piece of work needs. */
    private enum Kind {
        READ,
        WRITE,
        /** A transaction around others' reads and writes. */
        FRAME
    }
}
