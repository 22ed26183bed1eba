package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.util.PSQLException;

/** What a change leaves behind: stamps, one ledger line, one hint; and what it can not be made to leave. */
class WritesIT {
    private final DoorPlant plant = new DoorPlant();
    private Person manager;
    private UUID asset;

    @BeforeEach
    void people() throws SQLException {
        manager = plant.person("Manager");
        asset = plant.asset();
        plant.run("TRUNCATE audit.outbox");
    }

    @Test
    void aChangeIsStampedAndWrittenDownOnce() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = plant.as(manager)) {
            assertThat(DoorPlant.outcome(
                            connection,
                            "INSERT INTO app.assets (asset_id, name, asset_type_id) SELECT '" + id
                                    + "', 'Motor', asset_type_id FROM app.asset_types"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.assets SET name = 'Motor 2', row_version = 1" + " WHERE asset_id = '" + id
                                    + "'"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "CALL app.asset_delete('" + id + "', 1)"))
                    .isEqualTo("ok 0");
        }
        assertThat(plant.column("SELECT action || ' ' || entity_type || ' ' || entity_id || ' ' || user_id || ' '"
                        + " || coalesce(previous_state ->> 'name', '-') || ' ' || coalesce(new_state ->> 'name', '-')"
                        + " FROM audit.outbox ORDER BY seq"))
                .containsExactly(
                        "CREATE ASSET " + id + " " + manager.id() + " - Motor",
                        "UPDATE ASSET " + id + " " + manager.id() + " Motor Motor 2",
                        "DELETE ASSET " + id + " " + manager.id() + " Motor 2 -");
        assertThat(plant.ask(
                        "SELECT new_state ->> 'created_by' = '" + manager.id() + "' AND new_state ->> 'updated_by' = '"
                                + manager.id() + "' AND abs(extract(epoch FROM (new_state ->> 'created_at')::timestamp"
                                + " - (now() AT TIME ZONE 'UTC'))) < 60 FROM audit.outbox ORDER BY seq LIMIT 1"))
                .isEqualTo("t");
    }

    @Test
    void stampsCanNotBeGiven() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = plant.as(manager)) {
            for (String column : List.of("created_by", "updated_by", "created_at", "updated_at")) {
                all.assertThat(DoorPlant.outcome(connection, "UPDATE app.assets SET " + column + " = NULL"))
                        .as(column)
                        .isEqualTo("42501");
                all.assertThat(DoorPlant.outcome(
                                connection, "INSERT INTO app.work_orders (title, " + column + ") VALUES ('x', NULL)"))
                        .as(column)
                        .isEqualTo("42501");
            }
        }
        all.assertAll();
    }

    @Test
    void aStaleVersionIsRefusedWithTheKey() throws SQLException {
        try (Connection connection = plant.as(manager);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE app.assets SET name = 'A', row_version = row_version + 1");
            assertThatThrownBy(() -> statement.execute("UPDATE app.assets SET name = 'B', row_version = 1"))
                    .isInstanceOfSatisfying(PSQLException.class, stale -> {
                        assertThat(stale.getSQLState()).isEqualTo("40001");
                        assertThat(stale.getServerErrorMessage()).satisfies(message -> {
                            assertThat(message.getConstraint()).isEqualTo("row_version");
                            assertThat(message.getTable()).isEqualTo("assets");
                            assertThat(message.getMessage()).contains(asset.toString());
                        });
                    });
            assertThat(DoorPlant.outcome(connection, "UPDATE app.assets SET name = 'B'"))
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(connection, "CALL app.asset_delete('" + asset + "', 0)"))
                    .isEqualTo("40001");
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox")).isEqualTo("1");
    }

    @Test
    void aMissingPermissionIsNamed() throws SQLException {
        Person viewer = plant.person("Viewer");
        try (Connection connection = plant.as(viewer);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE app.assets SET name = 'x', row_version = 1"))
                    .isInstanceOfSatisfying(PSQLException.class, denied -> {
                        assertThat(denied.getSQLState()).isEqualTo("42501");
                        assertThat(denied.getMessage()).contains("asset:update");
                        assertThat(denied.getServerErrorMessage()).satisfies(message -> assertThat(message.getHint())
                                .isEqualTo("asset:update"));
                    });
        }
    }

    @Test
    void aSwappedTokenPutsNoOtherNameOnAChange() throws SQLException {
        Person other = plant.person("Manager");
        plant.run("TRUNCATE audit.outbox");
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = plant.as(manager)) {
            for (String table : List.of("assets", "asset_types")) {
                for (String token : List.of("", other.token())) {
                    String swap = "set_config('prosync.token', '" + token + "', false)";
                    all.assertThat(DoorPlant.outcome(
                                    connection,
                                    "UPDATE app." + table + " SET row_version = row_version + 1" + " RETURNING "
                                            + swap))
                            .as("returning %s %s", table, token)
                            .isEqualTo("28000");
                    all.assertThat(DoorPlant.outcome(
                                    connection,
                                    "UPDATE app." + table + " SET row_version = row_version + 1," + " description = "
                                            + swap))
                            .as("expression %s %s", table, token)
                            .isEqualTo("42501");
                }
            }
            connection.setAutoCommit(false);
            all.assertThat(DoorPlant.outcome(connection, "UPDATE app.assets SET row_version = row_version + 1"))
                    .isEqualTo("ok 1");
            DoorPlant.outcome(connection, "SELECT set_config('prosync.token', '" + other.token() + "', true)");
            all.assertThat(DoorPlant.outcome(connection, "UPDATE app.assets SET row_version = row_version + 1"))
                    .as("a transaction changing hands")
                    .isEqualTo("28000");
            connection.rollback();
        }
        all.assertAll();
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox")).isEqualTo("0");
    }

    @Test
    void eachStatementGivesOneHint() throws SQLException {
        List<String> heard = new ArrayList<>();
        try (Connection listener = plant.unbound();
                Connection connection = plant.as(manager)) {
            DoorPlant.outcome(listener, "LISTEN prosync");
            DoorPlant.outcome(connection, "UPDATE app.assets SET row_version = row_version + 1");
            DoorPlant.outcome(connection, "UPDATE app.assets SET row_version = row_version + 1 WHERE false");
            DoorPlant.outcome(
                    connection,
                    "INSERT INTO app.assets (name, asset_type_id) SELECT 'P' || i, asset_type_id"
                            + " FROM app.asset_types, generate_series(1, 51) i");
            connection.setAutoCommit(false);
            DoorPlant.outcome(connection, "UPDATE app.asset_types SET row_version = row_version + 1");
            connection.rollback();
            PGNotification[] notifications = listener.unwrap(PGConnection.class).getNotifications(5000);
            while (notifications != null && notifications.length > 0) {
                for (PGNotification notification : notifications) {
                    heard.add(notification.getParameter());
                }
                notifications = listener.unwrap(PGConnection.class).getNotifications(300);
            }
        }
        assertThat(heard).containsExactly("assets|U|" + asset, "assets|I|*");
    }

    @Test
    void deletingSaysWhatIsStillThere() throws SQLException {
        plant.run("INSERT INTO app.work_orders (title, asset_id) VALUES ('Look', '" + asset + "');"
                + "INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('" + asset + "', 'temperature')");
        try (Connection connection = plant.as(manager);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CALL app.asset_delete('" + asset + "', 0)"))
                    .isInstanceOfSatisfying(PSQLException.class, refused -> {
                        assertThat(refused.getSQLState()).isEqualTo("PSH03");
                        assertThat(refused.getMessage()).contains("work orders");
                    });
            assertThat(plant.ask("SELECT count(*) FROM app.asset_metrics")).isEqualTo("1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.work_order_delete('" + plant.ask("SELECT work_order_id FROM app.work_orders")
                                    + "', 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "CALL app.asset_delete('" + asset + "', 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "CALL app.asset_delete('" + asset + "', 0)"))
                    .isEqualTo("P0002");
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.asset_type_delete(" + plant.ask("SELECT asset_type_id FROM app.asset_types")
                                    + ", 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "CALL app.role_delete(1, 0)"))
                    .isEqualTo("42501");
        }
        try (Connection viewer = plant.as(plant.person("Viewer"))) {
            for (String procedure :
                    plant.column("SELECT p.proname || '(' || (SELECT string_agg('NULL::' || t::regtype, ', ')"
                            + " FROM unnest(p.proargtypes) t) || ')' FROM pg_proc p WHERE p.prokind = 'p'"
                            + " AND p.pronamespace = 'app'::regnamespace")) {
                // Everybody who reads values may keep views of their own, and delete them.
                assertThat(DoorPlant.outcome(viewer, "CALL app." + procedure))
                        .as(procedure)
                        .isEqualTo(procedure.startsWith("trend_view_delete(") ? "P0002" : "42501");
            }
        }
    }

    @Test
    void measuredValuesAreNoEdits() throws SQLException {
        plant.run("INSERT INTO app.asset_metrics (asset_id, metric_name, max_threshold) VALUES ('" + asset
                + "', 'temperature', 80)");
        plant.run("TRUNCATE audit.outbox");
        String batch = "SELECT accepted || ' ' || older || ' ' || cardinality(stale) FROM app.record_metrics("
                + "(SELECT ARRAY[metric_id, metric_id] || gen_random_uuid() FROM app.asset_metrics),"
                + " '{%1$s,%3$s,1}', '{%2$s,%4$s,%4$s}', '{%2$s,%4$s,%4$s}', '{%5$d,%5$d,0}', '{0,0,0}')";
        try (Connection connection = plant.as(manager)) {
            assertThat(DoorPlant.one(
                            connection,
                            batch.formatted("20", "2026-01-01T00:00:05Z", "21.5", "2026-01-01T01:00:10+01:00", 0)))
                    .isEqualTo("1 0 1");
            assertThat(DoorPlant.one(
                            connection, batch.formatted("9", "2026-01-01T00:00:08Z", "9", "2026-01-01T00:00:09Z", 0)))
                    .isEqualTo("0 1 1");
            assertThat(DoorPlant.one(
                            connection,
                            "SELECT metric_value || ' ' || updated_at || ' ' || row_version"
                                    + " FROM app.asset_metrics"))
                    .isEqualTo("21.5000 2026-01-01 00:00:10 0");
            assertThat(plant.ask("SELECT count(*) FROM audit.outbox")).isEqualTo("0");
            assertThat(DoorPlant.outcome(
                            connection, "UPDATE app.asset_metrics SET max_threshold = 90, row_version = 1"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "UPDATE app.asset_metrics SET metric_value = 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.one(connection, "SELECT updated_at FROM app.asset_metrics"))
                    .as("an edit does not make a value younger")
                    .startsWith("2026-01-01 00:00:10");
        }
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox")).isEqualTo("1");
        try (Connection operator = plant.as(plant.person("Operator"))) {
            assertThat(DoorPlant.outcome(
                            operator, "SELECT * FROM app.record_metrics('{}', '{}', '{}', '{}', '{}', '{}')"))
                    .isEqualTo("42501");
        }
        try (Connection administrator = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.one(
                            administrator,
                            batch.formatted("25", "2026-01-01T00:01:00Z", "25", "2026-01-01T00:01:00Z", 1)))
                    .as("whoever may import may record what was measured")
                    .isEqualTo("1 0 1");
            assertThat(DoorPlant.outcome(administrator, "UPDATE app.asset_metrics SET max_threshold = 1"))
                    .isEqualTo("42501");
        }
    }
}
