package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Taking one field back through the table's own rules, and writing refusals down without filling the disk. */
class LedgerRestoreIT {
    private final DoorPlant plant = new DoorPlant();

    private String changedLocation() throws SQLException {
        plant.run("INSERT INTO app.locations (name, city) VALUES ('Hall', 'Kiel');"
                + "UPDATE app.locations SET name = 'Yard', city = NULL");
        return Objects.requireNonNull(
                plant.ask("SELECT event_id FROM audit.outbox WHERE action = 'UPDATE' AND entity_type = 'LOCATION'"));
    }

    private static String restore(String event, String field, int version, String reason) {
        return "SELECT app.restore_field('" + event + "', '" + field + "', " + version + ", '" + reason + "')";
    }

    @Test
    void oneFieldGoesBackWithTheReasonAndTheOthersStay() throws SQLException {
        String event = changedLocation();
        Person admin = plant.person("Administrator");
        try (Connection connection = plant.as(admin)) {
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT concat_ws(' ', former, present, version) FROM app.restorable('" + event
                                    + "', 'name')"))
                    .isEqualTo("Hall Yard 1");
            assertThat(DoorPlant.outcome(connection, restore(event, "name", 0, "typing error")))
                    .as("somebody was faster")
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(connection, restore(event, "name", 1, "  ")))
                    .isEqualTo("22023");
            assertThat(DoorPlant.outcome(connection, restore(event, "name", 1, "typing error")))
                    .isEqualTo("ok 1");
        }
        assertThat(plant.ask("SELECT concat_ws(' ', name, coalesce(city, 'nowhere')) FROM app.locations"))
                .isEqualTo("Hall nowhere");
        assertThat(plant.ask("SELECT concat_ws(' ', user_id, reason, previous_state ->> 'name', new_state ->> 'name')"
                        + " FROM audit.outbox WHERE reason IS NOT NULL"))
                .isEqualTo(admin.id() + " typing error Yard Hall");
    }

    @Test
    void nothingIsTakenBackPastTheRulesOfTheTable() throws SQLException {
        String event = changedLocation();
        plant.role("Reader", "audit:read", "location:update", "location:read");
        plant.role("Restorer", "audit:read", "audit:restore", "location:read");
        try (Connection unbound = plant.unbound();
                Connection reader = plant.as(plant.person("Reader"));
                Connection restorer = plant.as(plant.person("Restorer"));
                Connection admin = plant.as(plant.person("Administrator"))) {
            for (Connection stranger : new Connection[] {unbound, reader, restorer}) {
                assertThat(DoorPlant.outcome(stranger, restore(event, "name", 1, "mine")))
                        .isEqualTo("42501");
            }
            for (String field : new String[] {"row_version", "created_at", "location_id", "nothing", "name; DROP"}) {
                assertThat(DoorPlant.outcome(admin, restore(event, field, 1, "mine")))
                        .as(field)
                        .isEqualTo("22023");
            }
            plant.asset();
            plant.run("UPDATE app.assets SET name = 'Other'");
            String asset = Objects.requireNonNull(
                    plant.ask("SELECT event_id FROM audit.outbox WHERE action = 'UPDATE' AND entity_type = 'ASSET'"));
            assertThat(DoorPlant.outcome(admin, restore(asset, "name", 1, "mine")))
                    .as("an administrator has no operating rights")
                    .isEqualTo("42501");
        }
        assertThat(plant.ask("SELECT name FROM app.locations")).isEqualTo("Yard");
    }

    @Test
    void refusalsAreWrittenDownByTheWordAndNotWithoutEnd() throws SQLException {
        String note = "SELECT auth.note_refusal('%s')";
        try (Connection unbound = plant.unbound();
                Connection viewer = plant.as(plant.person("Viewer"))) {
            assertThat(DoorPlant.one(unbound, note.formatted("asset:update"))).isEqualTo("f");
            assertThat(DoorPlant.one(viewer, note.formatted("asset:update"))).isEqualTo("t");
            assertThat(DoorPlant.one(viewer, note.formatted("my password is milk")))
                    .isEqualTo("t");
            for (int i = 0; i < 40; i++) {
                DoorPlant.one(viewer, note.formatted("asset:update"));
            }
            assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE action = 'REFUSED'"))
                    .isEqualTo("20");
            plant.run("UPDATE auth.refusal SET since = since - interval '11 minutes'");
            assertThat(DoorPlant.one(viewer, note.formatted("asset:update"))).isEqualTo("t");
        }
        assertThat(plant.column("SELECT DISTINCT entity_key FROM audit.outbox WHERE action = 'REFUSED' ORDER BY 1"))
                .containsExactly("asset:update", "row");
        assertThat(plant.ask("SELECT new_state ->> 'left_out' FROM audit.outbox ORDER BY seq DESC LIMIT 1"))
                .isEqualTo("22");
    }
}
