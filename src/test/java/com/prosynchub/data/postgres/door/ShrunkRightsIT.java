package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open transaction may still do when the rights of its person shrink: nothing, because it ends with them. */
class ShrunkRightsIT {
    private static final String LOOK = "SELECT * FROM app.asset_types";
    private static final String WRITE = "INSERT INTO app.locations (name) VALUES ('By old rights')";
    private static final String[] GONE = {"57P01", "08006", "08003"};

    private final DoorPlant plant = new DoorPlant();
    private Person boss;
    private Person planner;

    @BeforeEach
    void signIn() throws SQLException {
        plant.run("INSERT INTO app.asset_types (name) VALUES ('Pump')");
        OtherWorkstation.ensure(plant.database);
        plant.role("Planner", "asset_type:read", "location:create", "location:read");
        boss = plant.person("Administrator");
        planner = plant.person("Planner", OtherWorkstation.LOGIN);
    }

    @Test
    void aTransactionFromBeforeARightWasTakenEndsAndAnIdleConnectionStays() throws SQLException {
        try (Connection old = snapshot();
                Connection idle = OtherWorkstation.connect(plant.database, planner.token());
                Connection admin = plant.as(boss)) {
            assertThat(DoorPlant.outcome(idle, LOOK)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(admin, take("location:create"))).startsWith("ok");
            assertThat(DoorPlant.outcome(old, WRITE)).isIn((Object[]) GONE);
            assertThat(DoorPlant.outcome(idle, LOOK)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(idle, WRITE)).isEqualTo("42501");
        }
        assertThat(plant.ask("SELECT count(*) FROM app.locations")).isEqualTo("0");
    }

    /** The same without the trigger: the old snapshot reads and writes on. */
    @Test
    void withoutTheTriggerItWritesOn() throws SQLException {
        plant.run("DROP TRIGGER end_transactions ON auth.session");
        try (Connection old = snapshot();
                Connection admin = plant.as(boss)) {
            assertThat(DoorPlant.outcome(admin, take("location:create"))).startsWith("ok");
            assertThat(DoorPlant.outcome(old, WRITE)).isEqualTo("ok 1");
            old.commit();
        }
        assertThat(plant.ask("SELECT count(*) FROM app.locations")).isEqualTo("1");
    }

    @Test
    void aLimitToPlacesEndsItToo() throws SQLException {
        plant.run("INSERT INTO app.locations (name) VALUES ('North'), ('South')");
        try (Connection free = snapshot()) {
            plant.run("INSERT INTO app.user_locations (user_id, location_id) SELECT '" + planner.id()
                    + "', location_id FROM app.locations WHERE name = 'North'");
            assertThat(DoorPlant.outcome(free, LOOK)).isIn((Object[]) GONE);
        }
        try (Connection limited = snapshot()) {
            plant.run("INSERT INTO app.user_locations (user_id, location_id) SELECT '" + planner.id()
                    + "', location_id FROM app.locations WHERE name = 'South'");
            assertThat(DoorPlant.outcome(limited, LOOK))
                    .as("one more place takes nothing away")
                    .isEqualTo("ok 1");
            plant.run("DELETE FROM app.user_locations WHERE location_id ="
                    + " (SELECT location_id FROM app.locations WHERE name = 'North')");
            assertThat(DoorPlant.outcome(limited, LOOK)).isIn((Object[]) GONE);
        }
    }

    @Test
    void whatIsGivenOrAbandonedEndsNothing() throws SQLException {
        try (Connection old = snapshot();
                Connection admin = plant.as(boss)) {
            assertThat(DoorPlant.outcome(
                            admin,
                            "INSERT INTO app.role_permissions (role_id, permission_id)"
                                    + " SELECT r.role_id, p.permission_id FROM app.roles r, app.permissions p"
                                    + " WHERE r.name = 'Planner' AND p.name = 'asset:read'"))
                    .isEqualTo("ok 1");
            admin.setAutoCommit(false);
            assertThat(DoorPlant.outcome(admin, take("location:create"))).startsWith("ok");
            admin.rollback();
            assertThat(DoorPlant.outcome(old, WRITE)).isEqualTo("ok 1");
        }
    }

    /** The planner's connection in a transaction that has looked once. */
    private Connection snapshot() throws SQLException {
        Connection connection = OtherWorkstation.connect(plant.database, planner.token());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 1");
        return connection;
    }

    private String take(String permission) throws SQLException {
        return plant.ask("SELECT format('CALL app.role_permission_delete(%s, %s)', r.role_id, p.permission_id)"
                + " FROM app.roles r, app.permissions p WHERE r.name = 'Planner' AND p.name = '" + permission + "'");
    }
}
