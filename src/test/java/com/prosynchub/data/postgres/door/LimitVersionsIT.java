package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How limits were before is written by the database alone, whoever changes them and however, and nobody rewrites it. */
class LimitVersionsIT {
    private static final String LIMIT =
            "UPDATE app.asset_metrics SET max_threshold = %s, row_version = row_version + 1 WHERE metric_id = '%s'";
    private static final String SETTINGS =
            "INSERT INTO app.metric_settings (metric_id, deadband, priority) VALUES ('%s', 2, 'High')";
    private static final String VERSIONS = "SELECT string_agg(concat_ws(' ', version_no, max_threshold, deadband,"
        + " priority, unit, reason), '/' ORDER BY version_no) FROM app.metric_limit_versions WHERE metric_id = '%s'";

    private final ScopePlant site = new ScopePlant();
    private final DoorPlant plant = site.plant;
    private final String metric = site.metricIn.toString();

    LimitVersionsIT() throws SQLException {}

    @Test
    void everyChangeOfALimitIsAVersion() throws SQLException {
        Person person = plant.person("Manager");
        try (Connection manager = plant.as(person)) {
            assertThat(DoorPlant.one(manager, VERSIONS.formatted(metric))).isEqualTo("1 C in");
            run(manager, "SELECT set_config('prosync.reason', ' new oil ', false)");
            run(manager, LIMIT.formatted("80", metric));
            run(manager, "SELECT set_config('prosync.reason', '', false)");
            run(manager, SETTINGS.formatted(metric));
            run(manager, LIMIT.formatted("80", metric));
            run(
                    manager,
                    "SELECT 1 FROM app.ingest_metrics('{" + site.motorIn + "}') m,"
                            + " LATERAL app.record_metrics(ARRAY[m.metric_id], '{5}', '{2030-01-01T00:00Z}',"
                            + " '{2030-01-01T00:00Z}', ARRAY[m.revision], ARRAY[m.state_version]) r"
                            + " WHERE m.metric_name = 'temperature' AND r.accepted = 1");
            assertThat(DoorPlant.one(manager, VERSIONS.formatted(metric)))
                    .as("the same limit again, and a value, are no change of limits")
                    .isEqualTo("1 C in/2 80.0000 C in new oil/3 80.0000 2.0000 High C in");
            assertThat(DoorPlant.one(
                            manager,
                            "SELECT string_agg(DISTINCT changed_by::text, '') FROM app.metric_limit_versions"
                                    + " WHERE version_no > 1"))
                    .isEqualTo(person.id().toString());
            assertThat(DoorPlant.one(
                            manager,
                            "SELECT bool_and(valid_from > before) FROM (SELECT valid_from, lag(valid_from)"
                                    + " OVER (PARTITION BY metric_id ORDER BY version_no) AS before"
                                    + " FROM app.metric_limit_versions) v"))
                    .isEqualTo("t");
        }
        assertThat(plant.ask("SELECT string_agg(action || ' ' || (new_state ->> 'metric_name') || ' '"
                        + " || (new_state ->> 'asset_id' = '" + site.motorIn + "'), '/') FROM audit.outbox"
                        + " WHERE entity_type = 'METRIC_SETTINGS'"))
                .as("the ledger says of which metric of which asset")
                .isEqualTo("CREATE temperature true");
    }

    @Test
    void whatOneTransactionChangesIsOneVersion() throws SQLException {
        try (Connection manager = plant.as(plant.person("Manager"))) {
            manager.setAutoCommit(false);
            run(manager, LIMIT.formatted("80", metric));
            run(manager, SETTINGS.formatted(metric));
            run(manager, LIMIT.formatted("90", metric));
            manager.commit();
            assertThat(DoorPlant.one(manager, VERSIONS.formatted(metric)))
                    .isEqualTo("1 C in/2 90.0000 2.0000 High C in");
            run(
                    manager,
                    "INSERT INTO app.asset_metrics (asset_id, metric_name, max_threshold) VALUES ('" + site.motorIn
                            + "', 'speed', 5), ('" + site.motorIn + "', 'flow', 6)");
            manager.commit();
            assertThat(DoorPlant.one(
                            manager,
                            "SELECT string_agg(version_no || ' ' || max_threshold, '/' ORDER BY max_threshold)"
                                    + " FROM app.metric_limit_versions WHERE max_threshold < 9"))
                    .isEqualTo("1 5.0000/1 6.0000");
        }
    }

    @Test
    void aDeletedMetricTakesItsVersionsAlong() throws SQLException {
        try (Connection manager = plant.as(plant.person("Manager"))) {
            run(manager, SETTINGS.formatted(metric));
            run(manager, "CALL app.asset_metric_delete('" + metric + "', 0)");
        }
        assertThat(plant.ask("SELECT (SELECT count(*) FROM app.metric_limit_versions WHERE metric_id = '" + metric
                        + "') + (SELECT count(*) FROM app.metric_settings)"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE app.metric_limit_versions SET max_threshold = 1",
                "DELETE FROM app.metric_limit_versions",
                "INSERT INTO app.metric_limit_versions (metric_id, version_no, valid_from) VALUES ('{m}', 9, now())"
            })
    void nobodyWritesHistory(String attack) throws SQLException {
        String filled = attack.replace("{m}", metric);
        plant.role(
                "Everything", plant.column("SELECT name FROM app.permissions").toArray(String[]::new));
        try (Connection person = plant.as(plant.person("Everything"))) {
            assertThat(DoorPlant.outcome(person, filled)).isEqualTo("42501");
        }
    }

    @Test
    void withoutTheTriggerTheHouseCouldRewriteHistory() throws SQLException {
        String attack = "SET ROLE prosync_owner; UPDATE app.metric_limit_versions SET max_threshold = 1; RESET ROLE";
        String before = plant.ask(VERSIONS.formatted(metric));
        assertThat(outcome(attack)).contains("not changed");
        assertThat(outcome("SET ROLE prosync_owner; DELETE FROM app.metric_limit_versions; RESET ROLE"))
                .contains("not changed");
        assertThat(plant.ask(VERSIONS.formatted(metric))).isEqualTo(before);
        plant.run("ALTER TABLE app.metric_limit_versions DISABLE TRIGGER t00_keep");
        assertThat(outcome(attack)).isEmpty();
        assertThat(plant.ask(VERSIONS.formatted(metric))).isNotEqualTo(before);
    }

    @Test
    void withoutTheTriggersAChangeIsForgotten() throws SQLException {
        plant.run("DROP TRIGGER t85_version_update ON app.asset_metrics; DROP TRIGGER t85_version_insert ON"
                + " app.asset_metrics; DROP TRIGGER t85_version ON app.metric_settings");
        try (Connection manager = plant.as(plant.person("Manager"))) {
            run(manager, LIMIT.formatted("80", metric));
            run(manager, SETTINGS.formatted(metric));
            run(manager, "INSERT INTO app.asset_metrics (asset_id, metric_name) VALUES ('" + site.motorIn + "', 'x')");
            assertThat(DoorPlant.one(manager, "SELECT count(*) FROM app.metric_limit_versions"))
                    .isEqualTo("2");
        }
    }

    @Test
    void withoutTheRuleSettingsWouldBelongToNoAsset() throws SQLException {
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(
                            manager,
                            "INSERT INTO app.metric_settings (metric_id, asset_id) VALUES ('" + metric + "', '"
                                    + site.pumpOut + "')"))
                    .as("nobody says whose they are")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(manager, SETTINGS.formatted("00000000-0000-0000-0000-000000000000")))
                    .isEqualTo("P0002");
            plant.run("DROP TRIGGER t05_rule_metric ON app.metric_settings");
            assertThat(DoorPlant.outcome(manager, SETTINGS.formatted(metric))).isEqualTo("23502");
        }
    }

    @Test
    void onlyWhoConfiguresMetricsChangesLimitsAndOnlyInside() throws SQLException {
        try (Connection operator = plant.as(plant.person("Operator"))) {
            assertThat(DoorPlant.outcome(operator, LIMIT.formatted("80", metric)))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(operator, SETTINGS.formatted(metric))).isEqualTo("42501");
            assertThat(DoorPlant.outcome(operator, "SELECT 1 FROM app.metric_limit_versions"))
                    .as("how it was may be read by whoever reads metrics")
                    .isEqualTo("ok 2");
        }
        plant.run(SETTINGS.formatted(site.metricOut));
        try (Connection limited = plant.as(site.limited("Manager", ScopePlant.BUILDING_A))) {
            assertThat(DoorPlant.outcome(limited, "SELECT 1 FROM app.metric_limit_versions"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(limited, "SELECT 1 FROM app.metric_settings"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.outcome(
                            limited,
                            "UPDATE app.metric_settings SET deadband = 1, row_version = row_version + 1"
                                    + " WHERE metric_id = '" + site.metricOut + "'"))
                    .isEqualTo("ok 0");
            run(limited, SETTINGS.formatted(metric));
            plant.run("DELETE FROM app.metric_settings WHERE metric_id = '" + site.metricOut + "'");
            assertThat(DoorPlant.outcome(limited, SETTINGS.formatted(site.metricOut)))
                    .isEqualTo("42501");
        }
        try (Connection nobody = plant.unbound()) {
            assertThat(DoorPlant.outcome(nobody, "SELECT 1 FROM app.metric_limit_versions"))
                    .isIn("ok 0", "42501");
        }
    }

    private static void run(Connection connection, String sql) {
        assertThat(DoorPlant.outcome(connection, sql)).as(sql).startsWith("ok ");
    }

    /** What a superuser is told; empty when it is done. */
    private String outcome(String sql) {
        try {
            plant.run(sql);
            return "";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
