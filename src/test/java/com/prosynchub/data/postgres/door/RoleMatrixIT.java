package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What each of the five roles must not see or do, tried in SQL. */
class RoleMatrixIT {
    private static final Map<String, List<String>> NEVER = Map.of(
            "Administrator",
            List.of(
                    "alarm:acknowledge",
                    "alarm:shelve",
                    "work_order:complete",
                    "work_order:create",
                    "work_order:update",
                    "stock:issue",
                    "stock:update",
                    "asset:create",
                    "asset:update",
                    "metric:configure",
                    "metric:update"),
            "Manager",
            List.of(
                    "user:read",
                    "user:create",
                    "user:update",
                    "role:read",
                    "role:update",
                    "audit:read",
                    "backup:read",
                    "settings:read",
                    "settings:update",
                    "alarm:acknowledge",
                    "alarm:shelve"),
            "Operator",
            List.of(
                    "purchase:read",
                    "stock:update",
                    "stock:issue",
                    "part:read",
                    "metric:configure",
                    "work_order:assign",
                    "work_order:complete",
                    "work_order:update",
                    "user:read",
                    "asset:update"),
            "Technician",
            List.of(
                    "purchase:read",
                    "work_order:update",
                    "work_order:assign",
                    "work_order:delete",
                    "asset:delete",
                    "metric:configure",
                    "user:read",
                    "stock:update"),
            "Viewer",
            List.of(
                    "asset:update",
                    "work_order:create",
                    "work_order:export",
                    "report:export",
                    "user:read",
                    "purchase:read"));

    private final DoorPlant plant = new DoorPlant();

    @Test
    void mustNotHolds() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, List<String>> entry : NEVER.entrySet()) {
            try (Connection connection = plant.as(plant.person(entry.getKey()))) {
                for (String permission : entry.getValue()) {
                    assertThat(plant.ask("SELECT count(*) FROM app.permissions WHERE name = '" + permission + "'"))
                            .as("the word %s exists", permission)
                            .isEqualTo("1");
                    all.assertThat(DoorPlant.one(connection, "SELECT app.can('" + permission + "')"))
                            .as("%s %s", entry.getKey(), permission)
                            .isEqualTo("f");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void costsAreForThoseWhoBuy() throws SQLException {
        UUID asset = plant.asset();
        try (Connection manager = plant.as(plant.person("Manager"));
                Connection operator = plant.as(plant.person("Operator"))) {
            String read = "SELECT app.asset_cost('" + asset + "')";
            assertThat(DoorPlant.one(manager, read)).isEqualTo("1000.00");
            assertThat(DoorPlant.one(operator, read)).isNull();
            assertThat(DoorPlant.outcome(operator, "SELECT purchase_cost FROM app.assets"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(manager, "SELECT purchase_cost FROM app.assets"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            manager, "UPDATE app.assets SET purchase_cost = 5, row_version = row_version + 1"))
                    .isEqualTo("ok 1");
        }
        plant.role("Blind", "asset:read", "asset:update");
        try (Connection blind = plant.as(plant.person("Blind"))) {
            assertThat(DoorPlant.outcome(
                            blind, "UPDATE app.assets SET purchase_cost = NULL, row_version = row_version + 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(blind, "UPDATE app.assets SET name = 'x', row_version = row_version + 1"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void aTechnicianSeesAndFinishesOnlyTheOwnWork() throws SQLException {
        Person technician = plant.person("Technician");
        UUID asset = plant.asset();
        UUID mine = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        plant.run("INSERT INTO app.work_orders (work_order_id, title, asset_id, assigned_to_id) VALUES ('" + mine
                + "', 'Mine', '" + asset + "', '" + technician.id() + "'), ('" + theirs + "', 'Theirs', '" + asset
                + "', NULL); INSERT INTO app.work_order_checklist (work_order_id, task) SELECT work_order_id, 'Look'"
                + " FROM app.work_orders; INSERT INTO app.parts (part_id, name, sku, cost, quantity_in_stock) VALUES ('"
                + asset + "', 'Seal', 'S1', 2.50, 9)");
        try (Connection connection = plant.as(technician)) {
            assertThat(DoorPlant.outcome(connection, "SELECT title FROM app.work_orders"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT title FROM app.search_work_orders"))
                    .as("the view is for those who see every order")
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(connection, "SELECT title FROM app.limited_work_orders()"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection, "SELECT title FROM app.limited_work_orders() WHERE title::int = 1"))
                    .as("a leaky operator sees the own orders only")
                    .isEqualTo("22P02");
            plant.run("UPDATE app.work_orders SET title = '1' WHERE work_order_id = '" + mine + "'");
            for (String from : List.of("search_work_orders", "limited_work_orders()", "work_orders")) {
                assertThat(DoorPlant.outcome(connection, "SELECT title FROM app." + from + " WHERE title::int = 1"))
                        .as("a text operator on %s never meets somebody else's order", from)
                        .isIn("ok 0", "ok 1");
            }
            assertThat(DoorPlant.outcome(connection, "SELECT task FROM app.work_order_checklist"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.work_orders SET priority = 'Critical'," + " row_version = row_version + 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.work_orders SET due_date = NULL, assigned_to_id = NULL,"
                                    + " row_version = row_version + 1"))
                    .isEqualTo("42501");
            String start = "UPDATE app.work_orders SET status = 'In Progress', row_version = row_version + 1";
            assertThat(DoorPlant.outcome(connection, start))
                    .as("only the own order")
                    .isEqualTo("ok 1");
            String finish = "UPDATE app.work_orders SET status = 'Completed', actual_hours = 2,"
                    + " completion_date = CURRENT_DATE, row_version = row_version + 1";
            assertThat(DoorPlant.outcome(connection, finish))
                    .as("a step is not done")
                    .isEqualTo("PSH06");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.work_order_checklist SET is_completed = true,"
                                    + " row_version = row_version + 1"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, finish)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.work_order_checklist SET is_completed = false,"
                                    + " row_version = row_version + 1"))
                    .as("the order has ended")
                    .isEqualTo("PSH06");
            assertThat(DoorPlant.outcome(connection, start)).as("no reason").isEqualTo("PSH06");
            String issue = "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity) VALUES ('%s', '" + asset
                    + "', 2)";
            assertThat(DoorPlant.outcome(connection, issue.formatted(theirs))).isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, issue.formatted(mine))).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, "SELECT cost FROM app.work_order_parts"))
                    .isEqualTo("42501");
        }
        assertThat(plant.ask("SELECT cost FROM app.work_order_parts"))
                .as("frozen at issue")
                .isEqualTo("5.00");
        assertThat(plant.ask("SELECT completed_by FROM app.work_order_checklist WHERE is_completed"))
                .isEqualTo(technician.id().toString());
    }

    @Test
    void anOperatorStatesTheStatusAndNothingElse() throws SQLException {
        UUID asset = plant.asset();
        try (Connection operator = plant.as(plant.person("Operator"))) {
            assertThat(DoorPlant.outcome(operator, "UPDATE app.assets SET status = 'Offline', row_version = 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(operator, "CALL app.asset_set_status('" + asset + "', 'Offline', 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(operator, "CALL app.asset_set_status('" + asset + "', 'Offline', 0)"))
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(operator, "CALL app.asset_set_status('" + asset + "', 'Happy', 1)"))
                    .isEqualTo("23514");
        }
        try (Connection viewer = plant.as(plant.person("Viewer"))) {
            assertThat(DoorPlant.outcome(viewer, "CALL app.asset_set_status('" + asset + "', 'Offline', 1)"))
                    .isEqualTo("42501");
        }
    }
}
