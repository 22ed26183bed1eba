package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles as a whole through the door: saving, copying and merging them, and nobody's hand on the own one. */
class RoleDeskIT {
    private static final String KNOWN = "'{asset:read,asset:update,metric:read}'";

    private final DoorPlant plant = new DoorPlant();

    @BeforeEach
    void role() throws SQLException {
        plant.role("Guest", "asset:read", "metric:read", "alarm:read");
    }

    private String id(String name) throws SQLException {
        return String.valueOf(plant.ask("SELECT role_id FROM app.roles WHERE name = '" + name + "'"));
    }

    private String save(String role, int version, String name, String before, String after) throws SQLException {
        return "SELECT auth.role_save(%s, %d, '%s', NULL, %s, '%s', '%s')"
                .formatted(id(role), version, name, KNOWN, before, after);
    }

    private String held(String role) throws SQLException {
        return String.valueOf(plant.ask("SELECT array_to_string(auth.role_perms(" + id(role) + "), ' ')"));
    }

    private static String create(String name, String after, String like) {
        return "SELECT auth.role_save(NULL, 0, '%s', NULL, '{}', '{}', '%s', %s)".formatted(name, after, like);
    }

    private String merge(String from, String into) throws SQLException {
        return "SELECT auth.role_merge(%s, 0, %s, 0)".formatted(id(from), id(into));
    }

    @Test
    void aRoleIsSavedAsAWholeAndTheWholeIsWrittenDown() throws SQLException {
        try (Connection admin = plant.as(plant.person("Administrator"));
                Connection guest = plant.as(plant.person("Guest"))) {
            assertThat(DoorPlant.one(guest, "SELECT app.can('metric:read')")).isEqualTo("t");
            assertThat(DoorPlant.outcome(
                            admin,
                            save("Guest", 0, "Visitor", "{asset:read,metric:read}", "{asset:read,asset:update}")))
                    .isEqualTo("ok 1");
            assertThat(held("Visitor"))
                    .as("words that the editor did not show stay")
                    .isEqualTo("alarm:read asset:read asset:update");
            assertThat(DoorPlant.one(guest, "SELECT app.can('metric:read')")).isEqualTo("f");
        }
        assertThat(plant.ask("SELECT previous_state #>> '{permissions}' || (new_state ->> 'name') FROM audit.outbox"
                        + " WHERE entity_type = 'ROLE' AND action = 'UPDATE' AND new_state ? 'permissions'"))
                .isEqualTo("[\"alarm:read\", \"asset:read\", \"metric:read\"]Visitor");
    }

    @Test
    void whoSavesOverSomebodyElsesGrantsIsTold() throws SQLException {
        try (Connection admin = plant.as(plant.person("Administrator"))) {
            String mine = save("Guest", 0, "Guest", "{asset:read,metric:read}", "{asset:read}");
            assertThat(DoorPlant.outcome(
                            admin,
                            "CALL app.role_permission_delete(" + id("Guest")
                                    + ", (SELECT 1))"
                                            .replace(
                                                    "(SELECT 1)",
                                                    String.valueOf(plant.ask("SELECT permission_id FROM app.permissions"
                                                            + " WHERE name = 'asset:read'")))))
                    .startsWith("ok");
            assertThat(DoorPlant.outcome(admin, mine))
                    .as("the name's version did not move, the grants did")
                    .isEqualTo("40001");
            assertThat(held("Guest")).isEqualTo("alarm:read metric:read");
            assertThat(DoorPlant.outcome(admin, save("Guest", 7, "Guest", "{metric:read}", "{metric:read}")))
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(admin, "SELECT auth.role_save(4711, 0, 'x', NULL, '{}', '{}', '{}')"))
                    .isEqualTo("P0002");
        }
    }

    @Test
    void nobodyChangesTheOwnRoleNotEvenDownwards() throws SQLException {
        plant.role("Editors", "role:read", "role:update", "role:create", "user:read", "asset:read", "asset:update");
        Person editor = plant.person("Editors");
        Person admin = plant.person("Administrator");
        plant.person("Administrator");
        String read = plant.ask("SELECT permission_id FROM app.permissions WHERE name = 'asset:read'");
        try (Connection asEditor = plant.as(editor);
                Connection asAdmin = plant.as(admin)) {
            String own = save("Editors", 0, "Editors", "{asset:read,asset:update}", "{asset:read}");
            assertThat(DoorPlant.outcome(asEditor, own)).isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            asEditor, "CALL app.role_permission_delete(" + id("Editors") + ", " + read + ")"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            asEditor,
                            save("Editors", 0, "Editors!", "{asset:read,asset:update}", "{asset:read,asset:update}")))
                    .as("a name gives nobody anything")
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            asAdmin, "CALL app.role_permission_delete(" + id("Administrator") + ", " + read + ")"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            asAdmin,
                            "UPDATE app.users SET role_id = " + id("Viewer")
                                    + ", row_version = row_version + 1 WHERE user_id = '" + admin.id() + "'"))
                    .as("nor which role that is")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(asAdmin, merge("Administrator", "Viewer")))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            asEditor, save("Guest", 0, "Guest", "{asset:read,metric:read}", "{asset:update}")))
                    .as("above the own rank: it holds alarm:read")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(asEditor, create("Mine", "{asset:update,user:update}", "NULL")))
                    .as("what one does not hold")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(asEditor, create("Mine", "{asset:update}", "NULL")))
                    .isEqualTo("ok 1");
        }
        assertThat(held("Administrator")).contains("asset:read");
    }

    @Test
    void aCopyKeepsTheScope() throws SQLException {
        try (Connection admin = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.outcome(admin, create("Apprentice", "{work_order:read}", id("Technician"))))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(admin, create("Apprentice", "{}", "NULL")))
                    .isEqualTo("23505");
            assertThat(DoorPlant.outcome(admin, create(" ", "{}", "NULL"))).isEqualTo("23514");
            assertThat(DoorPlant.outcome(admin, create("Odd", "{no:such}", "NULL")))
                    .isEqualTo("PSH05");
        }
        assertThat(plant.column(
                        "SELECT resource FROM auth.role_scope WHERE role_id = " + id("Apprentice") + " ORDER BY 1"))
                .containsExactly("request", "work_order");
    }

    @Test
    void mergingMovesPeopleAndDeletesTheRole() throws SQLException {
        Person guest = plant.person("Guest");
        Person admin = plant.person("Administrator");
        try (Connection asAdmin = plant.as(admin)) {
            assertThat(DoorPlant.one(asAdmin, "SELECT people FROM auth.role_people() WHERE role_id = " + id("Guest")))
                    .isEqualTo("1");
            assertThat(DoorPlant.outcome(asAdmin, "CALL app.role_delete(" + id("Guest") + ", 0)"))
                    .as("in use")
                    .isEqualTo("PSH03");
            assertThat(DoorPlant.outcome(asAdmin, merge("Guest", "Guest"))).isEqualTo("PSH05");
            assertThat(DoorPlant.outcome(asAdmin, merge("Guest", "Viewer").replace(", 0)", ", 9)")))
                    .isEqualTo("40001");
            assertThat(DoorPlant.one(asAdmin, merge("Guest", "Viewer"))).isEqualTo("1");
        }
        assertThat(plant.ask("SELECT count(*) FROM app.roles WHERE name = 'Guest'"))
                .isEqualTo("0");
        assertThat(plant.ask("SELECT r.name FROM app.users JOIN app.roles r USING (role_id) WHERE user_id = '"
                        + guest.id() + "'"))
                .isEqualTo("Viewer");
        assertThat(plant.ask("SELECT revoked_why FROM auth.session WHERE user_id = '" + guest.id() + "'"))
                .isEqualTo("ACCOUNT_CHANGED");
        assertThat(plant.ask("SELECT user_id FROM audit.outbox WHERE entity_type = 'USER' AND action = 'UPDATE'"))
                .isEqualTo(admin.id().toString());
    }

    @Test
    void withoutThePermissionNothingOfThisHappens() throws SQLException {
        try (Connection unbound = plant.unbound();
                Connection manager = plant.as(plant.person("Manager"))) {
            for (String call : new String[] {
                create("X", "{}", "NULL"),
                save("Guest", 0, "X", "{}", "{}"),
                merge("Guest", "Viewer"),
                "SELECT * FROM auth.role_people()",
                "SELECT auth.view_as(" + id("Viewer") + ")"
            }) {
                assertThat(DoorPlant.outcome(unbound, call)).as(call).isEqualTo("42501");
                assertThat(DoorPlant.outcome(manager, call)).as(call).isEqualTo("42501");
            }
            assertThat(DoorPlant.outcome(unbound, "SELECT * FROM auth.own_rights()"))
                    .isEqualTo("28000");
            assertThat(DoorPlant.one(manager, "SELECT role_name FROM auth.own_rights()"))
                    .isEqualTo("Manager");
        }
    }
}
