package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part of the location limit earns its keep: without it a row from outside appears, or is changed. */
class ScopeGuardsIT {
    private final ScopePlant site = new ScopePlant();
    private final DoorPlant plant = site.plant;

    ScopeGuardsIT() throws SQLException {}

    @ParameterizedTest
    @CsvSource({
        "assets, 'name LIKE ''%out'''",
        "asset_metrics, 'unit LIKE ''%out'''",
        "work_orders, 'title LIKE ''%out'''",
        "work_order_checklist, 'task LIKE ''%out'''",
        "work_order_parts, 'work_order_id::text <> ''{order}'''",
        "parts, 'name LIKE ''%out'''",
        "locations, 'name LIKE ''%out'''"
    })
    void withoutItsReadPolicyATableShowsWhatIsOutside(String table, String outside) throws SQLException {
        String look = "SELECT 1 FROM app." + table + " WHERE " + outside.replace("{order}", site.orderIn.toString());
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, look)).isEqualTo("ok 0");
            String policy =
                    plant.ask("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname = 'client_read'"
                            + " AND polrelid = 'app." + table + "'::regclass");
            String limit = "(NOT ( SELECT app.limited() AS limited))";
            assertThat(policy).contains(limit);
            plant.run("ALTER POLICY client_read ON app." + table + " USING (" + policy.replace(limit, "true") + ")");
            assertThat(DoorPlant.outcome(connection, look)).isIn("ok 1", "ok 2", "ok 3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "assets, 'INSERT INTO app.assets (name, asset_type_id, location_id) VALUES (''x'', 1, 5)'",
        "locations, 'INSERT INTO app.locations (name, parent_location_id) VALUES (''x'', 5)'",
        "parts, 'INSERT INTO app.parts (name, location_id) VALUES (''x'', 5)'",
        "asset_metrics, 'INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES (''{pump}'', ''x'')'",
        "work_orders, 'INSERT INTO app.work_orders (title, asset_id) VALUES (''x'', ''{pump}'')'",
        "work_order_checklist, 'INSERT INTO app.work_order_checklist (work_order_id, task) VALUES (''{order}'', ''x'')'"
    })
    void withoutItsInsertPolicyATableTakesRowsForOutside(String table, String attack) throws SQLException {
        String filled = attack.replace("{pump}", site.pumpOut.toString()).replace("{order}", site.orderOut.toString());
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, filled)).isEqualTo("42501");
            plant.run("DROP POLICY place_insert ON app." + table);
            assertThat(DoorPlant.outcome(connection, filled)).isEqualTo("ok 1");
        }
    }

    @Test
    void withoutItsUpdatePolicyATableIsChangedUnseen() throws SQLException {
        String attack = "UPDATE app.parts SET location_id = 3, row_version = 1";
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            plant.run("DELETE FROM app.parts WHERE name = 'Grease in'");
            assertThat(DoorPlant.outcome(connection, attack))
                    .as("a blind change reaches what is inside only")
                    .isEqualTo("ok 1");
            plant.run("UPDATE app.parts SET row_version = 0; DROP POLICY place_update ON app.parts");
            plant.run("ALTER TABLE app.parts DISABLE TRIGGER t10_stamp_update");
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("ok 2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "assets, 'CALL app.asset_set_status(''{pump}'', ''Offline'', 0)'",
        "work_order_checklist, 'CALL app.work_order_checklist_delete(''{step}'', 0)'",
        "work_order_parts, 'CALL app.work_order_part_delete(''{order}'', ''{part}'', 0)'",
        "asset_metrics, 'CALL app.asset_metric_delete(''{metric}'', 0)'",
        "locations, 'CALL app.location_delete(77, 0)'"
    })
    void withoutItsTriggerTheDoorsOwnFunctionsReachOutside(String table, String attack) throws SQLException {
        plant.run("INSERT INTO app.locations (location_id, name, parent_location_id) VALUES (77, 'Shed out', 4)");
        String filled = attack.replace("{pump}", site.pumpOut.toString())
                .replace("{step}", site.stepOut.toString())
                .replace("{order}", site.orderOut.toString())
                .replace("{part}", site.partOut.toString())
                .replace("{metric}", site.metricOut.toString());
        plant.role(
                "Everything", plant.column("SELECT name FROM app.permissions").toArray(String[]::new));
        try (Connection connection = plant.as(site.limited("Everything", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, filled)).isEqualTo("42501");
            plant.run("DROP TRIGGER t30_stay_inside ON app." + table);
            assertThat(DoorPlant.outcome(connection, filled)).isEqualTo("ok 0");
        }
    }

    @Test
    void aConditionInsideASearchViewWouldTellHiddenRows() throws SQLException {
        String probe =
                "SELECT name FROM app.search_assets WHERE 1 / (CASE WHEN name LIKE '%out' THEN 0 ELSE 1 END) = 1";
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, probe)).isEqualTo("ok 0");
            plant.run("""
                CREATE OR REPLACE VIEW app.search_assets AS
                    SELECT asset_id, name, description, asset_type_id, status, health_score, location_id, manufacturer,
                           model, serial_number, parent_asset_id, qr_code, row_version
                    FROM app.assets
                    WHERE (SELECT app.can('asset:read')) AND asset_id IN (SELECT app.own_assets())
                """);
            assertThat(DoorPlant.outcome(connection, probe)).isEqualTo("22012");
        }
    }

    @Test
    void withoutTheQuestionCostsOutsideAreTold() throws SQLException {
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            for (String look : List.of(
                    "asset_cost|app.asset_cost('" + site.pumpOut + "')",
                    "part_cost|app.part_cost('" + site.partOut + "')",
                    "part_supplier|app.part_supplier('" + site.partOut + "')",
                    "work_order_part_cost|app.work_order_part_cost('" + site.orderOut + "', '" + site.partOut + "')")) {
                String[] name = look.split("\\|", 2);
                assertThat(DoorPlant.one(connection, "SELECT " + name[1]))
                        .as(look)
                        .isNull();
                plant.run(GuardsIT.without(
                        plant.ask("SELECT oid::regprocedure FROM pg_proc WHERE proname = '" + name[0] + "'"),
                        "auth.inside(",
                        "true OR auth.inside("));
                assertThat(DoorPlant.one(connection, "SELECT " + name[1]))
                        .as(look)
                        .isNotNull();
            }
        }
    }

    @Test
    void withoutTheTriggersASessionDoesNotKnowItsLimit() throws SQLException {
        Person person = plant.person("Viewer");
        String count = "SELECT count(*) FROM app.assets";
        try (Connection connection = plant.as(person)) {
            plant.run("DROP TRIGGER t60_follow_insert ON app.user_locations");
            site.limit(person, ScopePlant.BUILDING_A);
            assertThat(DoorPlant.one(connection, count)).isEqualTo("5");
        }
        plant.account("ada", "Viewer");
        plant.run("INSERT INTO app.user_locations SELECT user_id, 2 FROM app.users WHERE username = 'ada';"
                + "DROP TRIGGER fill_places ON auth.session");
        try (Connection unbound = plant.unbound()) {
            String login = "SELECT set_config('prosync.token', token, false) FROM auth.login('ada', '"
                    + DoorPlant.PASSWORD + "', 'x')";
            assertThat(DoorPlant.outcome(unbound, login)).isEqualTo("ok 1");
            assertThat(DoorPlant.one(unbound, count)).isEqualTo("5");
        }
    }

    @Test
    void withoutItsRuleALimitedAdministratorTakesOverWhoSeesMore() throws SQLException {
        Person free = plant.person("Viewer");
        String attack = "SELECT auth.reset_password('" + free.id() + "')";
        try (Connection connection = plant.as(site.limited("Administrator", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("42501");
            plant.run("DROP TRIGGER t20_rule_sight ON app.users");
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("ok 1");
        }
    }

    @Test
    void withoutItsRuleAPlaceIsPutOutside() throws SQLException {
        String attack = "UPDATE app.locations SET parent_location_id = 4, row_version = row_version + 1"
                + " WHERE location_id = 3";
        plant.run("ALTER POLICY place_update ON app.locations WITH CHECK (true);"
                + "DROP TRIGGER t30_stay_inside ON app.locations");
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("42501");
            plant.run("DROP TRIGGER t20_rule_parent ON app.locations");
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("ok 1");
        }
    }

    @Test
    void withoutItsRulePartsFromOutsideAreUsed() throws SQLException {
        String attack = "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity) VALUES ('" + site.orderIn
                + "', '" + site.partOut + "', 1)";
        plant.run("DROP TRIGGER t30_stay_inside ON app.work_order_parts");
        try (Connection connection = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("42501");
            plant.run("DROP TRIGGER t20_rule_used_part ON app.work_order_parts");
            assertThat(DoorPlant.outcome(connection, attack)).isEqualTo("ok 1");
        }
    }

    @Test
    void withoutTheTriggerALimitedAdministratorMakesSomebodyWhoSeesEverything() throws SQLException {
        String limits = "SELECT count(*) FROM app.user_locations JOIN app.users USING (user_id) WHERE username = '%s'";
        try (Connection connection = plant.as(site.limited("Administrator", ScopePlant.BUILDING_A))) {
            create(connection, "first");
            assertThat(plant.ask(limits.formatted("first"))).isEqualTo("1");
            plant.run("DROP TRIGGER t60_follow_new ON app.users");
            create(connection, "second");
            assertThat(plant.ask(limits.formatted("second"))).isEqualTo("0");
        }
    }

    private void create(Connection connection, String name) throws SQLException {
        assertThat(DoorPlant.outcome(
                        connection,
                        "SELECT auth.create_user(NULL, '" + name + "', '" + name + "@plant', 'A', 'B', "
                                + plant.ask("SELECT role_id FROM app.roles WHERE name = 'Viewer'") + ")"))
                .isEqualTo("ok 1");
    }
}
