package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A role edited at random by an administrator: somebody's open session obeys the tables from the next statement on. */
class RandomRoleEditsIT {
    private static final int EDITS = 1000;
    private static final long SEED = 20;
    private static final String WORDS = "SELECT string_agg(p, ',' ORDER BY p) FROM unnest('{%s}'::text[]) p WHERE %s";

    private final DoorPlant plant = new DoorPlant();

    /** One role, the session of somebody who has it, and the administrator who edits it. */
    private record Edited(String role, List<String> permissions, Connection open, Connection administrator) {}

    private static void toggle(Edited edited, String permission, boolean held) throws SQLException {
        String id = DoorPlant.one(
                edited.administrator,
                "SELECT permission_id FROM app.permissions WHERE name = '%s'".formatted(permission));
        String change = held
                ? "CALL app.role_permission_delete(%s, %s)"
                : "INSERT INTO app.role_permissions (role_id, permission_id) VALUES (%s, %s)";
        assertThat(DoorPlant.outcome(edited.administrator, change.formatted(edited.role, id)))
                .as(permission)
                .startsWith("ok");
    }

    private static String inTables(Edited edited, Connection all) throws SQLException {
        String held = "EXISTS (SELECT FROM app.role_permissions JOIN app.permissions x USING (permission_id)"
                + " WHERE role_id = " + edited.role + " AND x.name = p)";
        return String.valueOf(DoorPlant.one(all, WORDS.formatted(String.join(",", edited.permissions), held)));
    }

    private static String inSession(Edited edited) throws SQLException {
        return String.valueOf(
                DoorPlant.one(edited.open, WORDS.formatted(String.join(",", edited.permissions), "app.can(p)")));
    }

    private static List<String> words(String listed) {
        return List.of(listed.split(","));
    }

    @Test
    void afterEachOfAThousandTheOpenSessionAgreesWithTheTables() throws SQLException {
        Person administrator = plant.person("Administrator");
        Person person = plant.person("Manager");
        Random random = new Random(SEED);
        try (Connection all = TestPostgres.connect(plant.database);
                Connection open = plant.as(person);
                Connection editing = plant.as(administrator)) {
            Edited edited = edited(open, editing);
            for (int i = 0; i < EDITS; i++) {
                String permission = edited.permissions.get(random.nextInt(edited.permissions.size()));
                toggle(edited, permission, words(inTables(edited, all)).contains(permission));
                assertThat(inSession(edited))
                        .as("edit " + i + ": " + permission)
                        .isEqualTo(inTables(edited, all));
            }
        }
    }

    /** The same without what makes sessions follow: the comparison above would see it. */
    @Test
    void withoutTheTriggerTheSessionKeepsWhatWasTaken() throws SQLException {
        Person administrator = plant.person("Administrator");
        Person person = plant.person("Manager");
        plant.run("ALTER TABLE app.role_permissions DISABLE TRIGGER t60_follow_delete");
        try (Connection all = TestPostgres.connect(plant.database);
                Connection open = plant.as(person);
                Connection editing = plant.as(administrator)) {
            Edited edited = edited(open, editing);
            toggle(edited, "asset:read", true);
            assertThat(words(inTables(edited, all))).doesNotContain("asset:read");
            assertThat(words(inSession(edited))).contains("asset:read");
        }
    }

    private Edited edited(Connection open, Connection editing) throws SQLException {
        String role = String.valueOf(plant.ask("SELECT role_id FROM app.roles WHERE name = 'Manager'"));
        return new Edited(role, plant.column("SELECT name FROM app.permissions ORDER BY name"), open, editing);
    }
}
