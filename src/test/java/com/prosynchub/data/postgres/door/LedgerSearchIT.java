package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reading the ledger through the door: by person, record, action and time, page by page, without what may not be seen. */
class LedgerSearchIT {
    private final DoorPlant plant = new DoorPlant();

    static String search(String user, String action, String text, int limit) {
        return "SELECT * FROM app.ledger_search(" + user + ", NULL, NULL, " + action + ", " + text
                + ", NULL, NULL, NULL, NULL, " + limit + ")";
    }

    @Test
    void findsByPersonActionTextAndTime() throws SQLException {
        Person admin = plant.person("Administrator");
        Person manager = plant.person("Manager");
        try (Connection asManager = plant.as(manager);
                Connection asAdmin = plant.as(admin)) {
            DoorPlant.outcome(asManager, "INSERT INTO app.locations (name) VALUES ('Boiler house')");
            DoorPlant.outcome(
                    asManager, "UPDATE app.locations SET name = 'Boiler hall', row_version = row_version + 1");
            DoorPlant.outcome(asAdmin, "INSERT INTO app.locations (name) VALUES ('Yard')");
            String byManager = "'" + manager.id() + "'";
            assertThat(DoorPlant.outcome(asAdmin, search(byManager, "NULL", "NULL", 10)))
                    .isEqualTo("ok 2");
            assertThat(DoorPlant.outcome(asAdmin, search(byManager, "'UPDATE'", "NULL", 10)))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(asAdmin, search("NULL", "NULL", "'BOILER'", 10)))
                    .isEqualTo("ok 2");
            assertThat(DoorPlant.one(
                            asAdmin,
                            search(byManager, "'UPDATE'", "NULL", 10)
                                    .replace("*", "previous_state ->> 'name' || ' > ' || (new_state ->> 'name')")))
                    .isEqualTo("Boiler house > Boiler hall");
            assertThat(DoorPlant.outcome(
                            asAdmin,
                            "SELECT * FROM app.ledger_search(NULL, NULL, NULL, NULL, NULL, now() + interval '1 hour',"
                                    + " NULL, NULL, NULL, 10)"))
                    .isEqualTo("ok 0");
        }
    }

    @Test
    void pagesMeetWithoutGapOrOverlap() throws SQLException {
        Person admin = plant.person("Administrator");
        plant.run("INSERT INTO app.locations (name) SELECT 'Hall ' || n FROM generate_series(1, 25) n");
        plant.run("UPDATE audit.outbox SET at = now()");
        try (Connection connection = plant.as(admin)) {
            String last = "NULL, NULL";
            int rows = 0;
            while (last != null) {
                String page =
                        "SELECT concat('''', at, ''', ', seq) FROM app.ledger_search(NULL, 'LOCATION', NULL, NULL,"
                                + " NULL, NULL, NULL, " + last + ", 7)";
                rows += Integer.parseInt(DoorPlant.outcome(connection, page).substring(3));
                last = DoorPlant.one(connection, "SELECT * FROM (" + page + ") p (k) OFFSET 6");
            }
            assertThat(rows).isEqualTo(25);
        }
    }

    @Test
    void costsAndPasswordsStayOutForWhoeverMayNotSeeThem() throws SQLException {
        UUID asset = plant.asset();
        plant.role("Auditor", "audit:read");
        String states = "SELECT string_agg(new_state::text, ' ') FROM app.ledger_search(NULL, NULL, '%s', NULL, NULL,"
                + " NULL, NULL, NULL, NULL, 10)";
        Person admin = plant.person("Administrator");
        try (Connection auditor = plant.as(plant.person("Auditor"));
                Connection administrator = plant.as(admin)) {
            assertThat(DoorPlant.one(administrator, states.formatted(asset))).contains("purchase_cost");
            assertThat(DoorPlant.one(auditor, states.formatted(asset)))
                    .contains("Pump")
                    .doesNotContain("purchase_cost");
            assertThat(DoorPlant.one(administrator, states.formatted(admin.id())))
                    .contains("username")
                    .doesNotContain("password", "no hash");
        }
    }

    @Test
    void theReasonOfAWriteIsRecordedAndGivesNothingElseAway() throws SQLException {
        try (Connection manager = plant.as(plant.person("Manager"))) {
            DoorPlant.outcome(
                    manager,
                    "BEGIN; SELECT set_config('prosync.reason', '  moved the wall " + "x".repeat(600)
                            + "', true); INSERT INTO app.locations (name) VALUES ('Yard'); COMMIT");
            DoorPlant.outcome(manager, "INSERT INTO app.locations (name) VALUES ('Gate')");
        }
        assertThat(plant.column("SELECT left(reason, 15) || length(reason) FROM audit.outbox WHERE reason IS NOT NULL"))
                .containsExactly("moved the wall 500");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE entity_type = 'LOCATION'"))
                .isEqualTo("2");
    }
}
