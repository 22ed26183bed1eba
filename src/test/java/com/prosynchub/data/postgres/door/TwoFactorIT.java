package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second factor: its codes, their single use, their throttle, and who may switch it off for whom. */
class TwoFactorIT {
    private static final String PASSWORD = DoorPlant.PASSWORD;

    private final DoorPlant plant = new DoorPlant();

    private record Answer(String status, @Nullable String token) {}

    private static Answer ask(Connection connection, String sql, String... arguments) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                call.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return new Answer(row.getString("status"), row.getString("token"));
            }
        }
    }

    private static Answer password(Connection connection, String name) throws SQLException {
        return ask(connection, "SELECT * FROM auth.login(?, ?, 'test')", name, PASSWORD);
    }

    private static Answer code(Connection connection, Answer ticket, String code) throws SQLException {
        return ask(connection, "SELECT * FROM auth.login_code(?, ?)", String.valueOf(ticket.token()), code);
    }

    /** The code of so many steps from now; steps used before are forgotten, so that no test waits for the clock. */
    private String fresh(UUID user, int steps) throws SQLException {
        plant.run("UPDATE auth.second_factor SET last_step = 0 WHERE user_id = '" + user + "'");
        return String.valueOf(plant.ask(
                "SELECT auth.one_time_code(secret, floor(extract(epoch FROM clock_timestamp()) / 30)::bigint + " + steps
                        + ", 6) FROM auth.second_factor WHERE user_id = '" + user + "'"));
    }

    /** A person with a password and a session whose second factor is on; the recovery codes. */
    private List<String> enrol(UUID user, Connection session) throws SQLException {
        assertThat(DoorPlant.outcome(session, "SELECT auth.enrol_second_factor('" + PASSWORD + "')"))
                .isEqualTo("ok 1");
        return confirm(session, fresh(user, 0));
    }

    private static List<String> confirm(Connection session, String code) throws SQLException {
        try (PreparedStatement call = session.prepareStatement("SELECT auth.confirm_second_factor(?)")) {
            call.setString(1, code);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                Array codes = row.getArray(1);
                return List.of((String[]) codes.getArray());
            }
        }
    }

    private Connection session(String name) throws SQLException {
        try (Connection unbound = plant.unbound()) {
            return MigratedPostgres.workstation(
                    plant.database, password(unbound, name).token());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) throws SQLException {
        assertThat(plant.ask("SELECT auth.one_time_code('12345678901234567890', " + second + " / 30, 8)"))
                .isEqualTo(code);
        assertThat(plant.ask("SELECT auth.one_time_code('12345678901234567890', " + second + " / 30, 6)"))
                .isEqualTo(code.substring(2));
    }

    @Test
    void theSecretIsSpeltInBase32() throws SQLException {
        assertThat(plant.ask("SELECT auth.base32('12345678901234567890')"))
                .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void aStepEarlyOrLateIsTakenTwoAreNot() throws SQLException {
        UUID id = UUID.randomUUID();
        plant.run("INSERT INTO auth.second_factor (user_id, secret) VALUES ('" + id + "', '12345678901234567890')");
        for (int off : List.of(-2, 2, -1, 0, 1)) {
            plant.run("UPDATE auth.second_factor SET last_step = 0");
            assertThat(plant.ask("SELECT auth.accept_code('" + id + "', auth.one_time_code('12345678901234567890', "
                            + (1000 + off) + ", 6), to_timestamp(1000 * 30 + 29.9))"))
                    .as("step %d", off)
                    .isEqualTo(Math.abs(off) <= 1 ? "t" : "f");
        }
        assertThat(plant.ask("SELECT auth.accept_code('" + id
                        + "', auth.one_time_code('12345678901234567890', 1000, 6), to_timestamp(30000))"))
                .as("older than one that was taken")
                .isEqualTo("f");
    }

    @Test
    void aSignInTakesTwoStepsAndEachCodeOnce() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        List<String> recovery;
        try (Connection session = session("ada")) {
            assertThat(DoorPlant.outcome(session, "SELECT auth.enrol_second_factor('wrong')"))
                    .isEqualTo("PSH04");
            recovery = enrol(ada, session);
            assertThat(DoorPlant.outcome(session, "SELECT auth.enrol_second_factor('" + PASSWORD + "')"))
                    .as("the secret is told once")
                    .isEqualTo("PSH04");
            assertThat(DoorPlant.one(session, "SELECT is_on AND recovery_left = 10 FROM auth.second_factor_state()"))
                    .isEqualTo("t");
        }
        assertThat(recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(c -> c.matches("([A-Z2-7]{4}-){2}[A-Z2-7]{4}"));
        try (Connection unbound = plant.unbound()) {
            Answer ticket = password(unbound, "ada");
            assertThat(ticket.status()).isEqualTo("CODE");
            assertThat(DoorPlant.outcome(
                            MigratedPostgres.workstation(plant.database, ticket.token()), "SELECT auth.ping()"))
                    .as("a ticket is no session")
                    .isEqualTo("28000");
            String code = fresh(ada, 1);
            assertThat(code(unbound, ticket, "000000".equals(code) ? "000001" : "000000")
                            .status())
                    .isEqualTo("DENIED");
            Answer open = code(unbound, ticket, code.substring(0, 3) + " " + code.substring(3));
            assertThat(open.status()).isEqualTo("OK");
            try (Connection session = MigratedPostgres.workstation(plant.database, open.token())) {
                assertThat(DoorPlant.one(session, "SELECT app.current_user_id()"))
                        .isEqualTo(ada.toString());
            }
            assertThat(code(unbound, ticket, code).status()).as("a used ticket").isEqualTo("EXPIRED");
            assertThat(code(unbound, password(unbound, "ada"), code).status())
                    .as("a used code")
                    .isEqualTo("DENIED");
            String spelt = recovery.getFirst().toLowerCase(java.util.Locale.ROOT);
            assertThat(code(unbound, password(unbound, "ada"), spelt).status()).isEqualTo("OK");
            assertThat(code(unbound, password(unbound, "ada"), spelt).status())
                    .as("a used recovery code")
                    .isEqualTo("DENIED");
        }
        assertThat(plant.column("SELECT action FROM audit.outbox WHERE entity_id = '" + ada + "' ORDER BY seq"))
                .containsSubsequence("LOGIN", "LOGIN_FAILED", "SECOND_FACTOR_ON", "CODE_REFUSED", "LOGIN", "LOGIN");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox o, auth.second_factor f WHERE strpos(to_jsonb(o)::text,"
                        + " auth.base32(f.secret)) > 0 OR to_jsonb(o)::text LIKE '%" + recovery.get(1) + "%'"))
                .as("secrets in the ledger")
                .isEqualTo("0");
    }

    @Test
    void twoSignInsAtOnceCanNotShareACode() throws Exception {
        UUID ada = plant.account("ada", "Manager");
        try (Connection session = session("ada")) {
            enrol(ada, session);
        }
        OtherWorkstation.ensure(plant.database);
        try (Connection here = plant.unbound();
                Connection there = OtherWorkstation.connect(plant.database, null)) {
            Answer first = password(here, "ada");
            Answer second = password(there, "ada");
            String code = fresh(ada, 0);
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> {
                try {
                    return code(there, second, code).status();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(List.of(code(here, first, code).status(), other.get()))
                    .containsExactlyInAnyOrder("OK", "DENIED");
        }
    }

    @Test
    void guessesAreCountedWhateverIsRolledBackAndWhateverThePasswordDoes() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        try (Connection session = session("ada")) {
            enrol(ada, session);
        }
        List<String> seen = new ArrayList<>();
        try (Connection unbound = plant.unbound()) {
            for (int i = 0; i < 6; i++) {
                Answer ticket = password(unbound, "ada");
                unbound.setAutoCommit(false);
                seen.add(code(unbound, ticket, "AAAA-AAAA-AAA" + i).status());
                unbound.rollback();
                unbound.setAutoCommit(true);
            }
            assertThat(seen).containsExactly("DENIED", "DENIED", "DENIED", "DENIED", "DENIED", "THROTTLED");
            assertThat(code(unbound, password(unbound, "ada"), fresh(ada, 0)).status())
                    .as("the right code is not looked at")
                    .isEqualTo("THROTTLED");
            Person admin = plant.person("Administrator");
            try (Connection desk = plant.as(admin)) {
                assertThat(DoorPlant.outcome(desk, "SELECT auth.unlock_account('" + ada + "')"))
                        .isEqualTo("ok 1");
            }
            assertThat(code(unbound, password(unbound, "ada"), fresh(ada, 0)).status())
                    .isEqualTo("OK");
        }
    }

    @Test
    void aTicketIsOfOneWorkstationFiveMinutesAndOneStateOfTheAccount() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        try (Connection session = session("ada")) {
            enrol(ada, session);
            DoorPlant.outcome(session, "SELECT auth.logout()");
        }
        OtherWorkstation.ensure(plant.database);
        try (Connection unbound = plant.unbound();
                Connection elsewhere = OtherWorkstation.connect(plant.database, null)) {
            assertThat(code(elsewhere, password(unbound, "ada"), fresh(ada, 0)).status())
                    .isEqualTo("EXPIRED");
            Answer old = password(unbound, "ada");
            plant.run("UPDATE auth.pending_sign_in SET created_at = created_at - interval '5 minutes'");
            assertThat(code(unbound, old, fresh(ada, 0)).status()).isEqualTo("EXPIRED");
            Answer before = password(unbound, "ada");
            plant.run("SELECT auth.set_password('" + ada + "', '" + PASSWORD + "', false)");
            assertThat(code(unbound, before, fresh(ada, 0)).status()).isEqualTo("EXPIRED");
            Answer active = password(unbound, "ada");
            plant.run("UPDATE app.users SET is_active = false WHERE user_id = '" + ada + "'");
            assertThat(code(unbound, active, fresh(ada, 0)).status()).isEqualTo("EXPIRED");
        }
    }

    @Test
    void switchingOffTakesThePasswordAndACode() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        try (Connection session = session("ada")) {
            enrol(ada, session);
            String off = "SELECT auth.remove_second_factor('%s', '%s')";
            assertThat(DoorPlant.outcome(session, off.formatted("wrong", fresh(ada, 0))))
                    .isEqualTo("PSH04");
            assertThat(DoorPlant.outcome(session, off.formatted(PASSWORD, "AAAA-AAAA-AAAA")))
                    .isEqualTo("PSH04");
            plant.run("INSERT INTO auth.second_factor_demand SELECT role_id FROM app.roles WHERE name = 'Manager'");
            assertThat(DoorPlant.outcome(session, off.formatted(PASSWORD, fresh(ada, 0))))
                    .as("the role demands it")
                    .isEqualTo("PSH04");
            plant.run("DELETE FROM auth.second_factor_demand");
            assertThat(DoorPlant.outcome(session, "SELECT auth.renew_recovery_codes('" + fresh(ada, 0) + "')"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(session, off.formatted(PASSWORD, fresh(ada, 0))))
                    .isEqualTo("ok 1");
        }
        try (Connection unbound = plant.unbound()) {
            assertThat(password(unbound, "ada").status()).isEqualTo("OK");
        }
        assertThat(plant.ask("SELECT count(*) FROM auth.recovery_code")).isEqualTo("0");
        assertThat(plant.column("SELECT action FROM audit.outbox WHERE action ~ 'FACTOR|RECOVERY' ORDER BY seq"))
                .containsExactly("SECOND_FACTOR_ON", "RECOVERY_CODES_RENEWED", "SECOND_FACTOR_OFF");
    }

    @Test
    void anAdministratorResetsItForOthersNobodyAboveTheOwnRank() throws SQLException {
        UUID ada = plant.account("ada", "Administrator");
        try (Connection session = session("ada")) {
            enrol(ada, session);
            assertThat(DoorPlant.outcome(session, "SELECT auth.reset_second_factor('" + ada + "')"))
                    .as("not for oneself")
                    .isEqualTo("42501");
        }
        plant.role("Desk", "user:read", "user:update");
        String reset = "SELECT auth.reset_second_factor('" + ada + "')";
        for (String role : List.of("Desk", "Manager", "Viewer")) {
            try (Connection session = plant.as(plant.person(role))) {
                assertThat(DoorPlant.outcome(session, reset)).as(role).isEqualTo("42501");
            }
        }
        try (Connection session = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.one(session, reset)).isEqualTo("t");
            assertThat(DoorPlant.one(session, reset)).as("it was off already").isEqualTo("f");
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'SECOND_FACTOR_RESET'"))
                .isEqualTo("1");
        try (Connection unbound = plant.unbound()) {
            assertThat(password(unbound, "ada").status()).isEqualTo("OK");
        }
    }

    @Test
    void aRoleThatDemandsItOpensOnlyTheEnrolment() throws SQLException {
        UUID ada = plant.account("ada", "Manager");
        Person admin = plant.person("Administrator");
        String role = String.valueOf(plant.ask("SELECT role_id FROM app.roles WHERE name = 'Manager'"));
        try (Connection desk = plant.as(admin)) {
            assertThat(DoorPlant.outcome(desk, "SELECT auth.set_sign_in_rules(241, '{}', 0)"))
                    .isEqualTo("PSH06");
            assertThat(DoorPlant.outcome(
                            desk, "SELECT auth.set_sign_in_rules(15, ARRAY[" + role + ", NULL, " + role + ", 0], 0)"))
                    .as("no role, the same twice, and one that is gone")
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(desk, "SELECT demanding_roles FROM auth.sign_in_rules_now()"))
                    .isEqualTo("{" + role + "}");
        }
        Answer answer;
        try (Connection unbound = plant.unbound()) {
            answer = password(unbound, "ada");
        }
        assertThat(answer.status()).isEqualTo("ENROL");
        try (Connection session = MigratedPostgres.workstation(plant.database, answer.token())) {
            assertThat(DoorPlant.outcome(session, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(session, "SELECT auth.set_sign_in_rules(15, '{}', 1)"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            session, "SELECT auth.change_password('" + PASSWORD + "', 'a new long sentence')"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(session, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .as("a changed password is not enough")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(session, "SELECT auth.enrol_second_factor('a new long sentence')"))
                    .isEqualTo("ok 1");
            confirm(session, fresh(ada, 0));
            assertThat(DoorPlant.outcome(session, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(session, "SELECT auth.idle_lock_minutes()"))
                    .isEqualTo("15");
            assertThat(DoorPlant.outcome(session, "SELECT auth.set_sign_in_rules(15, '{}', 1)"))
                    .as("the rules are the administrator's")
                    .isEqualTo("42501");
        }
    }

    @Test
    void nobodyReadsASecret() throws SQLException {
        UUID ada = plant.account("ada", "Administrator");
        try (Connection session = session("ada")) {
            enrol(ada, session);
            for (String table : List.of("second_factor", "recovery_code", "pending_sign_in", "second_factor_demand")) {
                assertThat(DoorPlant.outcome(session, "SELECT * FROM auth." + table))
                        .as(table)
                        .isEqualTo("42501");
            }
            for (String call : List.of(
                    "SELECT auth.one_time_code('x', 1, 6)",
                    "SELECT auth.accept_code('" + ada + "', '000000', now())",
                    "SELECT auth.fresh_recovery_codes('" + ada + "')",
                    "SELECT * FROM auth.open_session('" + ada + "', 'x')",
                    "SELECT auth.settle_code(NULL, true, '" + ada + "')")) {
                assertThat(DoorPlant.outcome(session, call)).as(call).isEqualTo("42501");
            }
        }
    }

    @Test
    void aLockedWindowOpensToThePasswordOfItsPersonAndIsHandedOver() throws SQLException {
        UUID ada = plant.account("ada", "Operator");
        UUID bob = plant.account("bob", "Operator");
        try (Connection session = session("ada")) {
            assertThat(DoorPlant.outcome(session, "SELECT auth.lock_window(true)"))
                    .isEqualTo("ok 1");
            for (int i = 0; i < 5; i++) {
                assertThat(DoorPlant.one(session, "SELECT status FROM auth.unlock_window('wrong')"))
                        .isEqualTo("DENIED");
            }
            assertThat(DoorPlant.one(session, "SELECT status FROM auth.unlock_window('" + PASSWORD + "')"))
                    .as("charged like a sign-in")
                    .isEqualTo("THROTTLED");
            plant.run("TRUNCATE auth.throttle");
            assertThat(DoorPlant.one(session, "SELECT status FROM auth.unlock_window('" + PASSWORD + "')"))
                    .isEqualTo("OK");
            try (Connection next = session("bob")) {
                assertThat(DoorPlant.outcome(session, "SELECT auth.hand_over('" + bob + "')"))
                        .isEqualTo("ok 1");
                assertThat(DoorPlant.outcome(session, "SELECT auth.ping()")).isEqualTo("28000");
                assertThat(DoorPlant.outcome(next, "SELECT auth.ping()")).isEqualTo("ok 1");
            }
        }
        assertThat(plant.column("SELECT action FROM audit.outbox WHERE user_id = '" + ada + "' ORDER BY seq"))
                .containsExactly("LOGIN", "WINDOW_LOCKED", "WINDOW_UNLOCKED", "WINDOW_HANDED_OVER", "LOGOUT");
        assertThat(plant.ask("SELECT new_state ->> 'to' FROM audit.outbox WHERE action = 'WINDOW_HANDED_OVER'"))
                .isEqualTo(bob.toString());
    }
}
