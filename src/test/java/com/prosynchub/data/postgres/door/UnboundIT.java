package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A workstation's login without a session, generated from the catalogue: it sees nothing and changes nothing. */
class UnboundIT {
    private static final DoorPlant PLANT = new DoorPlant();
    private static final String TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace"
            + " AND relkind = 'r' ORDER BY relname";

    @BeforeAll
    static void fill() throws SQLException {
        PLANT.person("Administrator");
        UUID asset = PLANT.asset();
        PLANT.run("""
            INSERT INTO app.locations (name) VALUES ('Hall');
            INSERT INTO app.user_preferences (user_id) SELECT user_id FROM app.users;
            INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('{asset}', 'temperature');
            INSERT INTO app.metric_settings (metric_id, deadband) SELECT metric_id, 1 FROM app.asset_metrics;
            INSERT INTO app.metric_states (metric_id) SELECT metric_id FROM app.asset_metrics;
            INSERT INTO app.asset_health VALUES ('{asset}', 90, 0, 0, 0, 0, 1, 0, 0, 0, now());
            INSERT INTO app.ingest_sources (source) VALUES ('files');
            INSERT INTO app.dead_letters (source, metric_name, value, reason) VALUES ('files', 'flow', 1, 'FUTURE');
            INSERT INTO app.trend_views (view_id, owner_id, name, page) SELECT gen_random_uuid(), user_id, 'Mine', '{}'
            FROM app.users;
            INSERT INTO app.metric_notes (note_id, asset_id, begins_at, note, author_id)
            SELECT gen_random_uuid(), '{asset}', now(), 'Look', user_id FROM app.users;
            INSERT INTO app.work_orders (title, asset_id) VALUES ('Look', '{asset}');
            INSERT INTO app.work_order_checklist (work_order_id, task) SELECT work_order_id, 'x' FROM app.work_orders;
            INSERT INTO app.parts (name, sku, cost) VALUES ('Seal', 'S-1', 10);
            INSERT INTO app.work_order_parts SELECT work_order_id, part_id, 1, 10 FROM app.work_orders, app.parts;
            INSERT INTO app.user_locations (user_id, location_id) SELECT user_id, location_id FROM app.users, app.locations
            """.replace("{asset}", asset.toString()));
    }

    @Test
    void everyTableIsFilledAndShowsNothing() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        try (Connection unbound = PLANT.unbound()) {
            for (String table : PLANT.column(TABLES)) {
                all.assertThat(PLANT.ask("SELECT count(*) > 0 FROM app." + table))
                        .as(table)
                        .isEqualTo("t");
                String readable = PLANT.ask(
                        "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = 'app." + table
                                + "'::regclass AND attnum > 0 AND NOT attisdropped"
                                + " AND has_column_privilege('ws_test', attrelid, attnum, 'SELECT')");
                String seen = readable == null
                        ? DoorPlant.outcome(unbound, "SELECT 1 FROM app." + table)
                        : DoorPlant.outcome(unbound, "SELECT " + readable + " FROM app." + table);
                all.assertThat(seen).as(table).isEqualTo(readable == null ? "42501" : "ok 0");
            }
        }
        all.assertAll();
    }

    @Test
    void nothingCanBeWrittenAnywhere() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        try (Connection unbound = PLANT.unbound()) {
            for (String table : PLANT.column(TABLES)) {
                for (String statement : List.of(
                        "INSERT INTO app." + table + " DEFAULT VALUES",
                        "DELETE FROM app." + table,
                        "TRUNCATE app." + table,
                        "COPY app." + table + " FROM STDIN")) {
                    all.assertThat(DoorPlant.outcome(unbound, statement))
                            .as(statement)
                            .isIn("42501", "0A000");
                }
                for (String column : PLANT.column("SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = 'app."
                        + table + "'::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''")) {
                    String update = "UPDATE app." + table + " SET " + column + " = DEFAULT";
                    all.assertThat(DoorPlant.outcome(unbound, update))
                            .as(update)
                            .isEqualTo("42501");
                }
                for (String mode : List.of(
                        "ROW SHARE",
                        "ROW EXCLUSIVE",
                        "SHARE UPDATE EXCLUSIVE",
                        "SHARE",
                        "SHARE ROW EXCLUSIVE",
                        "EXCLUSIVE",
                        "ACCESS EXCLUSIVE")) {
                    String lock = "BEGIN; LOCK TABLE app." + table + " IN " + mode + " MODE";
                    all.assertThat(DoorPlant.outcome(unbound, lock)).as(lock).isEqualTo("42501");
                    DoorPlant.outcome(unbound, "ROLLBACK");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theDoorsOwnTablesAndTheLedgerAreShut() throws SQLException {
        Person administrator = PLANT.person("Administrator");
        SoftAssertions all = new SoftAssertions();
        try (Connection signedIn = PLANT.as(administrator)) {
            for (String table : PLANT.column("SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'S', 'v')"
                    + " AND relnamespace::regnamespace::text IN ('auth', 'audit', 'migration')")) {
                for (String statement : List.of(
                        "SELECT 1 FROM " + table, "INSERT INTO " + table + " DEFAULT VALUES", "DELETE FROM " + table)) {
                    all.assertThat(DoorPlant.outcome(signedIn, statement))
                            .as(statement)
                            .isIn("42501", "42809");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void onlyTheFunctionsMeantForClientsCanBeCalled() throws SQLException {
        assertThat(PLANT.column(
                        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace::regnamespace::text IN"
                            + " ('auth', 'audit', 'ext', 'migration') AND has_schema_privilege('ws_test',"
                            + " p.pronamespace, 'USAGE') AND has_function_privilege('ws_test', p.oid, 'EXECUTE') ORDER"
                            + " BY 1"))
                .containsExactly(
                        "auth.account_list(text,boolean,integer,text,integer)",
                        "auth.account_sessions(uuid)",
                        "auth.change_password(text,text)",
                        "auth.commented(uuid)",
                        "auth.confirm_second_factor(text)",
                        "auth.corrected(uuid,jsonb,jsonb)",
                        "auth.create_first_administrator(text,text,text,text,text,text,text)",
                        "auth.create_user(uuid,text,text,text,text,integer,text,text,text)",
                        "auth.end_session(uuid)",
                        "auth.end_sessions(uuid)",
                        "auth.enrol_second_factor(text)",
                        "auth.failed_sign_ins(uuid,bigint,integer)",
                        "auth.hand_over(uuid)",
                        "auth.idle_lock_minutes()",
                        "auth.limit_user(uuid,integer[],integer[])",
                        "auth.lock_window(boolean)",
                        "auth.login(text,text,text)",
                        "auth.login_code(text,text)",
                        "auth.logout()",
                        "auth.note_refusal(text)",
                        "auth.own_rights()",
                        "auth.ping()",
                        "auth.remove_second_factor(text,text)",
                        "auth.renew_recovery_codes(text)",
                        "auth.reset_password(uuid)",
                        "auth.reset_second_factor(uuid)",
                        "auth.role_merge(integer,integer,integer,integer)",
                        "auth.role_people()",
                        "auth.role_save(integer,integer,text,text,text[],text[],text[],integer)",
                        "auth.save_metric_note(uuid,uuid,text,timestamp with time zone,timestamp with time"
                                + " zone,text,integer)",
                        "auth.save_preferences(jsonb)",
                        "auth.save_trend_view(uuid,text,integer,jsonb,integer)",
                        "auth.second_factor_state()",
                        "auth.second_factor_use()",
                        "auth.set_sign_in_rules(integer,integer[],integer)",
                        "auth.sign_in_rules_now()",
                        "auth.site_info()",
                        "auth.trusted_writer()",
                        "auth.unlock_account(uuid)",
                        "auth.unlock_window(text)",
                        "auth.view_as(integer)",
                        "auth.view_end()",
                        "auth.view_roles()");
    }

    @Test
    void dangerousThingsAreRefused() throws SQLException {
        Person administrator = PLANT.person("Administrator");
        SoftAssertions all = new SoftAssertions();
        try (Connection signedIn = PLANT.as(administrator)) {
            for (String statement : List.of(
                    "SET ROLE prosync_owner",
                    "SET ROLE prosync_auth",
                    "SET ROLE prosync_migrator",
                    "SET SESSION AUTHORIZATION postgres",
                    "CREATE OR REPLACE FUNCTION app.can(p_permission text) RETURNS boolean LANGUAGE sql AS 'SELECT"
                            + " true'",
                    "DROP FUNCTION app.can(text)",
                    "ALTER TABLE app.assets DISABLE TRIGGER ALL",
                    "ALTER TABLE app.assets DISABLE ROW LEVEL SECURITY",
                    "CREATE POLICY mine ON app.assets USING (true)",
                    "SET session_replication_role = replica",
                    "CREATE TEMP TABLE users (a int)",
                    "CREATE TABLE app.mine (a int)",
                    "CREATE TABLE public.mine (a int)",
                    "CREATE SCHEMA mine",
                    "CREATE TYPE app.mine AS (a int)",
                    "SELECT 1 AS a INTO app.mine",
                    "DO 'BEGIN END'",
                    "CREATE EXTENSION hstore",
                    "CREATE PUBLICATION mine",
                    "COMMENT ON TABLE app.assets IS 'mine'",
                    "DROP OWNED BY prosync_client",
                    "ALTER SYSTEM SET work_mem = '1GB'",
                    "CREATE ROLE mine",
                    "ALTER ROLE prosync_client CREATEDB",
                    "ALTER DATABASE " + PLANT.database + " SET work_mem = '1GB'",
                    "SELECT pg_advisory_lock(1)",
                    "SELECT pg_try_advisory_xact_lock(1)",
                    "SELECT lo_create(0)",
                    "SELECT pg_terminate_backend(1)",
                    "SELECT pg_notify('prosync', 'x')",
                    "SELECT * FROM pg_stat_activity",
                    "SELECT pg_read_file('PG_VERSION')",
                    "SELECT pg_ls_dir('.')",
                    "COPY (SELECT 1) TO PROGRAM 'true'",
                    "SELECT * FROM pg_authid",
                    "SELECT * FROM pg_statistic",
                    "SET log_parameter_max_length = -1",
                    "SET temp_file_limit = -1",
                    "SELECT auth.charge('a', 'b', 'c', 'd')",
                    "SELECT auth.live()",
                    "SELECT auth.record(NULL, 'a', 'b', NULL, NULL, NULL, NULL)",
                    "SELECT auth.enlist(NULL)",
                    "SELECT ext.dblink_connect('x')",
                    "SELECT ext.crypt('a', 'b')",
                    "LOAD 'plpgsql'",
                    "SELECT pg_create_physical_replication_slot('x')")) {
                all.assertThat(DoorPlant.outcome(signedIn, statement))
                        .as(statement)
                        .isEqualTo("42501");
            }
            all.assertThat(DoorPlant.outcome(signedIn, "SELECT 1 FROM pg_stats WHERE tablename = 'users'"))
                    .isEqualTo("ok 0");
            all.assertThat(DoorPlant.outcome(signedIn, "SET row_security = off; SELECT name FROM app.assets"))
                    .isEqualTo("42501");
        }
        all.assertAll();
    }

    @Test
    void thePasswordColumnIsOutOfReachInEveryForm() throws SQLException {
        Person administrator = PLANT.person("Administrator");
        SoftAssertions all = new SoftAssertions();
        try (Connection signedIn = PLANT.as(administrator)) {
            for (String statement : List.of(
                    "SELECT password FROM app.users",
                    "SELECT user_id FROM app.users WHERE password LIKE 'x%'",
                    "SELECT user_id FROM app.users ORDER BY password",
                    "SELECT u FROM app.users u",
                    "SELECT to_jsonb(u) FROM app.users u",
                    "SELECT md5(u::text) FROM app.users u",
                    "TABLE app.users",
                    "COPY app.users TO STDOUT",
                    "COPY (SELECT password FROM app.users) TO STDOUT",
                    "UPDATE app.users SET department = 'x', row_version = row_version + 1 RETURNING password",
                    "UPDATE app.users SET department = password",
                    "UPDATE app.users SET password = 'x'")) {
                all.assertThat(DoorPlant.outcome(signedIn, statement))
                        .as(statement)
                        .isEqualTo("42501");
            }
        }
        all.assertAll();
    }

    @Test
    void errorsOnHiddenRowsTellNothing() throws SQLException {
        try (Connection unbound = PLANT.unbound()) {
            assertThat(DoorPlant.outcome(unbound, "SELECT 1 FROM app.work_orders WHERE title::int = 1"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(unbound, "SELECT 1 FROM app.search_assets WHERE name::int = 1"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(
                            unbound,
                            "SELECT 1 FROM (VALUES (1)) v (i) LEFT JOIN app.search_work_orders s ON"
                                    + " s.title::int = v.i"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            unbound,
                            "SELECT 1 FROM (VALUES (1)) v (i) WHERE EXISTS (SELECT FROM app.user_names n"
                                    + " WHERE n.username::int = v.i)"))
                    .isEqualTo("ok 0");
        }
    }

    @Test
    void otherLoginsReachOnlyWhatIsTheirs() throws SQLException {
        try (Connection site = MigratedPostgres.connect(PLANT.database, "prosync_site", null);
                Connection relay = MigratedPostgres.connect(PLANT.database, "prosync_relay", null);
                Connection throttle = MigratedPostgres.connect(PLANT.database, "prosync_throttle", null)) {
            assertThat(DoorPlant.outcome(site, "SELECT name FROM app.assets")).isEqualTo("42501");
            assertThat(DoorPlant.outcome(site, "SELECT * FROM app.record_metrics('{}', '{}', '{}', '{}', '{}', '{}')"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(relay, "SELECT seq FROM audit.outbox LIMIT 1 FOR UPDATE SKIP LOCKED"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(relay, "UPDATE audit.outbox SET relayed_at = now(), attempts = 1"))
                    .startsWith("ok");
            assertThat(DoorPlant.outcome(relay, "UPDATE audit.outbox SET new_state = NULL"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(relay, "DELETE FROM audit.outbox")).isEqualTo("42501");
            assertThat(DoorPlant.outcome(relay, "SELECT name FROM app.assets")).isEqualTo("42501");
            assertThat(DoorPlant.outcome(throttle, "SELECT name FROM app.assets"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(throttle, "SELECT * FROM auth.login('a', 'b', 'c')"))
                    .isEqualTo("42501");
        }
    }
}
