package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * The server's clock is set while people work. A test may not set it; instead everything that was written down moves the
 * other way, which is the same to whoever compares it with the clock.
 */
class ClockJumpIT {
    private static final String LOOK = "SELECT auth.ping()";

    private final DoorPlant plant = new DoorPlant();

    @Test
    void setBackTheLedgerKeepsItsOrderAndItsChain() throws SQLException {
        Person person = plant.person("Manager");
        try (Connection connection = plant.as(person)) {
            write(connection, "Before");
            jump("-3 hours");
            write(connection, "After");
        }
        assertThat(plant.ask("SELECT audit.seal(100) > 1")).isEqualTo("t");
        assertThat(plant.column(
                        "SELECT new_state ->> 'name' FROM audit.outbox WHERE entity_type = 'LOCATION' ORDER BY seq"))
                .as("as the relay reads it")
                .containsExactly("Before", "After");
        assertThat(plant.column(
                        "SELECT new_state ->> 'name' FROM audit.outbox WHERE entity_type = 'LOCATION' ORDER BY at"))
                .as("the times are out of order indeed")
                .containsExactly("After", "Before");
        try (Connection admin = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.one(admin, "SELECT broken IS NULL AND upto = ending FROM app.verify_ledger(0, 100)"))
                    .isEqualTo("t");
        }
    }

    @Test
    void setBackSessionsLiveOnAndSetForwardTheyEnd() throws SQLException {
        try (Connection connection = plant.as(plant.person("Manager"))) {
            jump("-3 hours");
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 1");
            write(connection, "Still there");
            jump("6 hours");
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("28000");
        }
    }

    /** As if the clock had been set by so much: earlier for a negative step. */
    private void jump(String step) throws SQLException {
        plant.run(
                "UPDATE auth.session SET created_at = created_at - interval '%1$s', last_seen = last_seen - interval '%1$s',"
                        .concat(" expires_at = expires_at - interval '%1$s';")
                        .concat(" UPDATE audit.outbox SET at = at - interval '%1$s'")
                        .formatted(step));
    }

    private static void write(Connection connection, String name) {
        assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('" + name + "')"))
                .isEqualTo("ok 1");
    }
}
