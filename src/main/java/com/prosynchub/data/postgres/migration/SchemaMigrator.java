package com.prosynchub.data.postgres.migration;

import com.prosynchub.data.postgres.migration.MigrationOutcome.ClientTooOld;
import com.prosynchub.data.postgres.migration.MigrationOutcome.Failed;
import com.prosynchub.data.postgres.migration.MigrationOutcome.InvalidIndexes;
import com.prosynchub.data.postgres.migration.MigrationOutcome.MigrationNeeded;
import com.prosynchub.data.postgres.migration.MigrationOutcome.Ready;
import com.prosynchub.data.postgres.migration.MigrationOutcome.RulesBroken;
import com.prosynchub.data.postgres.migration.MigrationOutcome.SchemaNewer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the roles of a database, brings its schema up to date and judges whether a client may work on it. Blocking: call
 * it on a worker. Any thread; two migrators at once wait for each other.
 */
public final class SchemaMigrator {
    /** The schema this program was built for; clients send it as the start-up option {@code prosync.client}. */
    public static final int CLIENT_SCHEMA = 38;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigrator.class);
    private static final String HISTORY = "flyway_schema_history";

    private SchemaMigrator() {}

    /**
     * Makes roles, extensions and empty schemas and hardens the server. Idempotent; several databases of one cluster may
     * be set up at the same time.
     *
     * @param superuser connections of a superuser to the database
     * @param passwords an empty one leaves the login the password it has
     */
    public static void bootstrap(DataSource superuser, RolePasswords passwords) throws SQLException {
        Map<String, String> settings = Map.of(
                "migrator", verifier(passwords.migrator()),
                "relay", verifier(passwords.relay()),
                "throttle", verifier(passwords.throttle()),
                "site", verifier(passwords.site()),
                "throttle_plain", passwords.throttle());
        try (Connection connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement("SELECT set_config(?, ?, true)");
                    Statement statement = connection.createStatement()) {
                for (Map.Entry<String, String> setting : settings.entrySet()) {
                    set.setString(1, "prosync_bootstrap." + setting.getKey());
                    set.setString(2, setting.getValue());
                    set.execute();
                }
                statement.execute(MigrationScripts.read("bootstrap.sql"));
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** Hashed here, so that no password crosses the wire or reaches the server's log. */
    static String verifier(String password) {
        return password.isEmpty() ? "" : PasswordUtil.encodeScramSha256(password.toCharArray());
    }

    /** Brings the schema to {@link #CLIENT_SCHEMA}. */
    public static MigrationOutcome migrate(DataSource migrator) throws SQLException {
        return migrate(migrator, CLIENT_SCHEMA);
    }

    /** The same: a demo's rows are no migrations, see {@link DemoScripts}. */
    public static MigrationOutcome migrateDemo(DataSource migrator) throws SQLException {
        return migrate(migrator);
    }

    static MigrationOutcome migrate(DataSource migrator, int target) throws SQLException {
        Versions before = versions(migrator);
        MigrationOutcome refusal = refusal(before, target);
        if (refusal != null) {
            return refusal;
        }
        int applied;
        try {
            MigrateResult result = flyway(migrator, target).migrate();
            applied = result.migrationsExecuted;
        } catch (FlywayException failed) {
            LOG.error("Migration failed", failed);
            return new Failed(versions(migrator).schema(), rootReason(failed));
        }
        if (target < CLIENT_SCHEMA) {
            return new MigrationNeeded(target, CLIENT_SCHEMA);
        }
        List<String> rebuilt = SchemaRules.rebuildInvalidIndexes(migrator);
        return judge(migrator, before.schema(), applied, rebuilt, true);
    }

    /** Looks without changing anything: whether a client of this version may work on the database. */
    public static MigrationOutcome check(DataSource migrator) throws SQLException {
        Versions found = versions(migrator);
        MigrationOutcome refusal = refusal(found, CLIENT_SCHEMA);
        if (refusal != null) {
            return refusal;
        }
        if (found.schema() < CLIENT_SCHEMA) {
            return new MigrationNeeded(found.schema(), CLIENT_SCHEMA);
        }
        for (MigrationInfo info : flyway(migrator, CLIENT_SCHEMA).info().all()) {
            if (info.getState().isFailed() || !info.isChecksumMatching()) {
                return new Failed(
                        found.schema(),
                        info.getScript() + " is recorded as " + info.getState().getDisplayName());
            }
        }
        return judge(migrator, found.schema(), 0, List.of(), false);
    }

    /** The rules of the database that do not hold just now; none is expected. */
    public static List<LintFinding> lint(DataSource migrator) throws SQLException {
        return SchemaRules.lint(migrator);
    }

    private static @Nullable MigrationOutcome refusal(Versions found, int client) {
        if (found.schema() > client) {
            return new SchemaNewer(found.schema(), client);
        }
        return found.minimumClient() > client ? new ClientTooOld(client, found.minimumClient()) : null;
    }

    private static MigrationOutcome judge(
            DataSource migrator, int from, int applied, List<String> rebuilt, boolean write) throws SQLException {
        int version = versions(migrator).schema();
        List<String> invalid = SchemaRules.invalidIndexes(migrator);
        if (!invalid.isEmpty()) {
            return new InvalidIndexes(invalid);
        }
        List<LintFinding> findings = SchemaRules.lint(migrator);
        if (!findings.isEmpty()) {
            findings.forEach(finding -> LOG.error("Rule of the database broken: {}", finding));
            return new RulesBroken(version, findings);
        }
        if (write) {
            try (Connection connection = owner(migrator);
                    PreparedStatement update = connection.prepareStatement("UPDATE app.schema_info"
                            + " SET schema_version = ?, migrated_at = app.utc_now() WHERE schema_version <> ?")) {
                update.setInt(1, version);
                update.setInt(2, version);
                update.executeUpdate();
            }
        }
        return new Ready(from, version, applied, rebuilt);
    }

    private record Versions(int schema, int minimumClient) {}

    private static Versions versions(DataSource migrator) throws SQLException {
        try (Connection connection = owner(migrator)) {
            int schema = 0;
            int minimum = 0;
            if (SchemaRules.exists(connection, "migration." + HISTORY)) {
                schema = SchemaRules.number(
                        connection,
                        "SELECT coalesce(max(version::integer), 0) FROM migration." + HISTORY
                                + " WHERE success AND version IS NOT NULL");
            }
            if (SchemaRules.exists(connection, "app.schema_info")) {
                minimum = SchemaRules.number(connection, "SELECT minimum_client FROM app.schema_info");
            }
            return new Versions(schema, minimum);
        }
    }

    /** A connection that acts as the owner of the schema; the migrator by itself may touch nothing. */
    static Connection owner(DataSource migrator) throws SQLException {
        Connection connection = migrator.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE prosync_owner");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static Flyway flyway(DataSource migrator, int target) {
        return Flyway.configure()
                .dataSource(migrator)
                .callbacks(new ActAsOwner())
                .resourceProvider(new MigrationScripts(target))
                .defaultSchema("migration")
                .schemas("migration")
                .createSchemas(false)
                .table(HISTORY)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    private static String rootReason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
