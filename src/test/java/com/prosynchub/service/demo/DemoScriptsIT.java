package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.DemoRepository.State;
import com.prosynchub.data.postgres.migration.DemoScripts;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.model.failure.FailureException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

class DemoScriptsIT {
    private final String database = MigratedPostgres.freshDatabase();
    private final DemoScripts scripts = new DemoScripts(MigratedPostgres.source(database, "prosync_migrator"));

    @Test
    void fillsAnEmptySiteOnceAndKeepsEveryRule() throws SQLException {
        assertThat(scripts.state()).isEqualTo(State.EMPTY);
        scripts.install();
        scripts.install();
        assertThat(scripts.state()).isEqualTo(State.DEMO);
        assertThat(one("SELECT count(*) FROM app.assets")).isEqualTo("64");
        assertThat(one("SELECT count(*) FROM app.parts")).isEqualTo("40");
        assertThat(one("SELECT count(*) FROM app.work_orders")).isEqualTo("25");
        assertThat(one("SELECT count(DISTINCT status) FROM app.work_orders")).isEqualTo("5");
        assertThat(one("SELECT count(DISTINCT role_id) FROM app.users")).isEqualTo("5");
        assertThat(one("SELECT count(*) FROM app.work_order_parts")).isEqualTo("17");
        assertThat(one("""
            WITH RECURSIVE t (id, level) AS (
                SELECT asset_id, 1 FROM app.assets WHERE parent_asset_id IS NULL
                UNION ALL SELECT a.asset_id, t.level + 1 FROM t JOIN app.assets a ON a.parent_asset_id = t.id)
            SELECT max(level) || '/' || count(*) FROM t\
            """)).isEqualTo("4/64");
        assertThat(one("SELECT count(*) FROM app.work_orders WHERE status = 'Completed' AND completion_date IS NULL"))
                .isEqualTo("0");
        assertThat(one("SELECT count(*) FROM app.work_orders WHERE due_date < current_date"
                        + " AND status NOT IN ('Completed', 'Cancelled')"))
                .isNotEqualTo("0");
        assertThat(one("SELECT password = ext.crypt('milk-and-steel', password) FROM app.users LIMIT 1"))
                .isEqualTo("t");
    }

    @Test
    void newRowsGetKeysBehindTheDemosOwn() throws SQLException {
        scripts.install();
        assertThat(Integer.parseInt(one("INSERT INTO app.locations (name) VALUES ('New') RETURNING location_id")))
                .isGreaterThan(21);
        assertThat(Integer.parseInt(one("INSERT INTO app.asset_types (name) VALUES ('New') RETURNING asset_type_id")))
                .isGreaterThan(20);
    }

    @Test
    void everyMetricHasASignalAndEverySignalAMetric() throws SQLException {
        scripts.install();
        DemoHistory history = new DemoHistory(ZoneOffset.UTC);
        Set<String> signals = new TreeSet<>();
        for (int asset : history.instrumented()) {
            history.metrics(asset).forEach(m -> signals.add(DemoIds.asset(asset) + "/" + m));
        }
        assertThat(column("SELECT asset_id || '/' || metric_name FROM app.asset_metrics"))
                .containsExactlyInAnyOrderElementsOf(signals);
    }

    @Test
    void everyIconExistsAndEveryAccountOnTheSignInScreenToo() throws SQLException {
        scripts.install();
        Set<String> known = new TreeSet<>();
        for (CarbonIcons icon : CarbonIcons.values()) {
            known.add(icon.getDescription());
        }
        assertThat(known).containsAll(column("SELECT icon FROM app.asset_types"));
        assertThat(column("SELECT u.username || ' ' || r.name FROM app.users u JOIN app.roles r USING (role_id)"))
                .containsAll(DemoAccount.all().stream()
                        .map(a -> a.username() + " " + a.role())
                        .toList());
    }

    @Test
    void aSiteOfOnesOwnIsLeftAlone() throws SQLException {
        TestPostgres.execute(
                database, "INSERT INTO app.users (username, email, password, role_id) VALUES ('ann', 'a@b', 'x', 1)");
        assertThat(scripts.state()).isEqualTo(State.OWN);
        assertThatThrownBy(scripts::install)
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("notEmpty");
        assertThat(one("SELECT count(*) FROM app.assets")).isEqualTo("0");
    }

    private String one(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = TestPostgres.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
