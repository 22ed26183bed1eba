package com.prosynchub.data.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.migration.MigrationOutcome.ClientTooOld;
import com.prosynchub.data.postgres.migration.MigrationOutcome.Failed;
import com.prosynchub.data.postgres.migration.MigrationOutcome.MigrationNeeded;
import com.prosynchub.data.postgres.migration.MigrationOutcome.Ready;
import com.prosynchub.data.postgres.migration.MigrationOutcome.SchemaNewer;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Migrations on an empty database, on a filled older one, interrupted, and against programs of other versions. */
class MigrationIT {
    private static final int BEFORE_THE_GUARDS = 7;

    private final String database = TestPostgres.freshDatabase();
    private final DataSource superuser = MigratedPostgres.source(database, TestPostgres.USER);
    private final DataSource migrator = MigratedPostgres.source(database, "prosync_migrator");

    @Test
    void theProgramKnowsItsNewestMigration() {
        assertThat(MigrationScripts.highestVersion()).isEqualTo(SchemaMigrator.CLIENT_SCHEMA);
    }

    @Test
    void anEmptyDatabaseBecomesReadyOnce() throws SQLException {
        bootstrap();
        assertThat(SchemaMigrator.check(migrator)).isEqualTo(new MigrationNeeded(0, SchemaMigrator.CLIENT_SCHEMA));
        MigrationOutcome first = SchemaMigrator.migrate(migrator);
        assertThat(first).as(first.sentence()).isInstanceOf(Ready.class);
        assertThat(((Ready) first).applied()).isEqualTo(SchemaMigrator.CLIENT_SCHEMA);
        bootstrap();
        assertThat(((Ready) SchemaMigrator.migrate(migrator)).applied()).isZero();
        assertThat(SchemaMigrator.check(migrator)).isInstanceOf(Ready.class);
        assertThat(text("SELECT schema_version FROM app.schema_info"))
                .isEqualTo(Integer.toString(SchemaMigrator.CLIENT_SCHEMA));
    }

    @Test
    void aFilledOlderDatabaseKeepsItsRows() throws SQLException {
        bootstrap();
        SchemaMigrator.migrate(migrator, 1);
        TestPostgres.execute(database, """
            SET ROLE prosync_owner;
            INSERT INTO app.roles (name) VALUES ('Administrator'), ('Own role');
            INSERT INTO app.users (username, email, password, role_id) VALUES ('old', 'o@x', 'x', 1);
            INSERT INTO app.asset_types (name) VALUES ('Pump');
            INSERT INTO app.locations (name) VALUES ('Hall');
            INSERT INTO app.assets (name, asset_type_id, location_id)
                SELECT 'Pump ' || i, 1, 1 FROM generate_series(1, 500) i;
            INSERT INTO app.asset_metrics (asset_id, metric_name, metric_value)
                SELECT asset_id, 'temperature', 20 FROM app.assets;
            INSERT INTO app.work_orders (title, asset_id) SELECT 'Look at ' || name, asset_id FROM app.assets;
            """);
        MigrationOutcome outcome = SchemaMigrator.migrate(migrator);
        assertThat(outcome).as(outcome.sentence()).isInstanceOf(Ready.class);
        assertThat(text("SELECT count(*) || '/' || (SELECT count(*) FROM app.asset_metrics) || '/'"
                        + " || (SELECT count(*) FROM app.work_orders) FROM app.assets"))
                .isEqualTo("500/500/500");
        assertThat(text("SELECT count(*) FROM app.roles")).isEqualTo("6");
    }

    @Test
    void anInterruptedMigrationLeavesNothingAndRunsAgain() throws Exception {
        bootstrap();
        SchemaMigrator.migrate(migrator, BEFORE_THE_GUARDS);
        try (Connection blocker = superuser.getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE app.parts IN ACCESS SHARE MODE");
            CompletableFuture<MigrationOutcome> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return SchemaMigrator.migrate(migrator);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            killWhoeverWaits();
            assertThat(running.get(60, TimeUnit.SECONDS)).isInstanceOf(Failed.class);
            blocker.rollback();
        }
        assertThat(text("SELECT count(*) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
                        + " WHERE c.relnamespace = 'app'::regnamespace"))
                .as("policies of the interrupted migration")
                .isEqualTo("0");
        MigrationOutcome again = SchemaMigrator.migrate(migrator);
        assertThat(again).as(again.sentence()).isInstanceOf(Ready.class);
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws SQLException {
        bootstrap();
        SchemaMigrator.migrate(migrator);
        TestPostgres.execute(
                database,
                "INSERT INTO migration.flyway_schema_history SELECT 1000, '99', description, type,"
                        + " script, checksum, installed_by, installed_on, execution_time, success"
                        + " FROM migration.flyway_schema_history WHERE version = '014'");
        SchemaNewer expected = new SchemaNewer(99, SchemaMigrator.CLIENT_SCHEMA);
        assertThat(SchemaMigrator.check(migrator)).isEqualTo(expected);
        assertThat(SchemaMigrator.migrate(migrator)).isEqualTo(expected);
        assertThat(expected.sentence()).contains("newer");
    }

    @Test
    void aProgramBelowTheMinimumIsTurnedAway() throws SQLException {
        bootstrap();
        SchemaMigrator.migrate(migrator);
        TestPostgres.execute(database, "UPDATE app.schema_info SET minimum_client = 99");
        assertThat(SchemaMigrator.check(migrator)).isEqualTo(new ClientTooOld(SchemaMigrator.CLIENT_SCHEMA, 99));
        assertThat(SchemaMigrator.migrate(migrator)).isEqualTo(new ClientTooOld(SchemaMigrator.CLIENT_SCHEMA, 99));
    }

    @Test
    void anAlteredMigrationIsReported() throws SQLException {
        bootstrap();
        SchemaMigrator.migrate(migrator);
        TestPostgres.execute(database, "UPDATE migration.flyway_schema_history SET checksum = 1 WHERE version = '003'");
        assertThat(SchemaMigrator.check(migrator)).isInstanceOf(Failed.class);
        assertThat(SchemaMigrator.migrate(migrator)).isInstanceOf(Failed.class);
    }

    @Test
    void anIndexLeftHalfBuiltIsRebuilt() throws SQLException {
        bootstrap();
        SchemaMigrator.migrate(migrator);
        TestPostgres.execute(
                database, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.assets_name_idx'::regclass");
        assertThat(SchemaMigrator.check(migrator)).isInstanceOf(MigrationOutcome.InvalidIndexes.class);
        assertThat(((Ready) SchemaMigrator.migrate(migrator)).rebuilt()).containsExactly("app.assets_name_idx");
        assertThat(SchemaMigrator.check(migrator)).isInstanceOf(Ready.class);
    }

    @Test
    void twoMigratorsAtOnceDoTheWorkOnce() throws Exception {
        bootstrap();
        CompletableFuture<MigrationOutcome> other = CompletableFuture.supplyAsync(() -> {
            try {
                return SchemaMigrator.migrate(migrator);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        MigrationOutcome mine = SchemaMigrator.migrate(migrator);
        MigrationOutcome theirs = other.get(60, TimeUnit.SECONDS);
        assertThat(mine).as(mine.sentence()).isInstanceOf(Ready.class);
        assertThat(theirs).as(theirs.sentence()).isInstanceOf(Ready.class);
        assertThat(((Ready) mine).applied() + ((Ready) theirs).applied()).isEqualTo(SchemaMigrator.CLIENT_SCHEMA);
    }

    private void bootstrap() throws SQLException {
        SchemaMigrator.bootstrap(superuser, MigratedPostgres.PASSWORDS);
        new WorkstationAdmin(superuser).add("test", MigratedPostgres.PASSWORD);
    }

    private void killWhoeverWaits() throws SQLException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(30));
        while (!"1"
                .equals(text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname ="
                        + " current_database() AND wait_event_type = 'Lock' AND usename ="
                        + " 'prosync_migrator'"))) {
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
