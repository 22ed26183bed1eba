package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token opens, and how it stops opening. */
class SessionIT {
    private static final String LOOK = "SELECT name FROM app.asset_types";

    private final DoorPlant plant = new DoorPlant();
    private Person boss;
    private Person victim;

    @BeforeEach
    void people() throws SQLException {
        boss = plant.person("Administrator");
        victim = plant.person("Manager", OtherWorkstation.LOGIN);
        plant.asset();
        OtherWorkstation.ensure(plant.database);
    }

    @Test
    void forgedAndGuessedTokensOpenNothing() throws SQLException {
        try (Connection connection = plant.unbound()) {
            for (String token : List.of(
                    "a".repeat(64),
                    "a".repeat(63),
                    "a".repeat(1_000_000),
                    boss.id().toString(),
                    "")) {
                assertThat(DoorPlant.outcome(
                                connection,
                                "SELECT set_config('prosync.token', '" + token + "', false),"
                                        + " set_config('prosync.user_id', '" + boss.id() + "', false)"))
                        .isEqualTo("ok 1");
                assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 0");
                assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("28000");
            }
        }
    }

    @Test
    void aTokenWorksAtItsOwnWorkstationOnly() throws SQLException {
        try (Connection own = plant.as(boss);
                Connection stolen = OtherWorkstation.connect(plant.database, boss.token())) {
            assertThat(DoorPlant.outcome(own, LOOK)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(stolen, LOOK)).isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(stolen, "SELECT auth.ping()")).isEqualTo("28000");
        }
    }

    @Test
    void logoutExpiryAndIdlenessEndASession() throws SQLException {
        for (String end : List.of(
                "UPDATE auth.session SET expires_at = clock_timestamp() - interval '1 second'",
                "UPDATE auth.session SET last_seen = clock_timestamp() - interval '31 minutes'")) {
            Person somebody = plant.person("Manager");
            try (Connection connection = plant.as(somebody)) {
                assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 1");
                plant.run(end + " WHERE user_id = '" + somebody.id() + "'");
                assertEnded(connection);
            }
        }
        try (Connection connection = plant.as(boss);
                Statement statement = connection.createStatement()) {
            statement.execute("PREPARE look AS " + LOOK);
            assertThat(DoorPlant.outcome(connection, "EXECUTE look")).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.logout()")).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "EXECUTE look")).isEqualTo("ok 0");
            assertEnded(connection);
        }
    }

    @Test
    void beingSeenKeepsASessionAlive() throws SQLException {
        plant.run("UPDATE auth.session SET last_seen = clock_timestamp() - interval '29 minutes'");
        try (Connection connection = plant.as(boss)) {
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("ok 1");
        }
        assertThat(plant.ask(
                        "SELECT count(*) FROM auth.session WHERE last_seen > clock_timestamp() - interval '1 minute'"))
                .isEqualTo("1");
    }

    @Test
    void discardAllFallsBackToTheConnectionsOwnToken() throws SQLException {
        try (Connection unbound = plant.unbound();
                Connection bound = plant.as(boss)) {
            DoorPlant.outcome(unbound, "SELECT set_config('prosync.token', '" + boss.token() + "', false)");
            assertThat(DoorPlant.outcome(unbound, LOOK)).isEqualTo("ok 1");
            for (Connection connection : List.of(unbound, bound)) {
                DoorPlant.outcome(connection, "DISCARD ALL");
                DoorPlant.outcome(connection, "SET search_path = app");
            }
            assertThat(DoorPlant.outcome(unbound, LOOK)).isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(bound, LOOK)).isEqualTo("ok 1");
        }
    }

    @Test
    void deactivationRoleChangeAndResetEndSessionsAndConnections() throws SQLException {
        for (String change : List.of(
                "UPDATE app.users SET is_active = false, row_version = row_version + 1 WHERE user_id = '%s'",
                "UPDATE app.users SET role_id = (SELECT role_id FROM app.roles WHERE name = 'Viewer'),"
                        + " row_version = row_version + 1 WHERE user_id = '%s'",
                "SELECT auth.reset_password('%s')")) {
            Person target = plant.person("Manager", OtherWorkstation.LOGIN);
            try (Connection reader = OtherWorkstation.connect(plant.database, target.token());
                    Connection admin = plant.as(boss)) {
                reader.setAutoCommit(false);
                reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                assertThat(DoorPlant.outcome(reader, LOOK)).isEqualTo("ok 1");
                assertThat(DoorPlant.outcome(admin, change.formatted(target.id())))
                        .isEqualTo("ok 1");
                assertThat(DoorPlant.outcome(reader, LOOK))
                        .as("an old snapshot does not go on reading")
                        .isIn("57P01", "08006", "08003");
            }
            try (Connection again = OtherWorkstation.connect(plant.database, target.token())) {
                assertEnded(again);
            }
        }
    }

    @Test
    void anAbandonedRevocationEndsNothing() throws SQLException {
        try (Connection reader = OtherWorkstation.connect(plant.database, victim.token());
                Connection admin = plant.as(boss)) {
            admin.setAutoCommit(false);
            assertThat(DoorPlant.outcome(
                            admin,
                            "UPDATE app.users SET is_active = false, row_version = row_version + 1"
                                    + " WHERE user_id = '" + victim.id() + "'"))
                    .isEqualTo("ok 1");
            admin.rollback();
            assertThat(DoorPlant.outcome(reader, LOOK)).isEqualTo("ok 1");
        }
    }

    @Test
    void grantsAndRevokesReachLiveSessionsAtTheNextStatement() throws SQLException {
        plant.role("Reader", "asset_type:read");
        Person reader = plant.person("Reader");
        try (Connection connection = plant.as(reader);
                Connection admin = plant.as(boss)) {
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            admin,
                            "INSERT INTO app.role_permissions (role_id, permission_id)"
                                    + " SELECT r.role_id, p.permission_id FROM app.roles r, app.permissions p"
                                    + " WHERE r.name = 'Reader' AND p.name = 'location:create'"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('x')"))
                    .isEqualTo("ok 1");
            String ids = DoorPlant.one(
                    admin,
                    "SELECT r.role_id || ', ' || p.permission_id FROM app.roles r, app.permissions p"
                            + " WHERE r.name = 'Reader' AND p.name = 'asset_type:read'");
            assertThat(DoorPlant.outcome(admin, "CALL app.role_permission_delete(" + ids + ")"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 0");
        }
    }

    @Test
    void clientsOfAnotherAgeAreTurnedAway() throws SQLException {
        plant.run("UPDATE app.schema_info SET minimum_client = 5, schema_version = 14");
        try (Connection connection = plant.as(boss)) {
            DoorPlant.outcome(connection, "SET prosync.client = '4'");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("PSH01");
            DoorPlant.outcome(connection, "SET prosync.client = '15'");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("PSH01");
            DoorPlant.outcome(connection, "SET prosync.client = 'x'");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("PSH01");
            DoorPlant.outcome(connection, "SET prosync.client = '14'");
            assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("ok 1");
        }
    }

    private static void assertEnded(Connection connection) {
        assertThat(DoorPlant.outcome(connection, LOOK)).isEqualTo("ok 0");
        assertThat(DoorPlant.outcome(connection, "SELECT auth.ping()")).isEqualTo("28000");
        assertThat(DoorPlant.outcome(connection, "INSERT INTO app.locations (name) VALUES ('x')"))
                .isEqualTo("42501");
    }
}
