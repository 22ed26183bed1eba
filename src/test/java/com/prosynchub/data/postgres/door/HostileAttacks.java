package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import com.prosynchub.fixture.Lines;
import com.prosynchub.fixture.MigratedPostgres;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/**
 * Somebody with the workstation's login, a SQL prompt, and here and there an account, tries what was not meant for it; on
 * the plant of whichever set-up a subclass gives. {@code access/section3.txt} tells where each attack of the security
 * design is made, {@code access/attacks.txt} holds those that were thought of since.
 */
abstract class HostileAttacks {
    final DoorPlant plant;
    private Person viewer;
    private Person boss;

    HostileAttacks(DoorPlant plant) {
        this.plant = plant;
    }

    @BeforeEach
    void people() throws SQLException {
        boss = plant.person("Administrator");
        viewer = plant.person("Viewer");
        plant.asset();
    }

    @Test
    void aHeldCursorEndsWithTheSession() throws SQLException {
        plant.elsewhere(null).close();
        Person target = plant.person("Manager", OtherWorkstation.LOGIN);
        try (Connection reader = plant.elsewhere(target.token());
                Connection admin = plant.as(boss)) {
            assertThat(DoorPlant.outcome(reader, "DECLARE kept CURSOR WITH HOLD FOR SELECT name FROM app.assets"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(
                            admin,
                            "UPDATE app.users SET is_active = false, row_version = row_version + 1 WHERE user_id = '"
                                    + target.id() + "'"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(reader, "FETCH ALL FROM kept")).isIn("57P01", "08006", "08003");
        }
    }

    @Test
    void aTokenSetInATransactionThatRollsBackIsGone() throws SQLException {
        try (Connection connection = plant.unbound()) {
            connection.setAutoCommit(false);
            DoorPlant.outcome(connection, "SELECT set_config('prosync.token', '" + viewer.token() + "', false)");
            assertThat(DoorPlant.outcome(connection, "SELECT name FROM app.assets LIMIT 1"))
                    .isEqualTo("ok 1");
            connection.rollback();
            assertThat(DoorPlant.outcome(connection, "SELECT name FROM app.assets LIMIT 1"))
                    .isEqualTo("ok 0");
        }
    }

    @Test
    void violatedConstraintsShowNoRow() throws SQLException {
        Person manager = plant.person("Manager");
        try (Connection connection = plant.as(manager)) {
            assertThat(detail(connection, "INSERT INTO app.asset_types (name) VALUES ('Pump')", "23505"))
                    .isNull();
            assertThat(detail(connection, "INSERT INTO app.asset_types (name) VALUES (NULL)", "23502"))
                    .isNull();
            assertThat(detail(
                            connection,
                            "UPDATE app.assets SET health_score = 101, row_version = row_version + 1",
                            "23514"))
                    .isNull();
        }
        try (Connection connection = plant.as(boss)) {
            assertThat(detail(
                            connection,
                            "SELECT auth.create_user(NULL, '" + viewer.username() + "', 'x@plant', 'A', 'B',"
                                    + " (SELECT role_id FROM app.roles WHERE name = 'Viewer'))",
                            "23505"))
                    .as("inside one of the door's own functions")
                    .isNull();
        }
    }

    @Test
    void manyGuessesInOneMessageAreCountedOneByOne() throws SQLException {
        plant.account("ada", "Manager");
        StringBuilder message = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            message.append("SELECT status FROM auth.login('ada', 'guess ")
                    .append(i)
                    .append("', 'x');");
        }
        List<String> answers = new ArrayList<>();
        try (Connection connection = plant.unbound();
                Statement statement = connection.createStatement()) {
            boolean more = statement.execute(message.toString());
            while (more) {
                try (ResultSet row = statement.getResultSet()) {
                    row.next();
                    answers.add(row.getString(1));
                }
                more = statement.getMoreResults();
            }
        }
        assertThat(answers).hasSize(20).containsOnly("DENIED", "THROTTLED");
        assertThat(answers.stream().filter("DENIED"::equals)).hasSize(5);
    }

    @Test
    void lockingWithoutWritingLocksNothing() throws SQLException {
        try (Connection connection = plant.as(viewer)) {
            for (String strength : List.of("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE")) {
                assertThat(DoorPlant.outcome(connection, "SELECT asset_id FROM app.assets FOR " + strength))
                        .as(strength)
                        .isIn("ok 0", "42501");
            }
        }
    }

    @Test
    void copyBringsNothingIn() throws SQLException {
        Person manager = plant.person("Manager");
        try (Connection connection = plant.as(manager)) {
            assertThatThrownBy(() -> connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY app.asset_types (name) FROM STDIN", new StringReader("Smuggled\n")))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isIn("0A000", "42501"));
        }
        assertThat(plant.ask("SELECT count(*) FROM app.asset_types")).isEqualTo("1");
    }

    @Test
    void oneWorkstationCanNotUseUpTheServer() throws SQLException {
        WorkstationAdmin admin = new WorkstationAdmin(plant.server.owner());
        String login = admin.add("crowd", MigratedPostgres.PASSWORD);
        List<Connection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                open.add(plant.server.connect(login, null));
            }
            assertThatThrownBy(() -> open.add(plant.server.connect(login, null)))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("53300"));
            try (Connection other = plant.unbound()) {
                assertThat(DoorPlant.outcome(other, "SELECT 1")).isEqualTo("ok 1");
            }
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
            admin.remove("crowd");
        }
    }

    @Test
    void aPasswordSentAsAParameterNeverReachesTheLog() throws SQLException {
        try (Connection connection = plant.unbound()) {
            assertThat(DoorPlant.one(connection, "SHOW log_parameter_max_length"))
                    .isEqualTo("0");
            assertThat(DoorPlant.outcome(connection, "SET log_parameter_max_length = -1"))
                    .isEqualTo("42501");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ext.dblink_connect('host=127.0.0.1')",
                "SELECT * FROM ext.dblink('dbname=postgres', 'SELECT 1') AS t (a int)",
                "SELECT rolpassword FROM pg_authid",
                "SELECT loopback_password FROM auth.secret",
                "SET row_security = off; SELECT name FROM app.assets",
                "SET session_replication_role = replica",
                "SET temp_file_limit = -1",
                "UPDATE app.site SET name = 'Mine'",
                "UPDATE app.schema_info SET minimum_client = 999",
                "UPDATE app.tree_guard SET moves = 0",
                "DELETE FROM audit.outbox",
                "SELECT setval('audit.outbox_seq_seq', 1)",
                "SELECT nextval('audit.outbox_seq_seq')",
                "ALTER TABLE app.assets DISABLE TRIGGER ALL",
                "CREATE RULE r AS ON INSERT TO app.assets DO INSTEAD NOTHING",
                "GRANT SELECT ON app.users TO PUBLIC",
                "DROP OWNED BY prosync_client",
                "CLUSTER app.assets",
                "REINDEX TABLE app.assets",
                "BEGIN; LOCK TABLE app.assets IN EXCLUSIVE MODE",
                "SELECT pg_switch_wal()",
                "SELECT pg_reload_conf()",
                "SELECT pg_create_restore_point('x')",
                "SELECT pg_stat_reset()",
                "SELECT pg_read_binary_file('postgresql.conf')",
                "SELECT query_to_xml('SELECT password FROM app.users', true, true, '')",
                "SELECT table_to_xml('app.users', true, true, '')",
                "SELECT ts_stat('SELECT to_tsvector(password) FROM app.users')",
                "SELECT auth.hash_password('x')",
                "SELECT auth.set_password(app.current_user_id(), 'another password', false)",
                "SELECT auth.record(NULL, 'LOGIN', 'SESSION', NULL, NULL, NULL, NULL)",
                "SELECT auth.loopback('SELECT 1::text, 2::text')",
                "MERGE INTO app.asset_types t USING (VALUES ('Pump')) AS v (n) ON t.name = v.n"
                        + " WHEN MATCHED THEN UPDATE SET description = 'mine', row_version = row_version + 1",
                "INSERT INTO app.asset_types (name) VALUES ('Pump') ON CONFLICT (name) DO UPDATE"
                        + " SET description = 'mine'",
                "WITH changed AS (UPDATE app.asset_types SET description = 'mine', row_version = row_version + 1"
                        + " RETURNING 1) SELECT * FROM changed",
            })
    void aViewerAtASqlPromptIsRefused(String attack) throws SQLException {
        String before = fingerprint();
        try (Connection connection = plant.as(viewer)) {
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("42501");
        }
        assertThat(fingerprint()).as("nothing changed").isEqualTo(before);
    }

    /** Allowed to every member of a group, and empty here: the group owns nothing. */
    @Test
    void takingOverWhatTheGroupOwnsTakesNothing() throws SQLException {
        try (Connection connection = plant.as(viewer)) {
            assertThat(DoorPlant.outcome(connection, "REASSIGN OWNED BY prosync_client TO ws_test"))
                    .isIn("ok 0", "42501");
        }
        assertThat(plant.ask("SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner"
                        + " WHERE r.rolname LIKE 'ws\\_%' OR r.rolname = 'prosync_client'"))
                .isEqualTo("0");
    }

    private @Nullable String fingerprint() throws SQLException {
        return plant.ask("SELECT md5(concat_ws('/', (SELECT string_agg(t::text, ',') FROM app.asset_types t), (SELECT"
                + " string_agg(a::text, ',') FROM app.assets a), (SELECT string_agg(s::text, ',') FROM app.site s),"
                + " (SELECT string_agg(i::text, ',') FROM app.schema_info i), (SELECT count(*) FROM app.users), (SELECT"
                + " string_agg(u.password, ',') FROM app.users u), (SELECT count(*) FROM audit.outbox WHERE action IN"
                + " ('CREATE', 'UPDATE', 'DELETE')), (SELECT count(*) FROM auth.session)))");
    }

    private static @Nullable String detail(Connection connection, String sql, String state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            throw new AssertionError("was not refused: " + sql);
        } catch (PSQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo(state);
            var message = refused.getServerErrorMessage();
            return message == null ? "no message" : message.getDetail();
        }
    }

    static List<List<String>> attacks() {
        return Lines.table("/access/attacks.txt");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatWasThoughtOfSinceIsRefusedToo(List<String> attack) throws SQLException {
        Person attacker = attack.get(1).equals("Viewer") ? viewer : plant.person(attack.get(1));
        String before = fingerprint();
        try (Connection connection = plant.as(attacker)) {
            assertThat(DoorPlant.outcome(connection, attack.get(2)))
                    .as(attack.getFirst())
                    .isEqualTo(attack.get(3));
        }
        assertThat(fingerprint()).as("nothing changed").isEqualTo(before);
    }

    @Test
    void theAddressOfTheLoopbackIsToldToNobody() throws SQLException {
        try (Connection connection = plant.as(boss)) {
            assertThat(DoorPlant.outcome(
                            connection, "SELECT umoptions FROM pg_user_mappings WHERE umoptions IS NOT NULL"))
                    .isIn("ok 0", "42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT srvoptions FROM pg_foreign_server WHERE"
                                    + " array_to_string(srvoptions, ' ') LIKE '%password%'"))
                    .isIn("ok 0", "42501");
        }
    }

    /** What PostgreSQL can not forbid: it works, and reaches no further than the own workstation and the own rights. */
    @Test
    void theNamedResidualsHurtNobodyElse() throws SQLException {
        String asset = plant.ask("SELECT asset_id FROM app.assets LIMIT 1");
        try (Connection connection = plant.unbound();
                Connection neighbour = plant.elsewhere(null)) {
            assertThat(DoorPlant.outcome(connection, "LISTEN prosync")).isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "NOTIFY prosync, 'users|U|*'"))
                    .as("a hint that may be false")
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "SET work_mem = '2GB'; SET statement_timeout = 0"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.one(neighbour, "SHOW work_mem"))
                    .as("of the own connection only")
                    .isNotEqualTo("2GB");
            assertThat(DoorPlant.outcome(
                            connection, "SELECT reltuples FROM pg_class WHERE oid = 'app.users'::regclass"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT prosrc FROM pg_proc WHERE oid = 'auth.login(text,text,text)'::regprocedure"))
                    .as("the source holds no secret")
                    .doesNotContain(plant.ask("SELECT loopback_password FROM auth.secret"));
        }
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(
                            manager,
                            "INSERT INTO app.assets (asset_id, name, asset_type_id) SELECT '" + asset
                                    + "', 'x', asset_type_id FROM app.asset_types LIMIT 1"))
                    .as("that a known key exists is told")
                    .isEqualTo("23505");
        }
        try (Connection reader = plant.as(viewer)) {
            assertThat(DoorPlant.outcome(reader, "SELECT name FROM app.assets")).startsWith("ok ");
            assertThat(DoorPlant.outcome(reader, "ALTER ROLE ws_other SET work_mem = '1MB'"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(reader, "ALTER ROLE ws_test SET prosync.token = 'parked'"))
                    .as("one's own default may be set, and opens nothing to anybody")
                    .isIn("42501", "ok 0");
        }
        try (Connection fresh = plant.unbound()) {
            assertThat(DoorPlant.outcome(fresh, "SELECT name FROM app.assets")).isEqualTo("ok 0");
        }
        plant.run("ALTER ROLE ws_test RESET ALL; ALTER ROLE ws_test SET log_parameter_max_length = 0");
    }
}
