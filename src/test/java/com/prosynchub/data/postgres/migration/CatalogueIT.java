package com.prosynchub.data.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The live catalogue against the schema document, column by column; {@code row_version} is the only addition. */
class CatalogueIT {
    private static final String DATABASE = MigratedPostgres.freshDatabase();

    @Test
    void everyColumnOfTheDocumentExistsWithItsType() throws SQLException, IOException {
        Set<String> documented = new TreeSet<>();
        try (InputStream file = Objects.requireNonNull(CatalogueIT.class.getResourceAsStream("/schema/tables.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(documented::add);
        }
        Set<String> live = new TreeSet<>(column("""
            SELECT c.relname || ',' || a.attname || ',' || CASE
                WHEN t.typname = 'varchar' THEN 'VARCHAR(' || a.atttypmod - 4 || ')'
                WHEN t.typname = 'numeric' THEN 'DECIMAL(' || (a.atttypmod - 4 >> 16) || '.' || (a.atttypmod - 4 & 65535) || ')'
                WHEN t.typname = 'int4' THEN 'INTEGER' WHEN t.typname = 'bool' THEN 'BOOLEAN'
                ELSE upper(t.typname) END
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
            WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
              AND a.attname <> 'row_version' AND c.relname NOT IN
                ('site', 'schema_info', 'tree_guard', 'user_preferences', 'user_locations', 'site_settings',
                 'metric_settings', 'metric_limit_versions', 'metric_states', 'asset_health', 'ingest_sources', 'dead_letters',
                 'trend_views', 'metric_notes')\
            """));
        assertThat(documented).hasSize(129);
        assertThat(live).isEqualTo(documented);
    }

    @Test
    void theTwelveTablesHaveTheirKeys() throws SQLException {
        assertThat(column("SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE contype = 'p' AND connamespace = 'app'::regnamespace ORDER BY 1"))
                .containsExactly(
                        "app.asset_health PRIMARY KEY (asset_id)",
                        "app.asset_metrics PRIMARY KEY (metric_id)",
                        "app.asset_types PRIMARY KEY (asset_type_id)",
                        "app.assets PRIMARY KEY (asset_id)",
                        "app.dead_letters PRIMARY KEY (letter_id)",
                        "app.ingest_sources PRIMARY KEY (source)",
                        "app.locations PRIMARY KEY (location_id)",
                        "app.metric_limit_versions PRIMARY KEY (metric_id, version_no)",
                        "app.metric_notes PRIMARY KEY (note_id)",
                        "app.metric_settings PRIMARY KEY (metric_id)",
                        "app.metric_states PRIMARY KEY (metric_id)",
                        "app.parts PRIMARY KEY (part_id)",
                        "app.permissions PRIMARY KEY (permission_id)",
                        "app.role_permissions PRIMARY KEY (role_id, permission_id)",
                        "app.roles PRIMARY KEY (role_id)",
                        "app.schema_info PRIMARY KEY (only_row)",
                        "app.site PRIMARY KEY (only_row)",
                        "app.site_settings PRIMARY KEY (only_row)",
                        "app.tree_guard PRIMARY KEY (tree)",
                        "app.trend_views PRIMARY KEY (view_id)",
                        "app.user_locations PRIMARY KEY (user_id, location_id)",
                        "app.user_preferences PRIMARY KEY (user_id)",
                        "app.users PRIMARY KEY (user_id)",
                        "app.work_order_checklist PRIMARY KEY (checklist_item_id)",
                        "app.work_order_parts PRIMARY KEY (work_order_id, part_id)",
                        "app.work_orders PRIMARY KEY (work_order_id)");
    }

    @Test
    void everyReferenceIsAForeignKey() throws SQLException {
        assertThat(column("""
            SELECT conrelid::regclass || '.' || a.attname || ' -> ' || confrelid::regclass
            FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE contype = 'f' AND connamespace = 'app'::regnamespace ORDER BY 1\
            """))
                .containsExactlyInAnyOrder(
                        "app.asset_health.asset_id -> app.assets",
                        "app.asset_metrics.asset_id -> app.assets",
                        "app.assets.asset_type_id -> app.asset_types",
                        "app.assets.created_by -> app.users",
                        "app.assets.location_id -> app.locations",
                        "app.assets.parent_asset_id -> app.assets",
                        "app.assets.updated_by -> app.users",
                        "app.locations.parent_location_id -> app.locations",
                        "app.metric_limit_versions.metric_id -> app.asset_metrics",
                        "app.metric_settings.metric_id -> app.asset_metrics",
                        "app.metric_states.metric_id -> app.asset_metrics",
                        "app.metric_notes.asset_id -> app.assets",
                        "app.metric_notes.author_id -> app.users",
                        "app.trend_views.owner_id -> app.users",
                        "app.trend_views.role_id -> app.roles",
                        "app.parts.location_id -> app.locations",
                        "app.role_permissions.permission_id -> app.permissions",
                        "app.role_permissions.role_id -> app.roles",
                        "app.user_locations.location_id -> app.locations",
                        "app.user_locations.user_id -> app.users",
                        "app.user_preferences.user_id -> app.users",
                        "app.users.created_by -> app.users",
                        "app.users.role_id -> app.roles",
                        "app.users.updated_by -> app.users",
                        "app.work_order_checklist.completed_by -> app.users",
                        "app.work_order_checklist.work_order_id -> app.work_orders",
                        "app.work_order_parts.part_id -> app.parts",
                        "app.work_order_parts.work_order_id -> app.work_orders",
                        "app.work_orders.asset_id -> app.assets",
                        "app.work_orders.assigned_to_id -> app.users",
                        "app.work_orders.created_by -> app.users",
                        "app.work_orders.updated_by -> app.users");
    }

    @ParameterizedTest
    @CsvSource({
        "users_username_idx, true, users, username",
        "users_email_idx, true, users, email",
        "assets_name_idx, false, assets, name",
        "assets_status_idx, false, assets, status",
        "assets_type_idx, false, assets, asset_type_id",
        "work_orders_status_idx, false, work_orders, status",
        "work_orders_asset_idx, false, work_orders, asset_id",
        "work_orders_assigned_to_idx, false, work_orders, assigned_to_id"
    })
    void theNamedIndexesExist(String name, boolean unique, String table, String key) throws SQLException {
        assertThat(column("SELECT indexdef FROM pg_indexes WHERE schemaname = 'app' AND indexname = '" + name + "'"))
                .containsExactly("CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name + " ON app." + table
                        + " USING btree (" + key + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assets(name)",
                "assets(serial_number)",
                "locations(name)",
                "parts(name)",
                "parts(sku)",
                "work_orders(title)",
                "asset_types(name)"
            })
    void textIsSearchedByTrigrams(String what) throws SQLException {
        String table = what.substring(0, what.indexOf('('));
        String key = what.substring(what.indexOf('(') + 1, what.length() - 1);
        assertThat(column("SELECT indexdef FROM pg_indexes WHERE schemaname = 'app' AND tablename = '" + table + "'"))
                .anyMatch(definition -> definition.endsWith("USING gin (" + key + " ext.gin_trgm_ops)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE app.assets SET health_score = 101",
                "UPDATE app.assets SET health_score = -1",
                "UPDATE app.assets SET status = 'Broken'",
                "UPDATE app.assets SET purchase_cost = -1",
                "UPDATE app.assets SET expected_lifetime = 0",
                "UPDATE app.assets SET name = ' '",
                "UPDATE app.work_orders SET status = 'Done'",
                "UPDATE app.work_orders SET priority = 'Urgent'",
                "UPDATE app.work_orders SET estimated_hours = -1",
                "UPDATE app.work_orders SET actual_hours = -0.5",
                "UPDATE app.parts SET quantity_in_stock = -1",
                "UPDATE app.parts SET reorder_point = -1",
                "UPDATE app.parts SET reorder_quantity = 0",
                "UPDATE app.parts SET cost = -0.01",
                "UPDATE app.work_order_parts SET quantity = 0",
                "UPDATE app.work_order_parts SET cost = -1",
                "UPDATE app.locations SET latitude = 91",
                "UPDATE app.locations SET longitude = -181",
                "UPDATE app.asset_metrics SET metric_name = 'Not A Key'",
                "UPDATE app.asset_metrics SET min_threshold = 2, max_threshold = 1"
            })
    void badValuesAreRefused(String statement) throws SQLException {
        try (Connection connection = TestPostgres.connect(DATABASE);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("INSERT INTO app.asset_types (name) VALUES ('t');"
                    + "INSERT INTO app.locations (name) VALUES ('l');"
                    + "INSERT INTO app.assets (name, asset_type_id) SELECT 'a', asset_type_id FROM app.asset_types;"
                    + "INSERT INTO app.asset_metrics (asset_id, metric_name) SELECT asset_id, 'm' FROM app.assets;"
                    + "INSERT INTO app.work_orders (title) VALUES ('w'); INSERT INTO app.parts (name) VALUES ('p');"
                    + "INSERT INTO app.work_order_parts (work_order_id, part_id, quantity)"
                    + " SELECT work_order_id, part_id, 1 FROM app.work_orders, app.parts");
            String state = "";
            try {
                sql.execute(statement);
            } catch (SQLException refused) {
                state = String.valueOf(refused.getSQLState());
            }
            connection.rollback();
            assertThat(state).isEqualTo("23514");
        }
    }

    @Test
    void searchUsesTheTrigramIndexAndReadsNothingForStrangers() throws SQLException {
        // An empty table without statistics makes any index look as good as any other.
        String filled = MigratedPostgres.freshDatabase();
        TestPostgres.execute(filled, "INSERT INTO app.asset_types (name) VALUES ('Any')");
        TestPostgres.execute(
                filled,
                "INSERT INTO app.assets (name, asset_type_id) SELECT 'Asset ' || md5(n::text), asset_type_id"
                        + " FROM app.asset_types, generate_series(1, 2000) n");
        TestPostgres.execute(filled, "VACUUM ANALYZE app.assets");
        try (Connection connection = MigratedPostgres.workstation(filled, null);
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            List<String> plan = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "EXPLAIN ANALYZE SELECT asset_id FROM app.search_assets WHERE name ILIKE '%pump%'")) {
                while (rows.next()) {
                    plan.add(rows.getString(1).toLowerCase(Locale.ROOT));
                }
            }
            assertThat(String.join("\n", plan))
                    .contains("assets_name_trgm_idx")
                    .contains("one-time filter")
                    .contains("never executed");
        }
    }

    @Test
    void theClientCanNotChangeTheSchema() throws SQLException {
        assertThat(column("SELECT rolname FROM pg_roles WHERE rolname LIKE 'prosync_%' AND (rolsuper OR rolbypassrls)"))
                .isEmpty();
        assertThat(column("SELECT nspname FROM pg_namespace WHERE has_schema_privilege('ws_test', oid, 'CREATE')"))
                .isEmpty();
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = TestPostgres.connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
