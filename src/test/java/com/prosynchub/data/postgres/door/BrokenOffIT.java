package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a client leaves behind that freezes or dies in the middle of its work: nothing, and nobody waits for it long. */
class BrokenOffIT {
    private static final int ROWS = 5_000;

    private final DoorPlant plant = new DoorPlant();

    @Test
    void aFrozenClientsRowLockIsGiven() throws SQLException {
        plant.run("INSERT INTO app.locations (name) VALUES ('Hall')");
        try (Connection frozen = plant.as(plant.person("Manager"));
                Connection other = plant.as(plant.person("Manager"))) {
            DoorPlant.outcome(frozen, "SET idle_in_transaction_session_timeout = '300ms'");
            frozen.setAutoCommit(false);
            assertThat(DoorPlant.outcome(frozen, rename("Frozen", 0))).isEqualTo("ok 1");
            // From here on the first client does nothing; the second one waits for its row as the program does.
            DoorPlant.outcome(other, "SET lock_timeout = '5s'");
            long began = System.nanoTime();
            assertThat(DoorPlant.outcome(other, rename("Other", 0))).isEqualTo("ok 1");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            assertThat(DoorPlant.outcome(frozen, "SELECT 1")).isIn("25P03", "08006", "08003");
        }
        assertThat(plant.column("SELECT name FROM app.locations")).containsExactly("Other");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE entity_type = 'LOCATION' AND action = 'UPDATE'"))
                .isEqualTo("1");
    }

    @Test
    void aChangeOfManyRowsThatDiesMidwayLeavesNoneOfThem() throws SQLException {
        plant.run("INSERT INTO app.locations (name) SELECT 'Place ' || i FROM generate_series(1, " + ROWS + ") AS i");
        String all = "UPDATE app.locations SET description = 'moved', row_version = row_version + 1";
        try (Connection dying = plant.as(plant.person("Manager"))) {
            dying.setAutoCommit(false);
            assertThat(DoorPlant.outcome(dying, all)).isEqualTo("ok " + ROWS);
            plant.run("SELECT pg_terminate_backend(" + DoorPlant.one(dying, "SELECT pg_backend_pid()") + ")");
            assertThat(DoorPlant.outcome(dying, "COMMIT")).isIn("57P01", "08006", "08003");
        }
        assertThat(written()).isEqualTo("0/0");
        try (Connection again = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(again, all)).isEqualTo("ok " + ROWS);
        }
        assertThat(written()).isEqualTo(ROWS + "/" + ROWS);
    }

    private String written() throws SQLException {
        return plant.ask("SELECT count(*) || '/' || (SELECT count(*) FROM audit.outbox WHERE entity_type = 'LOCATION'"
                + " AND action = 'UPDATE') FROM app.locations WHERE description = 'moved'");
    }

    private static String rename(String name, int version) {
        return "UPDATE app.locations SET name = '" + name + "', row_version = " + (version + 1)
                + " WHERE location_id = 1";
    }
}
