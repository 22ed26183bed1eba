package com.prosynchub.data.postgres.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives each workstation a database login of its own, so that whatever is done with one of them stays on that
 * workstation. Works with a superuser's connections, since some of the settings are a superuser's to make. Any thread.
 */
public final class WorkstationAdmin {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final String PREFIX = "ws_";

    private final DataSource superuser;

    public WorkstationAdmin(DataSource superuser) {
        this.superuser = superuser;
    }

    /**
     * A workstation's login.
     *
     * @param name name without prefix
     * @param login name of the database login
     * @param connections open just now
     * @param lastSeen when somebody signed in there was last seen, null if nobody ever was
     */
    public record Workstation(
            String name,
            String login,
            int connections,
            @Nullable Instant lastSeen) {}

    /** The login's name of a workstation. */
    public static String loginOf(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A workstation's name starts with a letter and has at most 40 characters"
                    + " of a-z, 0-9 and _: " + name);
        }
        return PREFIX + name;
    }

    /**
     * Makes the login, or renews its password and its limits.
     *
     * @return the login's name
     * @throws IllegalArgumentException for a name that cannot be one
     */
    public String add(String name, String password) throws SQLException {
        String login = loginOf(name);
        try (Connection connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE");
                if (!exists(connection, login)) {
                    statement.execute("CREATE ROLE " + login);
                }
                // The name was checked letter by letter and the verifier has no quote, so both can stand in the text.
                statement.execute("ALTER ROLE " + login + " LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE"
                        + " NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 40 PASSWORD '"
                        + SchemaMigrator.verifier(password) + "'");
                statement.execute("GRANT prosync_client TO " + login);
                for (String setting : List.of(
                        "log_parameter_max_length = 0",
                        "log_parameter_max_length_on_error = 0",
                        "temp_file_limit = '1GB'",
                        "statement_timeout = '30s'",
                        "lock_timeout = '5s'",
                        "idle_in_transaction_session_timeout = '60s'",
                        "search_path = app")) {
                    statement.execute("ALTER ROLE " + login + " SET " + setting);
                }
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
        return login;
    }

    /** All workstations by name. */
    public List<Workstation> list() throws SQLException {
        List<Workstation> found = new ArrayList<>();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT r.rolname,
                           (SELECT count(*) FROM pg_stat_activity a WHERE a.usename = r.rolname),
                           (SELECT max(s.last_seen) FROM auth.session s WHERE s.db_role = r.rolname)
                    FROM pg_roles r
                    WHERE r.rolname LIKE 'ws\\_%' AND r.rolcanlogin AND pg_has_role(r.oid, 'prosync_client', 'MEMBER')
                    ORDER BY r.rolname\
                    """)) {
            while (rows.next()) {
                String login = rows.getString(1);
                java.sql.Timestamp seen = rows.getTimestamp(3);
                found.add(new Workstation(
                        login.substring(PREFIX.length()),
                        login,
                        rows.getInt(2),
                        seen == null ? null : seen.toInstant()));
            }
        }
        return found;
    }

    /**
     * Ends the workstation's sessions and connections and drops its login.
     *
     * @return false when there was no such workstation
     */
    public boolean remove(String name) throws SQLException {
        String login = loginOf(name);
        try (Connection connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE");
                if (!exists(connection, login)) {
                    connection.rollback();
                    return false;
                }
                statement.execute("ALTER ROLE " + login + " NOLOGIN");
                statement.execute(
                        "UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'WORKSTATION_REMOVED'"
                                + " WHERE db_role = '" + login + "' AND revoked_at IS NULL");
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + login + "'");
                statement.execute("DROP ROLE " + login);
                connection.commit();
                return true;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private static boolean exists(Connection connection, String login) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, login);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
