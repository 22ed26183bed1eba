package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Managing accounts through the door: who may see and end sessions, and unlock a name. */
class AccountDeskIT {
    private final DoorPlant plant = new DoorPlant();

    private static String list(String search, String active) {
        return "SELECT * FROM auth.account_list('" + search + "', " + active + ", NULL, '', 100)";
    }

    private static List<String> calls(Person target) {
        return List.of(
                list("", "NULL"),
                "SELECT * FROM auth.account_sessions('" + target.id() + "')",
                "SELECT * FROM auth.failed_sign_ins(NULL, NULL, 100)",
                "SELECT auth.unlock_account('" + target.id() + "')",
                "SELECT auth.end_sessions('" + target.id() + "')");
    }

    @Test
    void anAdministratorListsFiltersAndEndsSessions() throws SQLException {
        Person admin = plant.person("Administrator");
        Person viewer = plant.person("Viewer", OtherWorkstation.LOGIN);
        OtherWorkstation.ensure(plant.database);
        try (Connection connection = plant.as(admin);
                Connection theirs = OtherWorkstation.connect(plant.database, viewer.token())) {
            assertThat(DoorPlant.outcome(connection, list("", "NULL"))).isEqualTo("ok 2");
            assertThat(DoorPlant.outcome(connection, list("VIEWER_", "true"))).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, list("", "false"))).isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(theirs, "SELECT auth.ping()")).isEqualTo("ok 1");
            assertThat(DoorPlant.one(connection, "SELECT auth.end_sessions('" + viewer.id() + "')"))
                    .isEqualTo("1");
            assertThat(DoorPlant.one(connection, "SELECT auth.end_sessions('" + admin.id() + "')"))
                    .as("the own session stays")
                    .isEqualTo("0");
            assertThat(DoorPlant.outcome(theirs, "SELECT auth.ping()")).isNotEqualTo("ok 1");
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'SESSIONS_ENDED'"))
                .isEqualTo("2");
    }

    @Test
    void unlockingForgetsTheTriesAgainstThatNameOnly() throws SQLException {
        Person admin = plant.person("Administrator");
        plant.account("ada", "Viewer");
        try (Connection unbound = plant.unbound()) {
            for (int i = 0; i < 6; i++) {
                DoorPlant.outcome(unbound, "SELECT * FROM auth.login('ada', 'wrong', 'test')");
                DoorPlant.outcome(unbound, "SELECT * FROM auth.login('bob', 'wrong', 'test')");
            }
        }
        try (Connection connection = plant.as(admin)) {
            assertThat(DoorPlant.one(
                            connection, "SELECT failed_tries FROM auth.account_list('ada', NULL, NULL, '', 1)"))
                    .isEqualTo("5");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT locked_until IS NOT NULL FROM auth.account_list('ada', NULL, NULL, '', 1)"))
                    .isEqualTo("t");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT auth.unlock_account((SELECT user_id FROM app.users WHERE username = 'ada'))"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(
                            connection, "SELECT locked_until FROM auth.account_list('ada', NULL, NULL, '', 1)"))
                    .isNull();
        }
        assertThat(plant.ask("SELECT count(*) FROM auth.throttle WHERE locked_until > clock_timestamp()"))
                .as("bob's name stays locked")
                .isEqualTo("1");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'UNLOCKED'"))
                .isEqualTo("1");
    }

    @Test
    void oneSessionEndsAndTheOthersGoOn() throws SQLException {
        Person admin = plant.person("Administrator");
        Person viewer = plant.person("Viewer", OtherWorkstation.LOGIN);
        OtherWorkstation.ensure(plant.database);
        String other = plant.ask("INSERT INTO auth.session (token_hash, user_id, role_id, perms, own_only,"
                + " must_change, db_role, expires_at) SELECT sha256('x'), user_id, role_id, perms, own_only,"
                + " must_change, db_role, expires_at FROM auth.session"
                + " WHERE user_id = '" + viewer.id() + "' RETURNING session_id");
        String own = plant.ask("SELECT session_id FROM auth.session WHERE user_id = '" + admin.id() + "'");
        try (Connection connection = plant.as(admin)) {
            String end = "SELECT auth.end_session('" + other + "')";
            assertThat(DoorPlant.one(connection, end)).isEqualTo("t");
            assertThat(DoorPlant.one(connection, end)).as("once").isEqualTo("f");
            assertThat(DoorPlant.one(connection, "SELECT auth.end_session('" + own + "')"))
                    .as("the own one")
                    .isEqualTo("f");
            assertThat(DoorPlant.one(connection, "SELECT auth.end_session(gen_random_uuid())"))
                    .isEqualTo("f");
            assertThat(DoorPlant.outcome(connection, "SELECT * FROM auth.account_sessions('" + viewer.id() + "')"))
                    .as("the other one goes on")
                    .isEqualTo("ok 1");
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'SESSIONS_ENDED'"))
                .isEqualTo("1");
    }

    @Test
    void refusedTriesAreListedWithoutTheNamesThatNobodyHas() throws SQLException {
        Person admin = plant.person("Administrator");
        plant.account("ada", "Viewer");
        try (Connection unbound = plant.unbound()) {
            DoorPlant.outcome(unbound, "SELECT * FROM auth.login('ada', 'wrong', 'test')");
            DoorPlant.outcome(unbound, "SELECT * FROM auth.login('hunter2-is-my-password', 'wrong', 'test')");
        }
        try (Connection connection = plant.as(admin)) {
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT string_agg(concat_ws(' ', coalesce(username, 'nobody'), workstation, outcome), ',"
                                    + " ') FROM auth.failed_sign_ins(NULL, NULL, 100)"))
                    .isEqualTo("nobody ws_test refused, ada ws_test refused");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT count(*) FROM auth.failed_sign_ins((SELECT user_id FROM app.users WHERE"
                                    + " username = 'ada'), NULL, 100)"))
                    .isEqualTo("1");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT username FROM auth.failed_sign_ins(NULL, (SELECT max(seq) FROM"
                                    + " auth.failed_sign_ins(NULL, NULL, 1)), 100)"))
                    .as("the page after the newest")
                    .isEqualTo("ada");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT count(*) FROM auth.failed_sign_ins(NULL, NULL, 100) f"
                                    + " WHERE f::text LIKE '%hunter2%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void everybodyElseIsRefused() throws SQLException {
        plant.role("Desk", "user:read", "user:update");
        Person admin = plant.person("Administrator");
        Person desk = plant.person("Desk");
        Person manager = plant.person("Manager");
        try (Connection unbound = plant.unbound();
                Connection asManager = plant.as(manager);
                Connection asDesk = plant.as(desk)) {
            for (String call : calls(admin)) {
                assertThat(DoorPlant.outcome(unbound, call)).as(call).isEqualTo("42501");
                assertThat(DoorPlant.outcome(asManager, call)).as(call).isEqualTo("42501");
            }
            assertThat(calls(admin))
                    .as("reading is allowed, acting above the own rank is not")
                    .extracting(call -> DoorPlant.outcome(asDesk, call))
                    .containsExactly("ok 3", "ok 1", "ok 0", "42501", "42501");
            String session = plant.ask("SELECT session_id FROM auth.session WHERE user_id = '" + admin.id() + "'");
            for (Connection stranger : List.of(unbound, asManager, asDesk)) {
                assertThat(DoorPlant.outcome(stranger, "SELECT auth.end_session('" + session + "')"))
                        .isEqualTo("42501");
            }
        }
        plant.run("UPDATE auth.session SET must_change = true");
        try (Connection mustChange = plant.as(admin)) {
            for (String call : calls(manager)) {
                assertThat(DoorPlant.outcome(mustChange, call)).as(call).isEqualTo("42501");
            }
        }
    }
}
