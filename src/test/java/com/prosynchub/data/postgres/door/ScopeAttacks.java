package com.prosynchub.data.postgres.door;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.util.ArrayList;
import java.util.List;

/** Statements of a person limited to building A who holds every permission; none of them may change anything. */
final class ScopeAttacks {
    private ScopeAttacks() {}

    static List<String> all(ScopePlant site, Person limited) {
        List<String> attacks = new ArrayList<>(reads(site));
        attacks.addAll(inserts(site));
        attacks.addAll(updates(site));
        attacks.addAll(deletes(site));
        attacks.add("SELECT auth.limit_user('" + limited.id() + "', '{2}', '{}')");
        attacks.add("UPDATE auth.session SET places = NULL");
        attacks.add("SELECT auth.places_below('{1}')");
        attacks.add("SELECT auth.assets_below('{1}')");
        attacks.add("SELECT auth.inside(NULL, 'assets', '" + site.pumpOut + "')");
        return attacks;
    }

    private static List<String> reads(ScopePlant site) {
        return List.of(
                "SELECT name FROM app.assets WHERE asset_id = '" + site.pumpOut + "'",
                "SELECT name FROM app.assets WHERE asset_id = '" + site.motorOut + "'",
                "SELECT title FROM app.work_orders WHERE work_order_id = '" + site.orderOut + "'",
                "SELECT task FROM app.work_order_checklist WHERE work_order_id = '" + site.orderOut + "'",
                "SELECT quantity FROM app.work_order_parts WHERE work_order_id = '" + site.orderOut + "'",
                "SELECT metric_value FROM app.asset_metrics WHERE metric_id = '" + site.metricOut + "'",
                "SELECT name FROM app.parts WHERE part_id = '" + site.partOut + "'",
                "SELECT name FROM app.locations WHERE location_id IN (4, 5)",
                "SELECT name FROM app.search_assets WHERE name ILIKE '%out%'",
                "SELECT name FROM app.search_parts WHERE name ILIKE '%out%'",
                "SELECT name FROM app.search_locations WHERE name ILIKE '%out%'",
                "SELECT title FROM app.search_work_orders WHERE title ILIKE '%out%'",
                "SELECT title FROM app.limited_work_orders() WHERE title ILIKE '%out%'",
                "SELECT 1 FROM app.limited_assets() a WHERE a.name LIKE '%out'",
                "SELECT 1 FROM app.own_assets() a WHERE a = '" + site.motorOut + "'",
                "SELECT 1 FROM app.assets WHERE asset_id = '" + site.pumpOut + "' FOR UPDATE",
                "SELECT 1 FROM app.limited_assets() a WHERE to_jsonb(a) ? 'purchase_cost'");
    }

    private static List<String> inserts(ScopePlant site) {
        return List.of(
                "INSERT INTO app.assets (name, asset_type_id, location_id) VALUES ('x', 1, 5)",
                "INSERT INTO app.assets (name, asset_type_id, location_id) VALUES ('x', 1, 1)",
                "INSERT INTO app.assets (name, asset_type_id) VALUES ('x', 1)",
                "INSERT INTO app.assets (name, asset_type_id, parent_asset_id) VALUES ('x', 1, '" + site.pumpOut + "')",
                "INSERT INTO app.locations (name, parent_location_id) VALUES ('x', 4)",
                "INSERT INTO app.locations (name) VALUES ('x')",
                "INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('" + site.pumpOut + "', 'x')",
                "INSERT INTO app.work_orders (title, asset_id) VALUES ('x', '" + site.motorOut + "')",
                "INSERT INTO app.work_order_checklist (work_order_id, task) VALUES ('" + site.orderOut + "', 'x')",
                "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity) SELECT '" + site.orderOut
                        + "', part_id, 1 FROM app.parts",
                "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity) VALUES ('" + site.orderIn + "', '"
                        + site.partOut + "', 1)",
                "INSERT INTO app.parts (name, location_id) VALUES ('x', 5)");
    }

    private static List<String> updates(ScopePlant site) {
        return List.of(
                "UPDATE app.assets SET name = 'x', row_version = row_version + 1 WHERE asset_id = '" + site.pumpOut
                        + "'",
                // Moving out…
                "UPDATE app.assets SET location_id = 5, row_version = row_version + 1",
                "UPDATE app.assets SET location_id = NULL, parent_asset_id = NULL, row_version = row_version + 1",
                "UPDATE app.assets SET location_id = NULL, parent_asset_id = '" + site.pumpOut
                        + "', row_version = row_version + 1",
                "UPDATE app.locations SET parent_location_id = 4, row_version = row_version + 1 WHERE location_id = 3",
                "UPDATE app.locations SET parent_location_id = NULL, row_version = row_version + 1"
                        + " WHERE location_id = 3",
                "UPDATE app.locations SET parent_location_id = 4, row_version = row_version + 1 WHERE location_id = 2",
                "UPDATE app.work_orders SET asset_id = '" + site.pumpOut + "', row_version = row_version + 1",
                "UPDATE app.parts SET location_id = 5, row_version = row_version + 1",
                // … and in, also without looking at the row.
                "UPDATE app.assets SET location_id = 3, row_version = 1 WHERE asset_id = '" + site.pumpOut + "'",
                "UPDATE app.locations SET parent_location_id = 2, row_version = 1 WHERE location_id = 4",
                "UPDATE app.locations SET name = 'x', row_version = row_version + 1 WHERE location_id = 1",
                "UPDATE app.parts SET location_id = 3, row_version = 1 WHERE part_id = '" + site.partOut + "'",
                "UPDATE app.asset_metrics SET max_threshold = 1, row_version = 1 WHERE metric_id = '" + site.metricOut
                        + "'",
                "UPDATE app.work_orders SET asset_id = '" + site.motorIn + "', row_version = 1 WHERE work_order_id = '"
                        + site.orderOut + "'",
                "UPDATE app.work_order_checklist SET is_completed = true, row_version = 1 WHERE work_order_id = '"
                        + site.orderOut + "'",
                "UPDATE app.work_order_parts SET quantity = 2, row_version = 1 WHERE work_order_id = '" + site.orderOut
                        + "'",
                "CALL app.asset_set_status('" + site.pumpOut + "', 'Offline', 0)",
                "CALL app.asset_set_status('" + site.pumpOut + "', 'Offline', 7)",
                "CALL app.asset_set_status('" + site.motorOut + "', 'Offline', 0)",
                "SELECT app.record_metrics('{" + site.metricOut + "}', '{5}', '{2030-01-01T00:00Z}',"
                        + " '{2030-01-01T00:00Z}', '{0}', '{0}')",
                "SELECT app.record_health('{" + site.motorOut + "}', '{0}') FROM app.health_inputs('{" + site.motorOut
                        + "}')");
    }

    private static List<String> deletes(ScopePlant site) {
        return List.of(
                "CALL app.asset_delete('" + site.pumpOut + "', 0)",
                "CALL app.asset_delete('" + site.nowhereOut + "', 0)",
                "CALL app.asset_delete('" + site.nowhereOut + "', 7)",
                "CALL app.asset_metric_delete('" + site.metricOut + "', 0)",
                "CALL app.asset_metric_delete('" + site.metricOut + "', 7)",
                "CALL app.work_order_delete('" + site.orderOut + "', 0)",
                "CALL app.work_order_delete('" + site.orderOut + "', 7)",
                "CALL app.work_order_checklist_delete('" + site.stepOut + "', 0)",
                "CALL app.work_order_checklist_delete('" + site.stepOut + "', 7)",
                "CALL app.work_order_part_delete('" + site.orderOut + "', '" + site.partOut + "', 0)",
                "CALL app.part_delete('" + site.partOut + "', 0)",
                "CALL app.part_delete('" + site.partOut + "', 7)",
                "CALL app.location_delete(5, 0)",
                "CALL app.location_delete(5, 7)");
    }
}
