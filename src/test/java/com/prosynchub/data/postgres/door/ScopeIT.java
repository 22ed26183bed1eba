package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person limited to building A sees and does at a SQL prompt, and who may set such a limit. */
class ScopeIT {
    private final ScopePlant site = new ScopePlant();
    private final DoorPlant plant = site.plant;

    ScopeIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(strings = {"Administrator", "Manager", "Operator", "Technician", "Viewer", "Everything"})
    void everyTableAndViewShowsNothingOutside(String role) throws SQLException {
        everything();
        Person limited = site.limited(role, ScopePlant.BUILDING_A);
        plant.run("UPDATE app.work_orders SET assigned_to_id = '" + limited.id() + "'");
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = plant.as(limited);
                Connection unlimited = plant.as(plant.person("Everything"))) {
            for (String relation : plant.column("SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace"
                    + " AND relkind IN ('r', 'v') AND relname NOT IN ('roles', 'tree_guard', 'role_permissions')")) {
                String columns = plant.ask("SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE"
                        + " attrelid = 'app." + relation + "'::regclass AND attnum > 0 AND NOT attisdropped"
                        + " AND has_column_privilege('ws_test', attrelid, attnum, 'SELECT')");
                String query = "SELECT " + columns + " FROM app." + relation;
                String seen = ScopePlant.seen(connection, query);
                all.assertThat(seen).as(relation).doesNotContain(" out");
                for (UUID key : outsideKeys()) {
                    all.assertThat(seen).as(relation).doesNotContain(key.toString());
                }
                if (ScopePlant.seen(unlimited, query).contains(" out") && !seen.isEmpty()) {
                    all.assertThat(seen).as("%s shows what is inside", relation).contains(" in");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theLimitIsInheritedDownwardAndCountsFollow() throws SQLException {
        Person manager = site.limited("Manager", ScopePlant.BUILDING_A);
        Map<String, String> inside = Map.of(
                "assets", "2",
                "asset_metrics", "1",
                "work_orders", "1",
                "work_order_checklist", "1",
                "work_order_parts", "1",
                "parts", "2",
                "limited_assets()", "2",
                "limited_parts()", "2",
                "limited_work_orders()", "1",
                "limited_locations()", "3");
        try (Connection connection = plant.as(manager)) {
            for (Map.Entry<String, String> count : inside.entrySet()) {
                assertThat(DoorPlant.one(connection, "SELECT count(*) FROM app." + count.getKey()))
                        .as(count.getKey())
                        .isEqualTo(count.getValue());
            }
            assertThat(DoorPlant.one(
                            connection, "SELECT string_agg(name, '/' ORDER BY location_id) FROM app.locations"))
                    .as("the way to the building is shown, the other building is not")
                    .isEqualTo("Site/Building A in/Hall A in");
        }
        site.limit(manager, ScopePlant.BUILDING_A, ScopePlant.HALL_B);
        try (Connection connection = plant.as(manager)) {
            assertThat(DoorPlant.one(connection, "SELECT count(*) FROM app.assets"))
                    .isEqualTo("4");
        }
        site.limit(manager);
        try (Connection connection = plant.as(manager)) {
            assertThat(DoorPlant.one(connection, "SELECT count(*) FROM app.assets"))
                    .isEqualTo("5");
        }
    }

    @Test
    void anOrderWithoutAnAssetIsForThoseItConcerns() throws SQLException {
        Person planner = site.limited("Manager", ScopePlant.BUILDING_A);
        plant.run("INSERT INTO app.work_orders (title, assigned_to_id) VALUES ('Sweep', '" + planner.id()
                + "'), ('Paint', NULL)");
        try (Connection connection = plant.as(planner)) {
            assertThat(DoorPlant.one(connection, "SELECT string_agg(title, '/' ORDER BY title) FROM app.work_orders"))
                    .isEqualTo("Order in/Sweep");
            assertThat(DoorPlant.one(
                            connection, "SELECT string_agg(title, '/' ORDER BY title) FROM app.limited_work_orders()"))
                    .isEqualTo("Order in/Sweep");
            assertThat(DoorPlant.outcome(connection, "INSERT INTO app.work_orders (title) VALUES ('Own') RETURNING 1"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void conditionsThatFailOnHiddenRowsFailOnNone() throws SQLException {
        everything();
        Person limited = site.limited("Everything", ScopePlant.BUILDING_A);
        try (Connection connection = plant.as(limited)) {
            for (String relation : List.of(
                    "assets", "parts", "locations", "limited_assets()", "limited_parts()", "limited_locations()")) {
                assertThat(DoorPlant.outcome(
                                connection,
                                "SELECT name FROM app." + relation + " WHERE 1 / (CASE WHEN name LIKE '%out' THEN 0"
                                        + " ELSE 1 END) = 1"))
                        .as(relation)
                        .isIn("ok 2", "ok 3");
            }
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT l.name FROM app.asset_types t LEFT JOIN app.limited_assets() l ON"
                                    + " 1 / (CASE WHEN l.name LIKE '%out' THEN 0 ELSE 1 END) = 1"))
                    .isEqualTo("ok 2");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT title FROM app.limited_work_orders() WHERE 1 / (CASE WHEN title LIKE '%out' THEN 0"
                                    + " ELSE 1 END) = 1"))
                    .isEqualTo("ok 1");
        }
    }

    @Test
    void costsOutsideAreNotTold() throws SQLException {
        Person manager = site.limited("Manager", ScopePlant.BUILDING_A);
        try (Connection connection = plant.as(manager)) {
            for (String cost : List.of(
                    "app.asset_cost('" + site.pumpIn + "')",
                    "app.part_cost('" + site.partIn + "')",
                    "app.part_supplier('" + site.partIn + "')",
                    "app.work_order_part_cost('" + site.orderIn + "', '" + site.partIn + "')")) {
                assertThat(DoorPlant.one(connection, "SELECT " + cost)).as(cost).isNotNull();
                String outside = cost.replace(site.pumpIn.toString(), site.pumpOut.toString())
                        .replace(site.partIn.toString(), site.partOut.toString())
                        .replace(site.orderIn.toString(), site.orderOut.toString());
                assertThat(DoorPlant.one(connection, "SELECT " + outside))
                        .as(outside)
                        .isNull();
            }
        }
    }

    @Test
    void nothingOutsideCanBeTouchedAndNothingGoesInOrOut() throws SQLException {
        everything();
        Person limited = site.limited("Everything", ScopePlant.BUILDING_A);
        List<String> attacks = ScopeAttacks.all(site, limited);
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = plant.as(limited)) {
            for (String attack : attacks) {
                String before = site.outside();
                all.assertThat(DoorPlant.outcome(connection, attack)).as(attack).isIn("42501", "ok 0", "P0002");
                all.assertThat(site.outside()).as("nothing changed: %s", attack).isEqualTo(before);
            }
        }
        all.assertAll();
        assertThat(attacks).hasSizeGreaterThan(35);
    }

    @Test
    void theOwnBranchCanBeWorkedIn() throws SQLException {
        everything();
        Person limited = site.limited("Everything", ScopePlant.BUILDING_A);
        try (Connection connection = plant.as(limited)) {
            for (String work : List.of(
                    "INSERT INTO app.assets (name, asset_type_id, location_id) VALUES ('New', 1, 3) RETURNING asset_id",
                    "INSERT INTO app.assets (name, asset_type_id, parent_asset_id) VALUES ('Below', 1, '" + site.motorIn
                            + "') RETURNING asset_id",
                    "INSERT INTO app.locations (name, parent_location_id) VALUES ('Room', 3) RETURNING location_id",
                    "INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('" + site.pumpIn
                            + "', 'speed') RETURNING metric_id",
                    "INSERT INTO app.work_orders (title, asset_id) VALUES ('New', '" + site.motorIn + "') RETURNING 1",
                    "INSERT INTO app.work_order_checklist (work_order_id, task) VALUES ('" + site.orderIn
                            + "', 'x') RETURNING 1",
                    "INSERT INTO app.parts (name, location_id) VALUES ('New', 2) RETURNING part_id",
                    "UPDATE app.assets SET location_id = 2, row_version = row_version + 1 WHERE asset_id = '"
                            + site.pumpIn + "' RETURNING 1",
                    "UPDATE app.locations SET name = 'Hall', row_version = row_version + 1 WHERE location_id = 3"
                            + " RETURNING 1",
                    "UPDATE app.work_orders SET priority = 'High', row_version = row_version + 1"
                            + " WHERE title = 'Order in' RETURNING 1",
                    "UPDATE app.asset_metrics SET unit = 'K', row_version = row_version + 1"
                            + " WHERE metric_value IS NOT NULL RETURNING 1",
                    "SELECT 1 FROM app.ingest_metrics('{" + site.motorIn + "," + site.motorOut + "}') m,"
                            + " LATERAL app.record_metrics(ARRAY[m.metric_id], '{5}', '{2030-01-01T00:00Z}',"
                            + " '{2030-01-01T00:00Z}', ARRAY[m.revision], ARRAY[m.state_version]) r"
                            + " WHERE m.metric_name = 'temperature' AND r.accepted = 1")) {
                assertThat(DoorPlant.outcome(connection, work)).as(work).isEqualTo("ok 1");
            }
            assertThat(DoorPlant.outcome(connection, "CALL app.asset_set_status('" + site.motorIn + "', 'Offline', 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(
                            connection,
                            "CALL app.work_order_part_delete('" + site.orderIn + "', '" + site.partIn + "', 0)"))
                    .isEqualTo("ok 0");
        }
        assertThat(plant.ask("SELECT status FROM app.assets WHERE asset_id = '" + site.motorIn + "'"))
                .isEqualTo("Offline");
    }

    @Test
    void aMovedAssetOrPlaceChangesWhoSeesItAtOnce() throws SQLException {
        Person limited = site.limited("Viewer", ScopePlant.BUILDING_A);
        Person planner = plant.person("Manager");
        String names = "SELECT string_agg(name, '/' ORDER BY name) FROM app.assets";
        try (Connection viewer = plant.as(limited);
                Connection manager = plant.as(planner)) {
            move(manager, "assets SET location_id = 3", "asset_id = '" + site.pumpOut + "'");
            assertThat(DoorPlant.one(viewer, names))
                    .as("its part comes along")
                    .isEqualTo("Motor in/Motor out/Pump in/Pump out");
            assertThat(DoorPlant.one(viewer, "SELECT count(*) FROM app.work_orders"))
                    .isEqualTo("2");
            move(manager, "assets SET location_id = 5", "asset_id = '" + site.pumpOut + "'");
            assertThat(DoorPlant.one(viewer, names)).isEqualTo("Motor in/Pump in");
            move(manager, "locations SET parent_location_id = 4", "location_id = 3");
            assertThat(DoorPlant.one(viewer, names)).isNull();
            assertThat(DoorPlant.one(viewer, "SELECT count(*) FROM app.asset_metrics"))
                    .isEqualTo("0");
            move(manager, "locations SET parent_location_id = 2", "location_id = 4");
            assertThat(DoorPlant.one(viewer, "SELECT count(*) FROM app.assets")).isEqualTo("4");
        }
    }

    private static void move(Connection connection, String what, String where) {
        assertThat(DoorPlant.outcome(
                        connection, "UPDATE app." + what + ", row_version = row_version + 1 WHERE " + where))
                .as(what)
                .isEqualTo("ok 1");
    }

    @Test
    void aLimitHoldsFromTheNextStatementAndAtTheNextSignIn() throws SQLException {
        Person boss = plant.person("Administrator");
        UUID id = plant.account("ada", "Viewer");
        String token = DoorPlant.one(
                plant.unbound(), "SELECT token FROM auth.login('ada', '" + DoorPlant.PASSWORD + "', 'test')");
        String count = "SELECT count(*) FROM app.assets";
        try (Connection ada = MigratedPostgres.workstation(plant.database, token);
                Connection administrator = plant.as(boss)) {
            assertThat(DoorPlant.one(ada, count)).isEqualTo("5");
            assertThat(DoorPlant.outcome(administrator, limit(id, "{}", "{2}"))).isEqualTo("ok 1");
            assertThat(DoorPlant.one(ada, count)).isEqualTo("2");
            assertThat(DoorPlant.outcome(administrator, limit(id, "{}", "{}")))
                    .as("somebody else changed it")
                    .isEqualTo("40001");
            String again = DoorPlant.one(
                    plant.unbound(), "SELECT token FROM auth.login('ada', '" + DoorPlant.PASSWORD + "', 'test')");
            try (Connection fresh = MigratedPostgres.workstation(plant.database, again)) {
                assertThat(DoorPlant.one(fresh, count)).isEqualTo("2");
            }
            assertThat(DoorPlant.outcome(administrator, limit(id, "{2}", "{2,5}")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(ada, count)).isEqualTo("4");
            assertThat(DoorPlant.outcome(administrator, limit(id, "{5,2}", "{}")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(ada, count)).isEqualTo("5");
        }
        assertThat(plant.column("SELECT action || ' ' || (coalesce(new_state, previous_state) ->> 'location_id')"
                        + " FROM audit.outbox WHERE entity_type = 'USER_LOCATION' ORDER BY seq"))
                .containsExactly("CREATE 2", "CREATE 5", "DELETE 2", "DELETE 5");
    }

    @Test
    void nobodyWidensTheOwnLimitOrThatOfOthersBeyondIt() throws SQLException {
        Person boss = plant.person("Administrator");
        Person limited = site.limited("Administrator", ScopePlant.BUILDING_A);
        Person inside = site.limited("Viewer", ScopePlant.HALL_A);
        Person outside = site.limited("Viewer", ScopePlant.HALL_B);
        Person free = plant.person("Viewer");
        try (Connection connection = plant.as(limited);
                Connection viewer = plant.as(inside);
                Connection administrator = plant.as(boss)) {
            assertThat(DoorPlant.outcome(administrator, limit(boss.id(), "{}", "{2}")))
                    .isEqualTo("42501");
            for (String attack : List.of(
                    limit(limited.id(), "{2}", "{}"),
                    limit(limited.id(), "{2}", "{1}"),
                    limit(inside.id(), "{3}", "{}"),
                    limit(inside.id(), "{3}", "{1}"),
                    limit(inside.id(), "{3}", "{3,5}"),
                    limit(outside.id(), "{5}", "{3}"),
                    limit(free.id(), "{}", "{3}"),
                    "SELECT auth.reset_password('" + free.id() + "')",
                    "SELECT auth.reset_password('" + outside.id() + "')",
                    "UPDATE app.users SET email = 'mine@plant', row_version = row_version + 1 WHERE user_id = '"
                            + free.id() + "'",
                    "INSERT INTO app.user_locations (user_id, location_id) VALUES ('" + limited.id() + "', 1)",
                    "DELETE FROM app.user_locations",
                    "UPDATE app.user_locations SET location_id = 1")) {
                String before = site.outside();
                assertThat(DoorPlant.outcome(connection, attack)).as(attack).isEqualTo("42501");
                assertThat(site.outside()).as(attack).isEqualTo(before);
            }
            assertThat(DoorPlant.outcome(viewer, limit(free.id(), "{}", "{3}"))).isEqualTo("42501");
            assertThat(DoorPlant.outcome(connection, limit(inside.id(), "{3}", "{2}")))
                    .as("inside the own limit")
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(
                            connection,
                            "SELECT auth.create_user(NULL, 'new', 'new@plant', 'N', 'W',"
                                    + " (SELECT role_id FROM app.roles WHERE name = 'Viewer'))"))
                    .isEqualTo("ok 1");
        }
        assertThat(plant.ask("SELECT string_agg(location_id::text, ',') FROM app.user_locations JOIN app.users"
                        + " USING (user_id) WHERE username = 'new'"))
                .as("whom a limited person adds is limited alike")
                .isEqualTo("2");
    }

    @Test
    void theHistoryTellsNothingOfWhatIsOutside() throws SQLException {
        everything();
        String history = "SELECT * FROM app.ledger_search(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1000)";
        String types = "SELECT string_agg(DISTINCT entity_type, ' ') FROM (" + history + ") AS h"
                + " WHERE entity_type NOT IN ('ROLE', 'ROLE_PERMISSION', 'PERMISSION', 'ASSET_TYPE')";
        String everywhere;
        try (Connection unlimited = plant.as(plant.person("Everything"))) {
            everywhere = DoorPlant.one(unlimited, types);
            assertThat(ScopePlant.seen(unlimited, history)).contains("Pump out").contains("Hall B out");
        }
        try (Connection limited = plant.as(site.limited("Everything", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.one(limited, types)).contains("USER_LOCATION");
            assertThat(DoorPlant.one(limited, types).replace(" USER_LOCATION", ""))
                    .isEqualTo(everywhere);
            String seen = ScopePlant.seen(
                    limited, history + " AS h WHERE entity_type NOT IN ('ROLE', 'ROLE_PERMISSION', 'PERMISSION')");
            assertThat(seen).contains("Pump in").doesNotContain(" out");
            outsideKeys().forEach(key -> assertThat(seen).doesNotContain(key.toString()));
        }
    }

    @Test
    void aPlaceThatSomebodyIsLimitedToStays() throws SQLException {
        plant.run("INSERT INTO app.locations (location_id, name) VALUES (50, 'Empty')");
        site.limited("Viewer", 50);
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(manager, "CALL app.location_delete(50, 0)"))
                    .isEqualTo("PSH03");
        }
    }

    private static String limit(UUID user, String before, String after) {
        return "SELECT auth.limit_user('" + user + "', '" + before + "', '" + after + "')";
    }

    /** A role with every permission there is. */
    private void everything() throws SQLException {
        plant.role(
                "Everything", plant.column("SELECT name FROM app.permissions").toArray(String[]::new));
    }

    private List<UUID> outsideKeys() {
        return List.of(
                site.pumpOut,
                site.motorOut,
                site.nowhereOut,
                site.orderOut,
                site.partOut,
                site.metricOut,
                site.stepOut);
    }
}
