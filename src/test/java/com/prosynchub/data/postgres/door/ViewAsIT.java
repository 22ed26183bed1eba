package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Looking at the window as a role would: what that role sees, nothing written, and both ends in the ledger. */
class ViewAsIT {
    private final DoorPlant plant = new DoorPlant();

    private String role(String name) throws SQLException {
        return String.valueOf(plant.ask("SELECT role_id FROM app.roles WHERE name = '" + name + "'"));
    }

    private static String can(Connection connection, String permission) throws SQLException {
        return String.valueOf(DoorPlant.one(connection, "SELECT app.can('" + permission + "')"));
    }

    @Test
    void theSessionHoldsWhatTheRoleHoldsUntilItEnds() throws SQLException {
        Person person = plant.person("Administrator");
        try (Connection admin = plant.as(person)) {
            assertThat(DoorPlant.outcome(admin, "SELECT auth.view_as(" + role("Technician") + ")"))
                    .isEqualTo("ok 1");
            assertThat(can(admin, "user:read")).isEqualTo("f");
            assertThat(can(admin, "work_order:complete")).isEqualTo("t");
            assertThat(DoorPlant.one(admin, "SELECT app.own_only('work_order')"))
                    .isEqualTo("t");
            assertThat(DoorPlant.outcome(admin, "SELECT * FROM app.roles")).isEqualTo("ok 0");
            assertThat(DoorPlant.one(admin, "SELECT role_name || viewing FROM auth.own_rights()"))
                    .isEqualTo("Techniciantrue");
            assertThat(DoorPlant.outcome(admin, "SELECT auth.view_as(" + role("Viewer") + ")"))
                    .as("one look at a time")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(admin, "SELECT auth.view_end()")).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(admin, "SELECT auth.view_end()"))
                    .as("again")
                    .isEqualTo("ok 1");
            assertThat(can(admin, "user:read")).isEqualTo("t");
            assertThat(DoorPlant.one(admin, "SELECT app.own_only('work_order')"))
                    .isEqualTo("f");
        }
        assertThat(plant.column("SELECT action || ' ' || (new_state ->> 'name') FROM audit.outbox WHERE user_id = '"
                        + person.id() + "' ORDER BY seq"))
                .containsExactly("VIEW_STARTED Technician", "VIEW_ENDED Technician");
    }

    @Test
    void nothingCanBeWrittenMeanwhile() throws SQLException {
        Person person = plant.person("Administrator");
        plant.asset();
        plant.role(
                "Writers", "asset:read", "asset:update", "asset:create", "user:update", "role:update", "metric:update");
        try (Connection admin = plant.as(person)) {
            DoorPlant.outcome(admin, "SELECT auth.view_as(" + role("Writers") + ")");
            assertThat(DoorPlant.outcome(admin, "SELECT name FROM app.assets")).isEqualTo("ok 1");
            for (String write : new String[] {
                "UPDATE app.assets SET name = 'x', row_version = row_version + 1",
                "INSERT INTO app.asset_types (name) VALUES ('x')",
                "UPDATE app.users SET first_name = 'x', row_version = row_version + 1",
                "SELECT auth.reset_password('" + person.id() + "')",
                "SELECT auth.change_password('no hash', 'a long enough password 1')",
                "SELECT * FROM app.record_metrics('{}', '{}', '{}', '{}', '{}', '{}')",
                "CALL app.asset_set_status('" + person.id() + "', 'Offline', 0)",
                "SELECT auth.role_save(NULL, 0, 'x', NULL, '{}', '{}', '{}')",
                "SELECT auth.view_as(" + role("Viewer") + ")"
            }) {
                assertThat(DoorPlant.outcome(admin, write)).as(write).isIn("42501", "PSH04");
            }
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE user_id = '" + person.id()
                        + "' AND action <> 'VIEW_STARTED'"))
                .isEqualTo("0");
    }

    @Test
    void theOwnPasswordStaysToo() throws SQLException {
        plant.account("helen", "Administrator");
        String token;
        try (Connection unbound = plant.unbound()) {
            token = DoorPlant.one(
                    unbound, "SELECT token FROM auth.login('helen', '" + DoorPlant.PASSWORD + "', 'test')");
        }
        String change = "SELECT auth.change_password('" + DoorPlant.PASSWORD + "', 'another battery staple 9')";
        try (Connection helen = com.prosynchub.fixture.MigratedPostgres.workstation(plant.database, token)) {
            DoorPlant.outcome(helen, "SELECT auth.view_as(" + role("Viewer") + ")");
            assertThat(DoorPlant.outcome(helen, change)).isEqualTo("42501");
            DoorPlant.outcome(helen, "SELECT auth.view_end()");
            assertThat(DoorPlant.outcome(helen, change)).isEqualTo("ok 1");
        }
    }

    @Test
    void aLookShowsNothingThatTheLookerMayNotSee() throws SQLException {
        plant.role("Desk", "user:update", "role:read", "role:update", "asset:read");
        plant.role("Buyers", "asset:read", "purchase:read", "purchase:update");
        Person desk = plant.person("Desk");
        Person admin = plant.person("Administrator");
        try (Connection looking = plant.as(desk);
                Connection editing = plant.as(admin)) {
            DoorPlant.outcome(looking, "SELECT auth.view_as(" + role("Buyers") + ")");
            assertThat(can(looking, "purchase:update"))
                    .as("as the role sees it")
                    .isEqualTo("t");
            assertThat(can(looking, "purchase:read"))
                    .as("costs are not for this person")
                    .isEqualTo("f");
            String word = plant.ask("SELECT permission_id FROM app.permissions WHERE name = 'purchase:approve'");
            DoorPlant.outcome(
                    editing,
                    "INSERT INTO app.role_permissions (role_id, permission_id) VALUES (" + role("Buyers") + ", " + word
                            + ")");
            assertThat(can(looking, "purchase:approve"))
                    .as("an edit is seen at once")
                    .isEqualTo("t");
            assertThat(can(looking, "purchase:read")).isEqualTo("f");
            String own = plant.ask("SELECT permission_id FROM app.permissions WHERE name = 'role:read'");
            DoorPlant.outcome(editing, "CALL app.role_permission_delete(" + role("Desk") + ", " + own + ")");
            assertThat(can(looking, "purchase:update"))
                    .as("the own role was changed: the look is over")
                    .isEqualTo("f");
            assertThat(can(looking, "user:update")).isEqualTo("t");
        }
    }

    @Test
    void whoIsNoAdministratorLooksAtNothing() throws SQLException {
        plant.role("Desk", "user:read", "role:read", "role:update");
        try (Connection desk = plant.as(plant.person("Desk"))) {
            assertThat(DoorPlant.outcome(desk, "SELECT auth.view_as(" + role("Viewer") + ")"))
                    .isEqualTo("42501");
        }
    }

    /** Each of these taken away lets a write through, so that the tests above would see it. */
    @Test
    void withoutTheGuardsTheLookWrites() throws SQLException {
        plant.asset();
        plant.role("Writers", "asset:read", "asset:update");
        plant.run("""
            CREATE OR REPLACE FUNCTION auth.refuse_viewing(s auth.session) RETURNS void
            LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS 'BEGIN END'\
            """);
        try (Connection admin = plant.as(plant.person("Administrator"))) {
            DoorPlant.outcome(admin, "SELECT auth.view_as(" + role("Writers") + ")");
            assertThat(DoorPlant.outcome(admin, "UPDATE app.assets SET name = 'x', row_version = row_version + 1"))
                    .isEqualTo("ok 1");
        }
    }
}
