package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The views that run as their owner, generated from the catalogue: whatever a query is built around them, nobody without
 * the permission makes them read a row. What a plan has read shows in errors, counts and times even where no row comes
 * out, so the plan is looked at as well.
 */
class ViewsIT {
    private static final DoorPlant PLANT = new DoorPlant();

    /** Queries around a view, with an operator that fails on any text; %1$s is the view, %2$s a column of text. */
    private static final List<String> SHAPES = List.of(
            "SELECT %2$s FROM app.%1$s WHERE %2$s::int = 1",
            "SELECT sum(%2$s::int) FROM app.%1$s",
            "SELECT 1 FROM (VALUES (1)) v (i) LEFT JOIN app.%1$s s ON s.%2$s::int = v.i",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) LEFT JOIN app.%1$s s ON s.%2$s::int = v.i",
            "SELECT 1 FROM app.%1$s s RIGHT JOIN (VALUES (1), (2)) v (i) ON s.%2$s::int = v.i",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) FULL JOIN app.%1$s s ON s.%2$s::int = v.i",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) JOIN app.%1$s s ON s.%2$s::int = v.i",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) WHERE EXISTS (SELECT FROM app.%1$s s WHERE s.%2$s::int = v.i)",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) WHERE NOT EXISTS (SELECT FROM app.%1$s s WHERE s.%2$s::int = v.i)",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) WHERE i IN (SELECT s.%2$s::int FROM app.%1$s s)",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) WHERE i NOT IN (SELECT s.%2$s::int FROM app.%1$s s)",
            "SELECT 1 FROM (VALUES (1), (2)) v (i) LEFT JOIN LATERAL (SELECT s.%2$s::int AS t FROM app.%1$s s"
                    + " WHERE s.%2$s::int > v.i) x ON true",
            "SELECT 1 FROM app.%1$s a LEFT JOIN app.%1$s b ON b.%2$s::int = 1 AND a.%2$s = b.%2$s",
            "WITH w AS NOT MATERIALIZED (SELECT * FROM app.%1$s) SELECT 1 FROM (VALUES (1)) v (i)"
                    + " LEFT JOIN w ON w.%2$s::int = v.i",
            "SELECT 1 FROM (VALUES (1)) v (i) LEFT JOIN (SELECT * FROM app.%1$s UNION ALL SELECT * FROM app.%1$s) s"
                    + " ON s.%2$s::int = v.i");

    @BeforeAll
    static void fill() throws SQLException {
        PLANT.person("Administrator");
        PLANT.asset();
        PLANT.run("INSERT INTO app.locations (name) VALUES ('Hall'); INSERT INTO app.work_orders (title) VALUES"
                + " ('Look'); INSERT INTO app.parts (name, sku) VALUES ('Seal', 'S-1')");
    }

    @Test
    void noShapeOfAQueryMakesThemReadForWhoeverLacksThePermission() throws SQLException {
        PLANT.role("Alarms only", "alarm:read");
        Person other = PLANT.person("Alarms only");
        SoftAssertions all = new SoftAssertions();
        try (Connection unbound = PLANT.unbound();
                Connection signedIn = PLANT.as(other)) {
            List<String> views = views();
            assertThat(views).contains("search_assets", "search_work_orders", "user_names");
            for (String view : views) {
                String text = textColumn(view);
                for (String shape : SHAPES) {
                    String query = shape.formatted(view, text);
                    for (Connection asker : askers(view, unbound, signedIn)) {
                        all.assertThat(DoorPlant.outcome(asker, query))
                                .as(query)
                                .startsWith("ok");
                        all.assertThat(tablesRead(asker, query)).as(query).isEmpty();
                    }
                }
            }
        }
        all.assertAll();
    }

    /** With the permission the same queries do reach the rows: the shapes above would notice a leak. */
    @Test
    void withThePermissionTheShapesMeetTheRows() throws SQLException {
        Person manager = PLANT.person("Manager");
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = PLANT.as(manager)) {
            for (String view : views()) {
                for (String shape : SHAPES) {
                    String query = shape.formatted(view, textColumn(view));
                    all.assertThat(DoorPlant.outcome(connection, query))
                            .as(query)
                            .isEqualTo("22P02");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theTablesThemselvesStandUpToTheSameShapes() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        try (Connection unbound = PLANT.unbound()) {
            for (String table :
                    List.of("assets.name", "work_orders.title", "parts.name", "locations.name", "users.username")) {
                int dot = table.indexOf('.');
                for (String shape : SHAPES) {
                    if (!shape.contains("SELECT *")) {
                        String query = shape.formatted(table.substring(0, dot), table.substring(dot + 1));
                        all.assertThat(DoorPlant.outcome(unbound, query))
                                .as(query)
                                .startsWith("ok");
                    }
                }
            }
        }
        all.assertAll();
    }

    private static List<String> views() throws SQLException {
        return PLANT.column("SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'v'"
                + " AND NOT coalesce('security_invoker=true' = ANY (reloptions), false) ORDER BY 1");
    }

    /** The first column of text. */
    private static String textColumn(String view) throws SQLException {
        return PLANT.column(
                        "SELECT attname FROM pg_attribute WHERE attrelid = 'app." + view + "'::regclass AND attnum > 0"
                                + " AND atttypid::regtype::text"
                                + " IN ('text', 'character"
                                + " varying') ORDER BY attnum"
                                + " LIMIT 1")
                .getFirst();
    }

    /** Names of colleagues are for everybody who is signed in. */
    private static List<Connection> askers(String view, Connection unbound, Connection signedIn) {
        return view.equals("user_names") ? List.of(unbound) : List.of(unbound, signedIn);
    }

    /** The lines of a plan that read one of the plant's tables and were executed. */
    private static List<String> tablesRead(Connection connection, String query) throws SQLException {
        List<String> read = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN (ANALYZE, TIMING OFF) " + query)) {
            while (lines.next()) {
                String line = lines.getString(1);
                boolean reads = Stream.of(
                                "Seq Scan on ", "Index Scan using ", "Index Only Scan using ", "Bitmap Heap Scan on ")
                        .anyMatch(line::contains);
                if (reads && !line.contains("never executed")) {
                    read.add(line);
                }
            }
        }
        return read;
    }
}
