package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns what the server or Hibernate threw into one of the closed set of failures. Our own functions put the machine's
 * word into the hint of an error: the missing permission, or the rule that was broken. Any thread.
 */
final class SqlFailures {
    private static final Pattern PERMISSION = Pattern.compile("\\b[a-z_]+:[a-z]+\\b");

    private SqlFailures() {}

    static FailureException translate(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof FailureException known) {
                return known;
            }
            if (t instanceof SQLException sql) {
                return new FailureException(ofSql(sql), thrown);
            }
            if (t instanceof StaleStateException || t instanceof jakarta.persistence.OptimisticLockException) {
                return new FailureException(new Failure.Stale("", "", text(t)), thrown);
            }
        }
        return new FailureException(new Failure.Unexpected(thrown.toString()), thrown);
    }

    /** Whether the connection is of no more use and what it was asked to do may or may not have happened. */
    static boolean connectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    static Failure ofSql(SQLException e) {
        // The pool gave up waiting for a connection; the state it carries is that of the last try.
        if (e instanceof SQLTransientConnectionException) {
            return unavailable(e);
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        String hint = server == null ? null : server.getHint();
        return switch (state) {
            case "28000" -> new Failure.Denied(DeniedReason.SESSION_ENDED, null, text(e));
            case "42501" -> denied(hint, text(e));
            case "40001", "40P01", "P0002" -> stale(server, hint, text(e));
            case "PSH02" -> Failure.Invalid.of(Constraints.field(column(server)), "cycle");
            case "PSH03" -> Failure.Invalid.of("", "inUse");
            case "PSH04" -> Failure.Invalid.of("password", passwordRule(hint), text(e));
            case "PSH06" ->
                Failure.Invalid.of(Constraints.field(column(server)), hint == null ? "refused" : hint, text(e));
            case "PSH05", "22023" -> Failure.Invalid.of("", hint == null ? "refused" : hint, text(e));
            case "23502" -> Failure.Invalid.of(Constraints.field(column(server)), "required");
            case "22001" -> Failure.Invalid.of(Constraints.field(column(server)), "tooLong");
            case "22003" -> Failure.Invalid.of(Constraints.field(column(server)), "range");
            case "23503", "23505", "23514" ->
                new Failure.Invalid(java.util.List.of(
                        Constraints.violation(state, server == null ? null : server.getConstraint(), text(e))));
            default -> byClass(state, e);
        };
    }

    private static Failure byClass(String state, SQLException e) {
        boolean away = state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("58")
                || state.equals("55P03")
                || state.equals("25006")
                || state.equals("28P01")
                // A client and a schema that do not fit: the sentence says which of the two is too old.
                || state.equals("PSH01");
        return away ? unavailable(e) : new Failure.Unexpected(state + " " + text(e));
    }

    /** The rules that other fields have too take their limits as arguments, which the database does not send. */
    private static String passwordRule(@Nullable String hint) {
        return switch (hint) {
            case null -> "refused";
            case "tooShort" -> "passwordTooShort";
            case "tooLong" -> "passwordTooLong";
            default -> hint;
        };
    }

    private static Failure denied(@Nullable String hint, String text) {
        if ("session".equals(hint)) {
            return new Failure.Denied(DeniedReason.SESSION_ENDED, null, text);
        }
        if ("must_change".equals(hint)) {
            return new Failure.Denied(DeniedReason.PASSWORD_CHANGE_REQUIRED, null, text);
        }
        if ("ownRole".equals(hint)) {
            return new Failure.Denied(DeniedReason.OWN_ROLE, null, text);
        }
        if ("viewing".equals(hint)) {
            return new Failure.Denied(DeniedReason.VIEWING, null, text);
        }
        Matcher permission = PERMISSION.matcher(hint == null ? text : hint + " " + text);
        return new Failure.Denied(DeniedReason.PERMISSION, permission.find() ? permission.group() : null, text);
    }

    private static Failure stale(@Nullable ServerErrorMessage server, @Nullable String hint, String text) {
        String table = server == null || server.getTable() == null ? "" : server.getTable();
        return new Failure.Stale(Constraints.entityType(table), hint == null ? "" : hint, text);
    }

    private static Failure unavailable(SQLException e) {
        return new Failure.Unavailable(Failure.Store.RELATIONAL, text(e));
    }

    private static @Nullable String column(@Nullable ServerErrorMessage server) {
        return server == null ? null : server.getColumn();
    }

    private static String text(Throwable t) {
        if (t instanceof PSQLException p
                && p.getServerErrorMessage() != null
                && p.getServerErrorMessage().getMessage() != null) {
            return p.getServerErrorMessage().getMessage();
        }
        return t.getMessage() == null ? t.toString() : t.getMessage();
    }
}
