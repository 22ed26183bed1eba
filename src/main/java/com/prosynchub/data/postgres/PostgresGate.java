package com.prosynchub.data.postgres;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.health.StoreStatus;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store before sign-in: short connections that hold no token. Safe for all threads but the forbidden one. */
final class PostgresGate implements RelationalGate {
    private static final String LOGIN = """
        select status, token, user_id, username, display_name, role_name, permissions, must_change, expires_at,
            retry_after_seconds, clock_timestamp() as server_time
        from auth.\
        """;

    private final PostgresConfig config;
    private final Connector connector;

    PostgresGate(PostgresConfig config, Connector connector) {
        this.config = config;
        this.connector = connector;
    }

    @Override
    public StoreStatus status() {
        long before = System.nanoTime();
        try (Connection c = connector.open()) {
            List<String> problems = new ArrayList<>();
            String version = c.getMetaData().getDatabaseProductVersion();
            String schema = schema(c, problems);
            long asked = System.nanoTime();
            query(c, "select 1", r -> true);
            Duration latency = Duration.ofNanos(System.nanoTime() - asked);
            return new StoreStatus(Failure.Store.RELATIONAL, true, "PostgreSQL " + version, schema, latency, problems);
        } catch (SQLException e) {
            Duration waited = Duration.ofNanos(System.nanoTime() - before);
            return new StoreStatus(
                    Failure.Store.RELATIONAL,
                    false,
                    null,
                    null,
                    null,
                    List.of("The relational store did not accept a connection after %.1f s: %s"
                            .formatted(waited.toMillis() / 1000.0, e.getMessage())));
        }
    }

    @Override
    public boolean needsFirstAdministrator() {
        return on(c -> query(c, "select needs_first_administrator from auth.site_info()", r -> r.getBoolean(1)));
    }

    @Override
    public void createFirstAdministrator(FirstAdministrator a) {
        FieldChecks.demand(new FieldChecks()
                .required("siteName", a.siteName())
                .longest("siteName", a.siteName(), 100)
                .required("username", a.username())
                .longest("username", a.username(), 50)
                .required("email", a.email())
                .longest("email", a.email(), 255)
                .required("password", a.password())
                .longest("firstName", a.firstName(), 50)
                .longest("lastName", a.lastName(), 50)
                .violations());
        on(c -> query(
                c,
                "select auth.create_first_administrator(?, ?, ?, ?, ?, ?, ?)",
                r -> true,
                a.siteName(),
                a.username(),
                a.email(),
                a.password(),
                a.firstName(),
                a.lastName(),
                ZoneId.systemDefault().getId()));
    }

    @Override
    public Attempt signIn(String username, String password, String agent) {
        Verdict verdict = on(c -> {
            demandFit(c);
            return query(c, LOGIN + "login(?, ?, ?)", PostgresGate::verdict, username, password, agent);
        });
        return attempt(verdict);
    }

    @Override
    public Attempt signInCode(String ticket, String code) {
        return attempt(on(c -> query(c, LOGIN + "login_code(?, ?)", PostgresGate::verdict, ticket, code)));
    }

    private Attempt attempt(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Denied() -> new Attempt.Refused();
            case Verdict.Wait(Duration time) -> new Attempt.Throttled(time);
            case Verdict.Code(String ticket) -> new Attempt.CodeNeeded(ticket);
            case Verdict.Expired() -> new Attempt.Expired();
            case Verdict.Accepted(String token, SignedInUser user, ServerTime time) ->
                new Attempt.Accepted(open(token, user, time));
        };
    }

    @Override
    public void close() {
        // Nothing is held open before sign-in.
    }

    private PostgresSession open(String token, SignedInUser user, ServerTime time) {
        Link link = new Link(Orm.factory(), connector.bound(token), config);
        PostgresChangeFeed feed = new PostgresChangeFeed(() -> connector.openListening(token));
        PostgresSession session = new PostgresSession(user, time, link, feed);
        feed.start(config.threads());
        return session;
    }

    private @Nullable String schema(Connection c, List<String> problems) {
        try {
            Schema schema = schema(c);
            String misfit = schema.misfit(connector.clientVersion());
            if (misfit != null) {
                problems.add(misfit);
            }
            return Integer.toString(schema.version);
        } catch (SQLException e) {
            problems.add("The database holds no usable ProSyncHub schema: " + e.getMessage());
            return null;
        }
    }

    private static Schema schema(Connection c) throws SQLException {
        return query(
                c,
                "select schema_version, minimum_client from auth.site_info()",
                r -> new Schema(r.getInt(1), r.getInt(2)));
    }

    /** A program that does not fit the schema says so before it asks for anything, so that no half-session begins. */
    private void demandFit(Connection c) throws SQLException {
        String misfit = schema(c).misfit(connector.clientVersion());
        if (misfit != null) {
            throw new FailureException(new Failure.Unavailable(Failure.Store.RELATIONAL, misfit));
        }
    }

    private <T> T on(Work<T> work) {
        if (config.forbiddenThread().getAsBoolean()) {
            throw new IllegalStateException("the store was asked on a thread that must not wait");
        }
        Connection connection;
        try {
            connection = connector.open();
        } catch (SQLException e) {
            // Whatever the server said at the door is about this workstation, not about a person.
            throw new FailureException(
                    new Failure.Unavailable(Failure.Store.RELATIONAL, String.valueOf(e.getMessage())), e);
        }
        try (connection) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private static <T> T query(Connection c, String sql, Row<T> row, Object... arguments) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                s.setObject(i + 1, arguments[i]);
            }
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) {
                    throw new SQLException("no answer to " + sql, "02000");
                }
                return row.read(r);
            }
        }
    }

    private static Verdict verdict(ResultSet r) throws SQLException {
        return switch (r.getString("status")) {
            case "OK", "ENROL" ->
                new Verdict.Accepted(
                        r.getString("token"),
                        user(r),
                        new ServerTime(
                                r.getObject("server_time", OffsetDateTime.class).toInstant()));
            case "CODE" -> new Verdict.Code(r.getString("token"));
            case "EXPIRED" -> new Verdict.Expired();
            case "THROTTLED" -> new Verdict.Wait(Duration.ofSeconds(r.getInt("retry_after_seconds")));
            default -> new Verdict.Denied();
        };
    }

    private static SignedInUser user(ResultSet r) throws SQLException {
        Set<Permission> permissions = new HashSet<>();
        Array words = r.getArray("permissions");
        for (String word : (String[]) words.getArray()) {
            Permission.parse(word).ifPresent(permissions::add);
        }
        String username = r.getString("username");
        String displayName = r.getString("display_name");
        return new SignedInUser(
                r.getObject("user_id", UUID.class),
                username,
                displayName == null || displayName.isBlank() ? username : displayName,
                r.getString("role_name"),
                permissions,
                r.getBoolean("must_change"),
                r.getString("status").equals("ENROL"),
                r.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /**
     * What the database was made for.
     *
     * @param version number of its last migration
     * @param minimumClient oldest program that may work on it, by the number of its schema
     */
    record Schema(int version, int minimumClient) {
        /** The sentence that says which of the two is too old; null when they fit. */
        @Nullable
        String misfit(int client) {
            if (client < minimumClient) {
                return ("This program is too old for the database: it was built for schema %d, the database asks for %d"
                                + " or newer. Install the current version.")
                        .formatted(client, minimumClient);
            }
            return client > version
                    ? ("The database is older than this program: it has schema %d, the program needs %d. Let an"
                                    + " administrator migrate it.")
                            .formatted(version, client)
                    : null;
        }
    }

    /** What is done on a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The database's answer to a sign-in. */
    private sealed interface Verdict {
        record Denied() implements Verdict {}

        record Wait(Duration time) implements Verdict {}

        record Expired() implements Verdict {}

        record Code(String ticket) implements Verdict {
            @Override
            public String toString() {
                return "Code[]";
            }
        }

        record Accepted(String token, SignedInUser user, ServerTime time) implements Verdict {
            @Override
            public String toString() {
                return "Accepted[" + user + "]";
            }
        }
    }
}
