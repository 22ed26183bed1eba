package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may raise, edit or take away whom; somebody can always manage users and roles. */
class RanksIT {
    private static final String ROLE = "(SELECT role_id FROM app.roles WHERE name = '%s')";

    private final DoorPlant plant = new DoorPlant();

    private static String setRole(Person target, int role) {
        return "UPDATE app.users SET role_id = " + role + ", row_version = row_version + 1 WHERE user_id = '"
                + target.id() + "'";
    }

    private static String deactivate(Person target) {
        return "UPDATE app.users SET is_active = false, row_version = row_version + 1 WHERE user_id = '" + target.id()
                + "'";
    }

    private int role(String name) throws SQLException {
        return Integer.parseInt(String.valueOf(plant.ask("SELECT " + ROLE.formatted(name))));
    }

    private static String grant(int role, int permission) {
        return "INSERT INTO app.role_permissions (role_id, permission_id) VALUES (" + role + ", " + permission + ")";
    }

    private int permission(String name) throws SQLException {
        return Integer.parseInt(
                String.valueOf(plant.ask("SELECT permission_id FROM app.permissions WHERE name = '" + name + "'")));
    }

    @Test
    void everybodyKeepsTheOwnProfileAndNothingMore() throws SQLException {
        Person technician = plant.person("Technician");
        Person other = plant.person("Technician");
        try (Connection connection = plant.as(technician)) {
            assertThat(DoorPlant.outcome(
                            connection, "UPDATE app.users SET first_name = 'New', row_version = row_version + 1"))
                    .as("only the own row")
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.users SET first_name = 'New', row_version = row_version + 1"
                                    + " WHERE user_id = '" + other.id() + "'"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, setRole(technician, role("Administrator"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, deactivate(technician))).isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection, "UPDATE app.users SET username = 'x', row_version = row_version + 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, "SELECT email FROM app.users"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT username FROM app.user_names"))
                    .isEqualTo("ok 2");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.create_user(NULL, 'x', 'x@x', 'x', 'x', 1)"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.reset_password('" + other.id() + "')"))
                    .isEqualTo("42501");
        }
        assertThat(plant.ask("SELECT user_id FROM audit.outbox WHERE action = 'UPDATE' AND entity_type = 'USER'"))
                .isEqualTo(technician.id().toString());
    }

    @Test
    void whoManagesUsersOnlyCanNotReachAbove() throws SQLException {
        plant.role("Desk", "user:read", "user:create", "user:update", "asset:read");
        plant.role("Guest", "asset:read");
        Person desk = plant.person("Desk");
        Person admin = plant.person("Administrator");
        Person guest = plant.person("Guest");
        try (Connection connection = plant.as(desk)) {
            assertThat(DoorPlant.outcome(connection, setRole(desk, role("Administrator"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, setRole(guest, role("Administrator"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, setRole(admin, role("Guest"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.users SET email = 'mine@x', row_version = row_version + 1"
                                    + " WHERE user_id = '" + admin.id() + "'"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.reset_password('" + admin.id() + "')"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT auth.create_user(NULL, 'a2', 'a2@x', '', '', " + role("Administrator") + ")"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection, "SELECT auth.create_user(NULL, 'g2', 'g2@x', '', '', " + role("Guest") + ")"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.reset_password('" + guest.id() + "')"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void whoEditsRolesOnlyGrantsNothingAndStripsNobody() throws SQLException {
        plant.role("Roles", "role:read", "role:update", "asset:read");
        plant.role("Guest", "asset:read");
        plant.person("Administrator");
        Person editor = plant.person("Roles");
        try (Connection connection = plant.as(editor)) {
            assertThat(DoorPlant.outcome(connection, grant(role("Roles"), permission("user:update"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, grant(role("Guest"), permission("user:update"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, grant(role("Administrator"), permission("role:update"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.role_permission_delete(" + role("Administrator") + ", "
                                    + permission("user:update") + ")"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.roles SET name = 'x', row_version = row_version + 1"
                                    + " WHERE name = 'Administrator'"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, grant(role("Guest"), permission("role:read"))))
                    .isEqualTo("ok 1");
        }
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(manager, grant(role("Manager"), permission("user:read"))))
                    .isEqualTo("42501");
        }
    }

    @Test
    void anAdministratorRaisesOthersButNotTheOwnRole() throws SQLException {
        Person admin = plant.person("Administrator");
        Person viewer = plant.person("Viewer");
        try (Connection connection = plant.as(admin)) {
            assertThat(DoorPlant.outcome(connection, setRole(viewer, role("Manager"))))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, grant(role("Viewer"), permission("alarm:acknowledge"))))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, grant(role("Administrator"), permission("alarm:acknowledge"))))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, setRole(admin, role("Manager"))))
                    .isEqualTo("42501");
        }
    }

    @Test
    void theLastAdministratorStays() throws SQLException {
        Person admin = plant.person("Administrator");
        try (Connection connection = plant.as(admin)) {
            assertThat(DoorPlant.outcome(connection, deactivate(admin))).isEqualTo("23514");
            assertThat(DoorPlant.outcome(connection, setRole(admin, role("Viewer"))))
                    .isIn("42501", "23514");
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.role_permission_delete(" + role("Administrator") + ", "
                                    + permission("role:update") + ")"))
                    .as("the own role")
                    .isEqualTo("42501");
        }
        plant.role("Second desk", "user:update", "role:read", "role:update");
        Person second = plant.person("Second desk");
        plant.run("UPDATE app.users SET is_active = false WHERE user_id = '" + second.id() + "'");
        plant.run("UPDATE auth.session SET revoked_at = NULL WHERE user_id = '" + second.id() + "'");
        try (Connection connection = plant.as(second)) {
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.role_permission_delete(" + role("Administrator") + ", "
                                    + permission("role:update") + ")"))
                    .as("no other active one is left")
                    .isEqualTo("23514");
        }
        assertThat(plant.ask("SELECT is_active FROM app.users WHERE user_id = '" + admin.id() + "'"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
    void twoAdministratorsCanNotTakeEachOtherAway(int isolation) throws Exception {
        Person one = plant.person("Administrator");
        Person two = plant.person("Administrator", OtherWorkstation.LOGIN);
        OtherWorkstation.ensure(plant.database);
        CyclicBarrier bothRead = new CyclicBarrier(2);
        CompletableFuture<String> first = attack(one, MigratedPostgres.WORKSTATION, two, isolation, bothRead);
        CompletableFuture<String> second = attack(two, OtherWorkstation.LOGIN, one, isolation, bothRead);
        List<String> outcomes = List.of(first.get(), second.get());
        assertThat(plant.ask("SELECT count(*) FROM app.users WHERE is_active"))
                .as(outcomes.toString())
                .isEqualTo("1");
        assertThat(outcomes).containsOnlyOnce("ok 1");
    }

    private CompletableFuture<String> attack(
            Person attacker, String workstation, Person target, int isolation, CyclicBarrier bothRead) {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = MigratedPostgres.connect(plant.database, workstation, attacker.token())) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(isolation);
                DoorPlant.outcome(connection, "SELECT count(*) FROM app.users");
                bothRead.await();
                String outcome = DoorPlant.outcome(connection, deactivate(target));
                connection.commit();
                return outcome;
            } catch (SQLException ended) {
                return String.valueOf(ended.getSQLState());
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
    }
}
