package com.prosynchub.data.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One planted fault for each rule of the lint, and none found without. */
class LintIT {
    private static final String DATABASE = MigratedPostgres.freshDatabase();
    private static final DataSource MIGRATOR = MigratedPostgres.source(DATABASE, "prosync_migrator");

    @Test
    void aMigratedDatabaseIsClean() throws SQLException {
        assertThat(SchemaMigrator.lint(MIGRATOR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01|CREATE TABLE app.forgotten (id int); ALTER TABLE app.forgotten OWNER TO prosync_owner",
                "01|ALTER TABLE app.parts DISABLE ROW LEVEL SECURITY",
                "02|DROP POLICY client_update ON app.parts",
                "03|GRANT INSERT ON app.parts TO prosync_client",
                "03|GRANT SELECT ON app.parts TO prosync_client",
                "03|GRANT TRUNCATE ON app.parts TO PUBLIC",
                "04|CREATE VIEW app.leak AS SELECT name FROM app.assets",
                "04|CREATE OR REPLACE VIEW app.user_names AS SELECT user_id, username, first_name, last_name,"
                        + " is_active FROM app.users",
                "04|CREATE OR REPLACE VIEW app.user_names AS SELECT user_id, username, first_name, last_name,"
                        + " is_active FROM app.users WHERE (SELECT app.signed_in())",
                "05|ALTER FUNCTION app.can(text) RESET search_path",
                "05|ALTER FUNCTION app.can(text) SET search_path = pg_temp, app",
                "06|GRANT EXECUTE ON FUNCTION auth.live() TO PUBLIC",
                "06|GRANT EXECUTE ON FUNCTION ext.dblink_connect_u(text) TO PUBLIC",
                "07|CREATE POLICY slow ON app.parts FOR SELECT TO prosync_client USING (app.can('part:read'))",
                "08|GRANT SELECT (password) ON app.users TO prosync_client",
                "08|GRANT SELECT (token_hash) ON auth.session TO prosync_client",
                "08|GRANT SELECT (cost) ON app.parts TO prosync_client",
                "08|GRANT SELECT (seq) ON audit.outbox TO prosync_client",
                "09|GRANT UPDATE (updated_by) ON app.assets TO prosync_client",
                "10|GRANT CREATE ON SCHEMA app TO prosync_client",
                "10|GRANT USAGE ON SCHEMA ext TO prosync_client",
                "10|DO 'BEGIN EXECUTE format(''GRANT TEMP ON DATABASE %I TO PUBLIC'', current_database()); END'",
                "10|GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC",
                "11|GRANT EXECUTE ON FUNCTION pg_notify(text, text) TO PUBLIC",
                "13|DROP TRIGGER t00_gate_update ON app.parts",
                "13|ALTER TABLE app.assets DISABLE TRIGGER t80_audit_client",
                "22|ALTER POLICY client_read ON app.parts USING ((SELECT app.can('part:read')))",
                "22|CREATE POLICY more ON app.assets FOR SELECT TO prosync_client USING ((SELECT"
                        + " app.can('asset:read')))",
                "22|ALTER POLICY place_update ON app.parts USING (true) WITH CHECK (true)",
                "22|DROP TRIGGER t30_stay_inside ON app.locations",
                "22|CREATE TABLE app.spares (part_id uuid); ALTER TABLE app.spares OWNER TO prosync_owner",
                "14|CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON app.parts DEFERRABLE FOR EACH ROW EXECUTE FUNCTION"
                        + " auth.audit()",
                "15|ALTER TABLE auth.session NO FORCE ROW LEVEL SECURITY",
                "16|ALTER TABLE app.parts OWNER TO postgres",
                "16|ALTER FUNCTION auth.live() OWNER TO postgres",
                "17|ALTER EVENT TRIGGER prosync_refuse_ddl DISABLE",
                "18|UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.assets_name_idx'::regclass",
                "19|DROP INDEX app.assets_location_idx"
            })
    void aPlantedFaultIsFound(String rule, String fault) throws SQLException {
        assertThat(findingsWith(fault))
                .anySatisfy(finding -> assertThat(finding.rule()).startsWith(rule));
    }

    @Test
    void nobodyWorksOnADatabaseThatBreaksARule() throws SQLException {
        String broken = MigratedPostgres.freshDatabase();
        TestPostgres.execute(broken, "ALTER TABLE app.parts DISABLE ROW LEVEL SECURITY");
        DataSource migrator = MigratedPostgres.source(broken, "prosync_migrator");
        for (MigrationOutcome outcome : List.of(SchemaMigrator.check(migrator), SchemaMigrator.migrate(migrator))) {
            assertThat(outcome).isInstanceOf(MigrationOutcome.RulesBroken.class);
            assertThat(outcome.sentence()).contains("app.parts");
        }
    }

    /** Plants the fault in a transaction that is rolled back, so that all share one database. */
    private static List<LintFinding> findingsWith(String fault) throws SQLException {
        try (Connection connection = TestPostgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(fault);
            List<LintFinding> findings = SchemaRules.lint(connection);
            connection.rollback();
            return findings;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER ROLE ws_test CREATEROLE",
                "GRANT pg_read_all_data TO ws_test",
                "GRANT prosync_owner TO ws_test",
                "ALTER ROLE ws_test CONNECTION LIMIT -1",
                "ALTER ROLE ws_test RESET log_parameter_max_length"
            })
    void aClientThatIsTooStrongIsFound(String fault) throws SQLException {
        assertThat(findingsWith(fault))
                .anySatisfy(finding -> assertThat(finding.rule()).matches("(12|21).*"));
    }

    @Test
    void aGrantedPartitionIsFound() throws SQLException {
        assertThat(findingsWith("""
            CREATE TABLE app.big (id int) PARTITION BY RANGE (id);
            CREATE TABLE app.big_1 PARTITION OF app.big FOR VALUES FROM (1) TO (2);
            GRANT SELECT (id) ON app.big_1 TO prosync_client\
            """))
                .anySatisfy(finding -> assertThat(finding.rule()).startsWith("20"));
    }
}
