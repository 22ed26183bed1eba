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
                    .containsExactly("ok 3", "ok 1", "42501", "42501");
        }
        plant.run("UPDATE auth.session SET must_change = true");
        try (Connection mustChange = plant.as(admin)) {
            for (String call : calls(manager)) {
                assertThat(DoorPlant.outcome(mustChange, call)).as(call).isEqualTo("42501");
            }
        }
    }
}
