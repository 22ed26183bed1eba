package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree and its search on 100,000 assets: one root, 100 areas, 1,000 lines, the rest machines. */
class HundredThousandAssetsIT {
    private static final TestSite SITE = TestSite.fresh();
    private static RelationalSession viewer;
    private static UUID root;
    private static UUID area;

    @BeforeAll
    static void fill() {
        SITE.execute("insert into app.asset_types (name) values ('Machine')");
        // Triggers write a ledger line for each row, which is not what is measured here.
        SITE.execute("""
            do $$
            declare kind integer := (select asset_type_id from app.asset_types);
            begin
                set local session_replication_role = replica;
                create temporary table tree on commit drop as
                    select n, gen_random_uuid() as id,
                        case when n = 0 then null when n <= 100 then 0 when n <= 1100 then (n - 101) / 10 + 1
                            else (n - 1101) % 1000 + 101 end as above
                    from generate_series(0, 99999) n;
                insert into app.assets (asset_id, name, asset_type_id, serial_number, model, health_score, parent_asset_id)
                select t.id, 'Machine ' || lpad(t.n::text, 6, '0'), kind, 'SN' || md5(t.n::text), 'M' || t.n % 50,
                    t.n % 101, p.id
                from tree t left join tree p on p.n = t.above;
            end $$
            """);
        // As autovacuum does after such a load: a trigram index with a long list of pending entries looks dear.
        SITE.execute("vacuum analyze app.assets");
        root = UUID.fromString(SITE.single("select asset_id from app.assets where parent_asset_id is null"));
        area = UUID.fromString(SITE.single("select asset_id from app.assets where name = 'Machine 000042'"));
        viewer = SITE.session("Viewer");
        viewer.assets().children(root, PageRequest.first(1));
    }

    @AfterAll
    static void signOut() {
        viewer.close();
    }

    @Test
    void childrenAreReadByIndex() throws SQLException {
        assertThat(plan("select a.asset_id, a.name from app.assets a where a.parent_asset_id = '" + area
                        + "' and (a.name, a.asset_id) > ('', '00000000-0000-0000-0000-000000000000')"
                        + " order by a.name, a.asset_id limit 200"))
                .contains("Index")
                .doesNotContain("Seq Scan");
        Page<AssetNode> page = viewer.assets().children(area, PageRequest.first(200));
        assertThat(page.items()).hasSize(10).allSatisfy(n -> assertThat(n.childCount())
                .isPositive());
        assertThat(time(() -> viewer.assets().children(root, PageRequest.first(100))))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void searchIsAnsweredByTheTrigramIndexes() throws SQLException {
        assertThat(plan("select a.asset_id from app.search_assets a where a.name ilike '%012345%'"
                        + " or a.serial_number ilike '%012345%' or a.model ilike '%012345%'"))
                .contains("trgm")
                .doesNotContain("Seq Scan");
        assertThat(viewer.assets().search("machine 012345", 50)).hasSize(1);
        assertThat(time(() -> viewer.assets().search("012345", 50))).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aBigSubtreeIsCappedAndQuick() {
        assertThat(viewer.assets().subtree(root, 5_000)).hasSize(5_000);
        assertThat(viewer.assets().subtree(area, 5_000)).hasSizeGreaterThan(900).hasSizeLessThan(1_100);
        assertThat(time(() -> viewer.assets().subtree(area, 5_000))).isLessThan(Duration.ofSeconds(2));
    }

    private static Duration time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** The plan that the viewer's own login gets. */
    private static String plan(String sql) throws SQLException {
        try (RelationalSession session = SITE.session("Viewer");
                Connection c = MigratedPostgres.connect(SITE.database(), MigratedPostgres.WORKSTATION, token(session));
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("explain " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (r.next()) {
                plan.append(r.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static String token(RelationalSession session) throws SQLException {
        assertThat(session.user().username()).isNotEmpty();
        try (Connection c = MigratedPostgres.workstation(SITE.database(), null);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select token from auth.login('"
                        + session.user().username() + "', '" + TestSite.PASSWORD + "', 'plan')")) {
            r.next();
            return r.getString(1);
        }
    }
}
