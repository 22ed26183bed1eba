package com.prosynchub.data.postgres.door;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A door plant with two buildings. Everything inside building A carries names that end in {@code in}, everything outside
 * in {@code out}; numbers of places: 1 site, 2 building A, 3 hall in A, 4 building B, 5 hall in B.
 */
final class ScopePlant {
    static final int SITE = 1;
    static final int BUILDING_A = 2;
    static final int HALL_A = 3;
    static final int BUILDING_B = 4;
    static final int HALL_B = 5;

    final DoorPlant plant = new DoorPlant();

    /** In hall A. */
    final UUID pumpIn = UUID.randomUUID();

    /** A part of the pump, without a place of its own. */
    final UUID motorIn = UUID.randomUUID();

    final UUID pumpOut = UUID.randomUUID();
    final UUID motorOut = UUID.randomUUID();

    /** Has neither a place nor a parent. */
    final UUID nowhereOut = UUID.randomUUID();

    final UUID orderIn = UUID.randomUUID();
    final UUID orderOut = UUID.randomUUID();
    final UUID partIn = UUID.randomUUID();
    final UUID partOut = UUID.randomUUID();
    final UUID metricIn = UUID.randomUUID();
    final UUID metricOut = UUID.randomUUID();
    final UUID stepIn = UUID.randomUUID();
    final UUID stepOut = UUID.randomUUID();

    ScopePlant() throws SQLException {
        plant.run("""
            INSERT INTO app.locations (location_id, name, parent_location_id) VALUES
                (1, 'Site', NULL), (2, 'Building A in', 1), (3, 'Hall A in', 2), (4, 'Building B out', 1),
                (5, 'Hall B out', 4);
            SELECT setval(pg_get_serial_sequence('app.locations', 'location_id'), 100);
            INSERT INTO app.asset_types (asset_type_id, name) VALUES (1, 'Pump');
            """);
        asset(pumpIn, "Pump in", HALL_A, null);
        asset(motorIn, "Motor in", null, pumpIn);
        asset(pumpOut, "Pump out", HALL_B, null);
        asset(motorOut, "Motor out", null, pumpOut);
        asset(nowhereOut, "Nowhere out", null, null);
        beside(motorIn, "in", HALL_A, List.of(metricIn, orderIn, stepIn, partIn));
        beside(motorOut, "out", HALL_B, List.of(metricOut, orderOut, stepOut, partOut));
        plant.run("INSERT INTO app.parts (part_id, name, sku, location_id) VALUES (gen_random_uuid(), 'Grease in',"
                + " 'FREE', NULL)");
    }

    private void asset(UUID id, String name, @Nullable Integer place, @Nullable UUID parent) throws SQLException {
        plant.run("INSERT INTO app.assets (asset_id, name, asset_type_id, location_id, parent_asset_id, purchase_cost,"
                + " serial_number) VALUES ('%s', '%s', 1, %s, %s, 1000, 'S %2$s')"
                        .formatted(id, name, place, parent == null ? null : "'" + parent + "'"));
    }

    private void beside(UUID asset, String word, int place, List<UUID> keys) throws SQLException {
        plant.run("""
            INSERT INTO app.asset_metrics (metric_id, asset_id, metric_name, metric_value, unit)
            VALUES ('%3$s', '%1$s', 'temperature', 20, 'C %2$s');
            INSERT INTO app.work_orders (work_order_id, title, asset_id) VALUES ('%4$s', 'Order %2$s', '%1$s');
            INSERT INTO app.work_order_checklist (checklist_item_id, work_order_id, task)
            VALUES ('%5$s', '%4$s', 'Look %2$s');
            INSERT INTO app.parts (part_id, name, sku, location_id, quantity_in_stock, cost, supplier)
            VALUES ('%6$s', 'Seal %2$s', 'SKU %2$s', %7$d, 9, 12.50, 'Supplier %2$s');
            INSERT INTO app.work_order_parts (work_order_id, part_id, quantity, cost)
            VALUES ('%4$s', '%6$s', 1, 12.50);
            """.formatted(asset, word, keys.get(0), keys.get(1), keys.get(2), keys.get(3), place));
    }

    /** Somebody who is limited to places and signed in. */
    Person limited(String role, int... places) throws SQLException {
        Person person = plant.person(role);
        limit(person, places);
        return person;
    }

    /** Sets a limit as the superuser. */
    void limit(Person person, int... places) throws SQLException {
        String rows = Arrays.stream(places)
                .mapToObj(p -> "('" + person.id() + "', " + p + ")")
                .collect(Collectors.joining(", "));
        plant.run("DELETE FROM app.user_locations WHERE user_id = '" + person.id() + "'"
                + (rows.isEmpty() ? "" : "; INSERT INTO app.user_locations (user_id, location_id) VALUES " + rows));
    }

    /** Everything of every table that a person could change outside, and the ledger's length. */
    @Nullable
    String outside() throws SQLException {
        return plant.ask("""
            SELECT md5(concat_ws('/',
                (SELECT string_agg(a::text, ',' ORDER BY asset_id) FROM app.assets a WHERE name LIKE '%out'),
                (SELECT string_agg(m::text, ',' ORDER BY metric_id) FROM app.asset_metrics m WHERE unit LIKE '%out'),
                (SELECT string_agg(w::text, ',' ORDER BY work_order_id) FROM app.work_orders w WHERE title LIKE '%out'),
                (SELECT string_agg(c::text, ',' ORDER BY checklist_item_id) FROM app.work_order_checklist c
                 WHERE task LIKE '%out'),
                (SELECT string_agg(p::text, ',' ORDER BY part_id) FROM app.parts p WHERE name LIKE '%out'),
                (SELECT string_agg(u::text, ',' ORDER BY u::text) FROM app.work_order_parts u),
                (SELECT string_agg(l::text, ',' ORDER BY location_id) FROM app.locations l),
                (SELECT string_agg(l::text, ',' ORDER BY l::text) FROM app.user_locations l),
                (SELECT count(*) FROM audit.outbox WHERE action IN ('CREATE', 'UPDATE', 'DELETE'))))
            """);
    }

    /** What a connection finds, as one text of all rows; {@code FOR EACH} table and view of `app` that it may read. */
    static String seen(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(r::text, ';') FROM (" + query + ") AS r")) {
            rows.next();
            return rows.getString(1) == null ? "" : rows.getString(1);
        }
    }
}
