package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * Inserting, editing and deleting, the same for every aggregate. Any thread.
 *
 * @param <E> entity
 * @param <R> record
 */
record Writes<E, R>(Link link, Class<E> type, ToIntFunction<E> revision, Function<E, R> toRecord) {

    /**
     * Stores under the id that the entity carries and returns the row as it now stands. A second delivery of the same id
     * finds the row that the first one stored.
     */
    R insert(E entity, Object id) {
        try {
            return link.write(u -> guarded(u, () -> {
                u.stateless().insert(entity);
                return stored(u, id);
            }));
        } catch (FailureException e) {
            if (isDuplicateId(e)) {
                E there = link.read(u -> u.stateless().get(type, id));
                if (there != null) {
                    return toRecord.apply(there);
                }
            }
            throw e;
        }
    }

    /** Stores under a key that the database chooses. */
    R insertNumbered(E entity, Function<E, Object> key) {
        return link.write(u -> {
            u.stateless().insert(entity);
            return stored(u, key.apply(entity));
        });
    }

    /**
     * Writes the columns that {@code change} changed when the row still has the revision that {@code mine} was read with.
     * Reads the row first, so that a conflict hands back both versions and untouched columns stay out of the statement.
     */
    SaveResult<R> update(Object id, R mine, int expected, Consumer<E> change) {
        return link.write(u -> {
            Session session = u.stateful();
            E row = session.find(type, id);
            return row == null ? new SaveResult.Gone<>(mine) : save(u, session, id, row, mine, expected, change);
        });
    }

    /**
     * As {@link #update}, for a change of which the caller has no whole record.
     *
     * @param entityType word for {@link Failure.Stale}, which is thrown when the row is gone
     * @param mine the stored record as the caller wants it
     */
    SaveResult<R> edit(String entityType, Object id, int expected, UnaryOperator<R> mine, Consumer<E> change) {
        return link.write(u -> {
            Session session = u.stateful();
            E row = session.find(type, id);
            if (row == null) {
                throw new FailureException(new Failure.Stale(entityType, id.toString(), "it was deleted meanwhile"));
            }
            return save(u, session, id, row, mine.apply(toRecord.apply(row)), expected, change);
        });
    }

    private SaveResult<R> save(Unit unit, Session session, Object id, E row, R mine, int expected, Consumer<E> change) {
        if (revision.applyAsInt(row) != expected) {
            return new SaveResult.Conflict<>(mine, toRecord.apply(row));
        }
        change.accept(row);
        if (!session.isDirty()) {
            return new SaveResult.Saved<>(toRecord.apply(row));
        }
        try {
            session.flush();
        } catch (OptimisticLockException | StaleStateException lost) {
            return overtaken(unit, id, mine, expected);
        }
        session.refresh(row);
        return new SaveResult.Saved<>(toRecord.apply(row));
    }

    /**
     * Deletes through the table's function, which asks for the permission, the revision and that nothing refers to it.
     *
     * @param call such as {@code call app.asset_delete(?, ?)}
     */
    <K> SaveResult<K> delete(String call, K id, int expected) {
        try {
            return link.write(u -> guarded(u, () -> {
                execute(u, call, id, expected);
                return new SaveResult.Saved<>(id);
            }));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Stale) {
                E there = link.read(u -> u.stateless().get(type, id));
                return there == null ? new SaveResult.Gone<>(id) : new SaveResult.Conflict<>(id, id);
            }
            throw e;
        }
    }

    /** Runs one of our functions. */
    static void execute(Unit unit, String call, Object... arguments) {
        try (PreparedStatement s = unit.connection().prepareStatement(call)) {
            for (int i = 0; i < arguments.length; i++) {
                s.setObject(i + 1, arguments[i]);
            }
            s.execute();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private SaveResult<R> overtaken(Unit unit, Object id, R mine, int expected) {
        E theirs = unit.stateful().find(type, id);
        if (theirs == null) {
            return new SaveResult.Gone<>(mine);
        }
        if (revision.applyAsInt(theirs) == expected) {
            // Nobody changed it: the row is one that this person may see and not edit.
            throw new FailureException(
                    new Failure.Denied(DeniedReason.PERMISSION, null, "row security hides " + id + " from changes"));
        }
        return new SaveResult.Conflict<>(mine, toRecord.apply(theirs));
    }

    /** Inside a larger transaction a savepoint keeps a refusal from spoiling everything done before. */
    private static <T> T guarded(Unit unit, Supplier<T> work) {
        if (!unit.framed()) {
            return work.get();
        }
        try {
            Savepoint before = unit.connection().setSavepoint();
            T result;
            try {
                result = work.get();
            } catch (PersistenceException | FailureException refused) {
                unit.connection().rollback(before);
                throw refused;
            }
            unit.connection().releaseSavepoint(before);
            return result;
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private R stored(Unit unit, Object id) {
        @Nullable E row = unit.stateless().get(type, id);
        if (row == null) {
            throw new FailureException(
                    new Failure.Denied(DeniedReason.PERMISSION, null, "what was stored may not be read back"));
        }
        return toRecord.apply(row);
    }

    private static boolean isDuplicateId(FailureException e) {
        return e.failure() instanceof Failure.Invalid(List<Failure.Violation> violations)
                && violations.stream()
                        .anyMatch(v -> v.field().equals("id") && v.rule().equals("duplicate"));
    }
}
