package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of single tables, and the layers below the first refusal: each is taken away on a copy, and the attack works.
 * Where two layers refuse the same, the other one is gone from the start.
 */
class TableGuardsIT {
    private static final String STAMP = "DROP TRIGGER t10_stamp_update ON app.";

    private final DoorPlant plant = new DoorPlant();

    /**
     * One guard.
     *
     * @param role of the attacker: one of the seed, or permissions separated by commas
     * @param before what else is there or already gone, as superuser
     * @param attack %1$s is the attacker, %2$s somebody else's token, %3$s a grant; asset, order, part, step and metric in braces
     * @param refused the outcome with the guard
     * @param removal takes the guard away, as superuser
     * @param works the outcome without it
     */
    record Guard(String name, String role, String before, String attack, String refused, String removal, String works) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Guard> guards() {
        return List.of(
                new Guard(
                        "insert policy",
                        "Viewer",
                        "DROP TRIGGER t00_gate_insert ON app.asset_types; DROP TRIGGER t10_stamp_insert ON"
                                + " app.asset_types;DROP TRIGGER t80_audit_client ON app.asset_types",
                        "INSERT INTO app.asset_types (name) VALUES ('Mine')",
                        "42501",
                        "ALTER POLICY client_insert ON app.asset_types WITH CHECK (true)",
                        "ok 1"),
                new Guard(
                        "update policy",
                        "Viewer",
                        "DROP TRIGGER t00_gate_update ON app.asset_types; DROP TRIGGER t10_stamp_update ON"
                                + " app.asset_types;DROP TRIGGER t81_audit_client ON app.asset_types",
                        "UPDATE app.asset_types SET name = 'Mine'",
                        "ok 0",
                        "ALTER POLICY client_update ON app.asset_types USING (true) WITH CHECK (true)",
                        "ok 1"),
                new Guard(
                        "own row policy",
                        "Viewer",
                        "",
                        "SELECT email FROM app.users WHERE user_id <> '%1$s'",
                        "ok 0",
                        "ALTER POLICY client_read_self ON app.users USING (true)",
                        "ok 1"),
                new Guard(
                        "permission asked again per row",
                        "Manager",
                        GuardsIT.without("auth.audit()", "auth.live_writer()", "auth.live()"),
                        "UPDATE app.assets SET name = left(set_config('prosync.token', '%2$s', true), 9),"
                                + " row_version = row_version + 1",
                        "42501",
                        GuardsIT.without("auth.still(text[])", "IF s.session_id IS NULL OR", "IF false AND"),
                        "ok 1"),
                new Guard(
                        "permission asked again per grant",
                        "Viewer",
                        "DROP TRIGGER t00_gate_insert ON app.role_permissions; DROP TRIGGER t20_rule_insert ON"
                                + " app.role_permissions; DROP TRIGGER t21_rule_own ON app.role_permissions;"
                                + "DROP TRIGGER t80_audit_client ON app.role_permissions;"
                                + "ALTER POLICY client_insert ON app.role_permissions WITH CHECK (true)",
                        "INSERT INTO app.role_permissions (role_id, permission_id) VALUES (%3$s)",
                        "42501",
                        "DROP TRIGGER t10_stamp_insert ON app.role_permissions",
                        "ok 1"),
                new Guard(
                        "version of tables with times",
                        "Manager",
                        "",
                        "UPDATE app.parts SET name = 'x'",
                        "40001",
                        STAMP + "parts",
                        "ok 1"),
                new Guard(
                        "version of tables without",
                        "Manager",
                        "",
                        "UPDATE app.asset_metrics SET max_threshold = 1",
                        "40001",
                        STAMP + "asset_metrics",
                        "ok 1"),
                new Guard(
                        "the door's own changes move the version: people",
                        "Operator",
                        "UPDATE app.assets SET status = 'Warning'",
                        "CALL app.asset_set_status('{asset}', 'Offline', 0)",
                        "40001",
                        "DROP TRIGGER t11_stamp_trusted_update ON app.assets; UPDATE app.assets SET row_version = 0;"
                                + "UPDATE app.assets SET status = 'Critical'",
                        "ok 0"),
                new Guard(
                        "the door's own changes move the version: times",
                        "Manager",
                        "UPDATE app.parts SET quantity_in_stock = 3",
                        "UPDATE app.parts SET name = 'x', row_version = 1",
                        "40001",
                        "DROP TRIGGER t11_stamp_trusted_update ON app.parts; UPDATE app.parts SET row_version = 0;"
                                + "UPDATE app.parts SET quantity_in_stock = 4",
                        "ok 1"),
                new Guard(
                        "the door's own changes move the version: neither",
                        "Manager",
                        "UPDATE app.asset_metrics SET max_threshold = 7",
                        "UPDATE app.asset_metrics SET max_threshold = 1, row_version = 1",
                        "40001",
                        "DROP TRIGGER t11_stamp_trusted_update ON app.asset_metrics;"
                                + "UPDATE app.asset_metrics SET row_version = 0; UPDATE app.asset_metrics SET"
                                + " max_threshold = 8",
                        "ok 1"),
                new Guard(
                        "costs are changed by those who see them",
                        "asset:read,asset:update",
                        "",
                        "UPDATE app.assets SET purchase_cost = NULL, row_version = row_version + 1",
                        "42501",
                        "DROP TRIGGER t20_rule_update ON app.assets",
                        "ok 1"),
                new Guard(
                        "rank of roles",
                        "role:read,role:update",
                        "",
                        "UPDATE app.roles SET name = 'x', row_version = row_version + 1 WHERE name = 'Administrator'",
                        "42501",
                        "DROP TRIGGER t20_rule_update ON app.roles",
                        "ok 1"),
                new Guard(
                        "the own role's rows",
                        "Administrator",
                        "INSERT INTO app.permissions (name, resource, action) VALUES ('x:read', 'x', 'read');"
                                + "DROP TRIGGER t20_rule_insert ON app.role_permissions",
                        "INSERT INTO app.role_permissions (role_id, permission_id) SELECT role_id, permission_id"
                                + " FROM app.roles r, app.permissions p WHERE r.name = 'Administrator'"
                                + " AND p.name = 'x:read'",
                        "42501",
                        "DROP TRIGGER t21_rule_own ON app.role_permissions",
                        "ok 1"),
                new Guard(
                        "the own membership",
                        "user:read,user:update,role:read,role:update,asset:read",
                        "INSERT INTO app.roles (name) VALUES ('Lower'); DROP TRIGGER t60_follow ON app.users",
                        "UPDATE app.users SET role_id = (SELECT role_id FROM app.roles WHERE name = 'Lower'),"
                                + " row_version = row_version + 1 WHERE user_id = '%1$s'",
                        "42501",
                        "DROP TRIGGER t21_rule_own ON app.users",
                        "ok 1"),
                new Guard(
                        "steps are worded by planners",
                        "Technician",
                        "",
                        "UPDATE app.work_order_checklist SET task = 'x', row_version = row_version + 1",
                        "42501",
                        "DROP TRIGGER t20_rule_insert_or_update ON app.work_order_checklist",
                        "ok 1"),
                new Guard(
                        "steps of an ended order stay",
                        "Manager",
                        "UPDATE app.work_orders SET status = 'Completed', actual_hours = 0, completion_date ="
                                + " CURRENT_DATE; UPDATE app.work_orders SET row_version = 0",
                        "UPDATE app.work_order_checklist SET is_completed = true, row_version = row_version + 1",
                        "PSH06",
                        GuardsIT.without(
                                "auth.require_workable(uuid)", "IN ('Completed', 'Cancelled')", "IN ('nothing')"),
                        "ok 1"),
                new Guard(
                        "planning is for planners",
                        "Technician",
                        "",
                        "UPDATE app.work_orders SET priority = 'Critical', row_version = row_version + 1",
                        "42501",
                        "DROP TRIGGER t20_rule_insert_or_update ON app.work_orders",
                        "ok 1"),
                new Guard(
                        "moves of work orders",
                        "Manager",
                        "",
                        "UPDATE app.work_orders SET status = 'Completed', completion_date = CURRENT_DATE,"
                                + " actual_hours = 0, row_version = row_version + 1",
                        "PSH06",
                        GuardsIT.without("auth.rule_work_orders()", "NEW := auth.move_work_order(OLD, NEW);", "NULL;"),
                        "ok 1"),
                new Guard(
                        "cycles of assets",
                        "Manager",
                        "INSERT INTO app.assets (name, asset_type_id, parent_asset_id) SELECT 'Below', asset_type_id,"
                                + " asset_id FROM app.assets",
                        "UPDATE app.assets SET parent_asset_id = (SELECT asset_id FROM app.assets WHERE name ="
                                + " 'Below'), row_version = row_version + 1 WHERE name = 'Pump'",
                        "PSH02",
                        "DROP TRIGGER t50_tree ON app.assets",
                        "ok 1"),
                new Guard(
                        "cycles of places",
                        "Manager",
                        "INSERT INTO app.locations (location_id, name, parent_location_id) VALUES (1, 'Site', NULL),"
                                + " (2, 'Hall', 1)",
                        "UPDATE app.locations SET parent_location_id = 2, row_version = row_version + 1"
                                + " WHERE location_id = 1",
                        "PSH02",
                        "DROP TRIGGER t50_tree ON app.locations",
                        "ok 1"),
                new Guard(
                        "sense of the site's settings",
                        "Administrator",
                        "",
                        "UPDATE app.site_settings SET working_days = '{1,1}', row_version = row_version + 1",
                        "PSH05",
                        "DROP TRIGGER t50_check ON app.site_settings",
                        "ok 1"),
                new Guard(
                        "a computed health",
                        "asset:read,asset:update",
                        "INSERT INTO app.asset_health SELECT asset_id, 90, 0, 0, 0, 0, 1, 0, 0, 0, now() FROM"
                                + " app.assets",
                        "WITH edited AS (UPDATE app.assets SET health_score = 1, row_version = row_version + 1"
                                + " RETURNING health_score) SELECT 1 FROM edited WHERE health_score = 1",
                        "ok 0",
                        "DROP TRIGGER t40_keep_health ON app.assets",
                        "ok 1"),
                new Guard(
                        "the last administrator",
                        "Administrator",
                        "DROP TRIGGER t60_follow ON app.users",
                        "UPDATE app.users SET is_active = false, row_version = row_version + 1 WHERE user_id = '%1$s'",
                        "23514",
                        "DROP TRIGGER t70_keep_an_administrator ON app.users",
                        "ok 1"));
    }

    @ParameterizedTest
    @MethodSource("guards")
    void withoutTheGuardTheAttackWorks(Guard guard) throws SQLException {
        UUID asset = plant.asset();
        plant.run("INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('" + asset + "', 'temperature');"
                + "INSERT INTO app.parts (name, sku) VALUES ('Seal', 'S1')");
        Person other = plant.person("Manager");
        Person attacker;
        if (guard.role().contains(":")) {
            plant.role("Guarded", guard.role().split(","));
            plant.person("Administrator");
            attacker = plant.person("Guarded");
        } else {
            attacker = plant.person(guard.role());
        }
        plant.run("INSERT INTO app.work_orders (title, assigned_to_id) VALUES ('Look', '" + attacker.id()
                + "'); INSERT INTO app.work_order_checklist (work_order_id, task) SELECT work_order_id, 'Look'"
                + " FROM app.work_orders");
        if (!guard.before().isEmpty()) {
            plant.run(guard.before());
        }
        String attack = guard.attack()
                .replace("%1$s", attacker.id().toString())
                .replace("%2$s", other.token())
                .replace(
                        "%3$s",
                        String.valueOf(plant.ask("SELECT role_id || ', ' || permission_id FROM app.roles r,"
                                + " app.permissions p WHERE r.name = 'Viewer' AND p.name = 'user:update'")))
                .replace("{asset}", asset.toString());
        try (Connection connection = plant.as(attacker)) {
            assertThat(DoorPlant.outcome(connection, attack))
                    .as("with the guard")
                    .isEqualTo(guard.refused());
            plant.run(guard.removal());
            assertThat(DoorPlant.outcome(connection, attack)).as("without it").startsWith(guard.works());
        }
    }
}
