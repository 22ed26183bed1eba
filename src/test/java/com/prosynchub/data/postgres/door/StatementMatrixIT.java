package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.fixture.Lines;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.WindowTable;
import com.prosynchub.model.access.Permission;
import com.prosynchub.service.ServiceRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What every method of a service comes down to in SQL ({@code access/statements.txt}), tried by every role at a SQL prompt:
 * the database lets through exactly those for whom the method opens.
 */
class StatementMatrixIT {
    private static final DoorPlant PLANT = new DoorPlant();
    private static final Map<String, String> ROWS = new HashMap<>();
    private static final Map<String, Set<Permission>> OPENS = ServiceRights.all();
    private static final String NOT_HERE = "-";
    private static final String EVERYBODY = "everybody";
    private static final String STRANGER = "stranger";
    private static final String OWN = "own";

    private record Line(List<String> who, String statement) {
        boolean opensFor(Set<Permission> held) {
            return who.contains(EVERYBODY)
                    || who.contains(STRANGER)
                    || who.stream().anyMatch(word -> rights(word).stream().anyMatch(held::contains));
        }

        boolean isTried() {
            return !statement.equals(NOT_HERE) && !who.contains(OWN);
        }

        private static Set<Permission> rights(String word) {
            return Permission.parse(word).map(Set::of).orElseGet(() -> OPENS.getOrDefault(word, Set.of()));
        }
    }

    private static final List<Line> LINES = Lines.table("/access/statements.txt").stream()
            .map(cells -> new Line(Arrays.asList(cells.get(0).split(" ")), cells.get(1)))
            .toList();

    @BeforeAll
    static void fill() throws SQLException {
        for (String key :
                List.of("asset", "bare", "metric", "judged", "order", "bare_order", "step", "part", "bare_part")) {
            ROWS.put(key, UUID.randomUUID().toString());
        }
        Person user = PLANT.person("Viewer");
        ROWS.put("user", user.id().toString());
        ROWS.put("type", "1");
        ROWS.put("bare_type", "2");
        ROWS.put("place", "1");
        ROWS.put("bare_place", "2");
        PLANT.role("Guest", "location:read");
        ROWS.put("viewer", PLANT.ask("SELECT role_id FROM app.roles WHERE name = 'Viewer'"));
        ROWS.put("grant", PLANT.ask("SELECT permission_id FROM app.permissions WHERE name = 'location:read'"));
        ROWS.put("guest", PLANT.ask("SELECT role_id FROM app.roles WHERE name = 'Guest'"));
        PLANT.run(filled("""
            INSERT INTO app.asset_types (asset_type_id, name) VALUES (1, 'Pump'), (2, 'Bare');
            INSERT INTO app.locations (location_id, name, description) VALUES (1, 'Hall', 'first'), (2, 'Bare', NULL);
            SELECT setval(pg_get_serial_sequence('app.asset_types', 'asset_type_id'), 9),
                   setval(pg_get_serial_sequence('app.locations', 'location_id'), 9);
            UPDATE app.locations SET description = 'second' WHERE location_id = 1;
            INSERT INTO app.assets (asset_id, name, asset_type_id, purchase_cost)
            VALUES ('{asset}', 'Pump', 1, 1000), ('{bare}', 'Bare', 1, NULL);
            INSERT INTO app.asset_metrics (metric_id, asset_id, metric_name) VALUES ('{metric}', '{asset}', 'temperature'),
                ('{judged}', '{asset}', 'pressure');
            INSERT INTO app.metric_settings (metric_id, deadband) VALUES ('{judged}', 1);
            INSERT INTO app.metric_states (metric_id) VALUES ('{metric}');
            INSERT INTO app.asset_health VALUES ('{asset}', 90, 0, 0, 0, 0, 1, 0, 0, 0, now());
            INSERT INTO app.ingest_sources (source) VALUES ('files');
            INSERT INTO app.dead_letters (source, metric_name, value, reason) VALUES ('files', 'flow', 1, 'FUTURE');
            UPDATE app.asset_metrics SET max_threshold = 9 WHERE metric_id = '{judged}';
            INSERT INTO app.work_orders (work_order_id, title, asset_id)
            VALUES ('{order}', 'Look', '{asset}'), ('{bare_order}', 'Bare', NULL);
            INSERT INTO app.work_order_checklist (checklist_item_id, work_order_id, task) VALUES ('{step}', '{order}', 'Look');
            INSERT INTO app.parts (part_id, name, sku, cost, supplier, quantity_in_stock)
            VALUES ('{part}', 'Seal', 'S1', 2.50, 'Any', 9), ('{bare_part}', 'Bare', 'S2', NULL, NULL, 9);
            INSERT INTO app.work_order_parts (work_order_id, part_id, quantity, cost) VALUES ('{order}', '{part}', 1, 2.50);
            INSERT INTO app.user_locations (user_id, location_id) VALUES ('{user}', 1);
            INSERT INTO auth.second_factor_demand (role_id) VALUES ({guest})
            """));
        ROWS.put(
                "event",
                PLANT.ask(
                        "SELECT event_id FROM audit.outbox WHERE entity_type = 'LOCATION'" + " AND action = 'UPDATE'"));
    }

    @Test
    void everyRoleIsLetThroughExactlyWhereTheMethodOpens() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, Set<Permission>> role : SeededRoles.all().entrySet()) {
            Person person = person(role.getKey());
            try (Connection connection = PLANT.as(person)) {
                connection.setAutoCommit(false);
                for (Line line : LINES) {
                    if (line.isTried()) {
                        String outcome = DoorPlant.outcome(connection, filled(line.statement()));
                        connection.rollback();
                        if (line.opensFor(role.getValue())) {
                            all.assertThat(outcome)
                                    .as("%s may: %s", role.getKey(), line)
                                    .startsWith("ok")
                                    .matches(found -> !isEmpty(line, found), "does something");
                        } else {
                            all.assertThat(outcome)
                                    .as("%s may not: %s", role.getKey(), line)
                                    .matches(found -> found.equals("42501") || isEmpty(line, found), "is refused");
                        }
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void whatARoleMustNotSeeOrDoIsDenied() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        Map<String, Person> people = new HashMap<>();
        for (WindowTable.Never never : WindowTable.never()) {
            Person person = people.get(never.role());
            if (person == null) {
                person = person(never.role());
                people.put(never.role(), person);
            }
            List<Line> tries = LINES.stream()
                    .filter(line -> line.isTried() && line.who().stream().anyMatch(never.who()::contains))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (!never.statement().isEmpty()) {
                tries.add(new Line(List.of(), never.statement()));
            }
            try (Connection connection = PLANT.as(person)) {
                connection.setAutoCommit(false);
                for (Line line : tries) {
                    String outcome = DoorPlant.outcome(connection, filled(line.statement()));
                    connection.rollback();
                    all.assertThat(outcome)
                            .as("%s, %s: %s", never.role(), never.what(), line.statement())
                            .matches(found -> found.equals("42501") || isEmpty(line, found), "is denied");
                }
            }
        }
        all.assertAll();
    }

    /** Somebody of that role, to whom the order is assigned. */
    private static Person person(String role) throws SQLException {
        Person person = PLANT.person(role);
        // The own view and note bear the person's id, by which the statements find them.
        PLANT.run(filled("INSERT INTO app.trend_views (view_id, owner_id, name, page) VALUES ('{who}', '{who}', 'Own',"
                        + " '{}');INSERT INTO app.metric_notes (note_id, asset_id, begins_at, note, author_id)"
                        + " VALUES ('{who}', '{asset}', now(), 'Own', '{who}')")
                .replace("{who}", person.id().toString()));
        PLANT.run("INSERT INTO app.user_preferences (user_id) VALUES ('" + person.id() + "'); UPDATE app.work_orders"
                + " SET assigned_to_id = '" + person.id() + "', row_version = 0 WHERE work_order_id = '"
                + ROWS.get("order") + "'");
        return person;
    }

    @Test
    void withoutASessionEverythingIsShut() throws SQLException {
        SoftAssertions all = new SoftAssertions();
        try (Connection connection = PLANT.unbound()) {
            connection.setAutoCommit(false);
            for (Line line : LINES) {
                if (line.isTried()
                        && !line.who().contains(STRANGER)
                        && !line.statement().startsWith("SELECT app.")
                        && !line.statement().startsWith("SELECT count")) {
                    String outcome = DoorPlant.outcome(connection, filled(line.statement()));
                    connection.rollback();
                    all.assertThat(outcome)
                            .as("%s", line)
                            .matches(
                                    found -> found.equals("42501") || found.equals("28000") || isEmpty(line, found),
                                    "is refused");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void everyMethodIsTriedOrSaysWhyNot() {
        Set<String> there = new HashSet<>();
        LINES.forEach(line ->
                line.who().stream().filter(word -> word.contains("Service.")).forEach(there::add));
        assertThat(OPENS.keySet().stream().filter(method -> !there.contains(method)))
                .as("a new method of a service needs a line in access/statements.txt")
                .isEmpty();
        assertThat(there.stream().filter(method -> !OPENS.containsKey(method)))
                .as("these lines of access/statements.txt are about no method")
                .isEmpty();
    }

    /** Generated from the catalogue: what a workstation may read, write or call is tried by somebody above. */
    @Test
    void everythingThatMayBeReadWrittenOrCalledIsTried() throws SQLException {
        List<String> reachable = PLANT.column("""
            SELECT w.words || ' ' || c.oid::regclass
            FROM pg_class c, (VALUES ('SELECT', 'FROM'), ('INSERT', 'INSERT INTO'), ('UPDATE', 'UPDATE')) w (verb, words)
            WHERE c.relnamespace::regnamespace::text IN ('app', 'auth', 'audit') AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
              AND has_any_column_privilege('ws_test', c.oid, w.verb)
            UNION ALL
            SELECT p.pronamespace::regnamespace || '.' || p.proname || '('
            FROM pg_proc p
            WHERE p.pronamespace::regnamespace::text IN ('app', 'auth', 'audit')
              AND has_schema_privilege('ws_test', p.pronamespace, 'USAGE')
              AND has_function_privilege('ws_test', p.oid, 'EXECUTE')\
            """);
        assertThat(reachable).hasSizeGreaterThan(100);
        assertThat(reachable.stream().filter(thing -> LINES.stream().noneMatch(line -> (line.statement() + " ")
                        .contains(thing.endsWith("(") ? thing : thing + " "))))
                .as("a new grant needs a line in access/statements.txt")
                .isEmpty();
    }

    /** Row rules answer what is hidden with no row; everybody may change the own account, and finds no other. */
    private static boolean isEmpty(Line line, String outcome) {
        return outcome.equals("ok 0")
                && (line.statement().startsWith("SELECT") || line.statement().startsWith("UPDATE app.users"));
    }

    private static String filled(String statement) {
        String full = statement;
        for (Map.Entry<String, String> row : ROWS.entrySet()) {
            full = full.replace("{" + row.getKey() + "}", row.getValue());
        }
        return full;
    }
}
