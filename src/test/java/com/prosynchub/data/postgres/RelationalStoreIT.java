package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.inventory.Part;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderBoard;
import com.prosynchub.model.workorder.WorkOrderFilter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only the real store can show: the mapping, permissions, transactions, two people at once. */
class RelationalStoreIT {
    private static final TestSite SITE = TestSite.shared();
    private static RelationalSession manager;
    private static RelationalSession other;
    private static int type;

    @BeforeAll
    static void signIn() {
        manager = SITE.session("Manager");
        other = SITE.session("Manager");
        type = manager.assetTypes()
                .insert(Samples.type("Type " + UUID.randomUUID()))
                .id();
    }

    @AfterAll
    static void signOut() {
        manager.close();
        other.close();
    }

    @Test
    void entitiesFitTheTables() {
        try (SessionFactory factory = Orm.build(Map.of(
                "hibernate.connection.provider_class",
                "org.hibernate.engine.jdbc.connections.internal.DriverManagerConnectionProviderImpl",
                "jakarta.persistence.jdbc.url",
                TestPostgres.jdbcUrl(SITE.database()),
                "jakarta.persistence.jdbc.user",
                MigratedPostgres.WORKSTATION,
                "jakarta.persistence.jdbc.password",
                MigratedPostgres.PASSWORD,
                "hibernate.boot.allow_jdbc_metadata_access",
                true))) {
            factory.getSchemaManager().validateMappedObjects();
        }
    }

    @Test
    void everyConstraintOfTheSchemaNamesAField() throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (Connection c = SITE.superuser();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("""
                    select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                    where t.relnamespace = 'app'::regnamespace and c.contype in ('c', 'f', 'u', 'p')
                        and t.relname not in ('site', 'schema_info', 'tree_guard')
                    union
                    select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                    where x.indisunique and i.relnamespace = 'app'::regnamespace
                        and x.indrelid not in ('app.site'::regclass, 'app.schema_info'::regclass,
                            'app.tree_guard'::regclass)
                    """)) {
            while (r.next()) {
                if (!Constraints.knows(r.getString(1))) {
                    unknown.add(r.getString(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void stampsAreTheDatabasesAndNameThePerson() {
        Asset stored = manager.assets().insert(Samples.asset("Stamped", type));

        assertThat(stored.createdBy()).isEqualTo(manager.user().userId());
        SaveResult<Asset> saved = other.assets().update(Samples.asset(stored.id(), "By another", type, null, 0));

        assertThat(saved).isInstanceOfSatisfying(SaveResult.Saved.class, s -> {
            Asset now = (Asset) s.value();
            assertThat(now.createdBy()).isEqualTo(manager.user().userId());
            assertThat(now.updatedBy()).isEqualTo(other.user().userId());
            assertThat(now.updatedAt()).isAfterOrEqualTo(now.createdAt());
        });
    }

    @Test
    void theSlowerOfTwoWhoSaveAtOnceGetsBothVersions() {
        Asset read = manager.assets().insert(Samples.asset("Contested", type));
        Asset mine = Samples.asset(read.id(), "Mine", type, null, 0);
        Asset theirs = Samples.asset(read.id(), "Theirs", type, null, 0);

        SaveResult<Asset> result = manager.unitOfWork().inTransaction(() -> {
            assertThat(manager.assets().find(read.id())).contains(read);
            assertThat(other.assets().update(theirs)).isInstanceOf(SaveResult.Saved.class);
            return manager.assets().update(mine);
        });

        assertThat(result).isInstanceOfSatisfying(SaveResult.Conflict.class, c -> {
            assertThat(c.mine()).isEqualTo(mine);
            assertThat(((Asset) c.theirs()).name()).isEqualTo("Theirs");
        });
    }

    @Test
    void savingWhatDidNotChangeWritesNothing() {
        Asset stored = manager.assets().insert(Samples.asset("Same", type));

        assertThat(manager.assets().update(stored)).isEqualTo(new SaveResult.Saved<>(stored));
        assertThat(manager.assets().find(stored.id())).contains(stored);
    }

    @Test
    void aUnitOfWorkIsAllOrNothing() {
        Asset one = Samples.asset("One", type);

        assertThatThrownBy(() -> manager.unitOfWork().inTransaction(() -> {
                    manager.assets().insert(one);
                    assertThat(manager.assets().find(one.id())).isPresent();
                    return manager.assets().insert(Samples.asset("Orphan", type, UUID.randomUUID()));
                }))
                .isInstanceOf(FailureException.class);

        assertThat(manager.assets().find(one.id())).isEmpty();
    }

    @Test
    void aDuplicateInsideAUnitOfWorkSpoilsNothingBefore() {
        Asset there = manager.assets().insert(Samples.asset("There", type));
        Asset fresh = Samples.asset("Fresh", type);

        manager.unitOfWork().inTransaction(() -> {
            manager.assets().insert(fresh);
            return manager.assets().insert(there);
        });

        assertThat(manager.assets().find(fresh.id())).isPresent();
    }

    @Test
    void aRefusedDeleteInsideAUnitOfWorkSpoilsNothingBefore() {
        Asset parent = manager.assets().insert(Samples.asset("Kept parent", type));
        Asset child = manager.assets().insert(Samples.asset("Kept child", type, parent.id()));
        Asset fresh = Samples.asset("Fresh", type);

        manager.unitOfWork().inTransaction(() -> {
            manager.assets().insert(fresh);
            assertThat(manager.assets().delete(child.id(), 99)).isInstanceOf(SaveResult.Conflict.class);
            assertThat(manager.assets().delete(UUID.randomUUID(), 0)).isInstanceOf(SaveResult.Gone.class);
            assertThatThrownBy(() -> manager.assets().delete(parent.id(), parent.revision()))
                    .satisfies(t -> assertThat(FailureException.failureOf(t)).isInstanceOf(Failure.Invalid.class));
            return manager.assets().find(fresh.id());
        });

        assertThat(manager.assets().find(fresh.id())).isPresent();
        assertThat(manager.assets().find(child.id())).isPresent();
    }

    @Test
    void rolesAreDeniedWithThePermissionsName() {
        Asset asset = manager.assets().insert(Samples.asset("Guarded", type));
        try (RelationalSession viewer = SITE.session("Viewer");
                RelationalSession technician = SITE.session("Technician")) {
            assertDenied(() -> viewer.assets().insert(Samples.asset("No", type)), "asset:create");
            assertDenied(
                    () -> viewer.assets().update(Samples.asset(asset.id(), "No", type, null, asset.revision())),
                    "asset:update");
            assertDenied(() -> viewer.assets().delete(asset.id(), asset.revision()), "asset:delete");
            assertDenied(() -> technician.parts().insert(Samples.part("No", "NO-1", 1, null)), "part:create");
            assertThat(viewer.accounts().list(PageRequest.first(10)).items())
                    .extracting(u -> u.id())
                    .containsExactly(viewer.user().userId());
            assertThat(viewer.counts()).containsKeys("assets", "parts").doesNotContainKeys("users", "roles");
        }
    }

    @Test
    void aTechnicianSeesOwnOrdersAlone() {
        Asset asset = manager.assets().insert(Samples.asset("Machine", type));
        WorkOrder hidden = manager.workOrders().insert(Samples.workOrder("Hidden", asset.id(), null));
        try (RelationalSession technician = SITE.session("Technician")) {
            assertThat(technician.workOrders().find(hidden.id())).isEmpty();
            assertThat(technician.workOrders().update(hidden)).isEqualTo(new SaveResult.Gone<>(hidden));
        }
    }

    @Test
    void costsAreHiddenAndABlindSaveKeepsThem() {
        Part stored = manager.parts().insert(Samples.part("Costly", "C-" + UUID.randomUUID(), 3, null));
        assertThat(stored.cost()).isEqualByComparingTo("9.50");
        try (RelationalSession technician = SITE.session("Technician")) {
            Part seen = technician.parts().find(stored.id()).orElseThrow();
            assertThat(seen.cost()).isNull();
            assertThat(seen.supplier()).isNull();
        }
        SITE.execute("insert into app.role_permissions (role_id, permission_id) select r.role_id, p.permission_id"
                + " from app.roles r, app.permissions p where r.name = 'Technician' and p.name = 'part:update'");
        try (RelationalSession technician = SITE.session("Technician")) {
            Part seen = technician.parts().find(stored.id()).orElseThrow();
            Part edited = new Part(
                    seen.id(),
                    "Renamed",
                    "by somebody blind",
                    seen.sku(),
                    seen.category(),
                    null,
                    3,
                    null,
                    null,
                    null,
                    null,
                    null,
                    seen.revision());

            assertThat(technician.parts().update(edited)).isInstanceOf(SaveResult.Saved.class);
        } finally {
            SITE.execute("delete from app.role_permissions where role_id = (select role_id from app.roles where name ="
                    + " 'Technician') and permission_id = (select permission_id from app.permissions where name ="
                    + " 'part:update')");
        }
        Part after = manager.parts().find(stored.id()).orElseThrow();
        assertThat(after.name()).isEqualTo("Renamed");
        assertThat(after.cost()).isEqualByComparingTo(new BigDecimal("9.50"));
        assertThat(after.supplier()).isEqualTo("Supplier");
    }

    @Test
    void aConnectionThatDiedInThePoolIsReplaced() {
        manager.ping();
        SITE.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and usename = 'ws_test' and query not ilike 'listen%'");

        assertThat(manager.assets().worstHealth(1)).isNotNull();
        other.ping();
    }

    @Test
    void aSubtreeOfAnyDepthTakesOneStatement() {
        for (int depth : new int[] {1, 8}) {
            UUID root = null;
            UUID parent = null;
            for (int i = 0; i < depth; i++) {
                parent = manager.assets()
                        .insert(Samples.asset("Level " + i, type, parent))
                        .id();
                root = root == null ? parent : root;
            }
            UUID top = root;
            UUID leaf = parent;
            assertThat(statements(
                            () -> assertThat(manager.assets().subtree(top, 100)).hasSize(depth)))
                    .isEqualTo(1);
            assertThat(statements(() -> manager.assets().path(leaf))).isEqualTo(1);
        }
    }

    @Test
    void statementsDoNotGrowWithRows() {
        UUID few = parentOf(2);
        UUID many = parentOf(30);

        assertThat(statements(() -> manager.assets().children(few, PageRequest.first(50))))
                .isEqualTo(1);
        assertThat(statements(() -> manager.assets().children(many, PageRequest.first(50))))
                .isEqualTo(1);
        assertThat(statements(() -> manager.assets().search("Leaf", 1))).isEqualTo(2);
        assertThat(statements(() -> manager.assets().search("Leaf", 25))).isEqualTo(2);
        Asset asset = manager.assets().find(few).orElseThrow();
        assertThat(statements(() -> manager.assets().find(few))).isEqualTo(1);
        assertThat(statements(
                        () -> manager.assets().update(Samples.asset(few, "Renamed", type, null, asset.revision()))))
                .isEqualTo(3);
        assertThat(statements(() -> manager.assets().insert(Samples.asset("New", type))))
                .isEqualTo(2);
    }

    @Test
    void aBoardTakesAsManyStatementsForOneCardAsForMany() {
        UUID asset = parentOf(0);
        WorkOrderFilter filter = new WorkOrderFilter("", Set.of(), Set.of(), WorkOrderFilter.Assignment.ANYBODY, asset);
        manager.workOrders().insert(Samples.workOrder("One", asset, null));
        int one = statements(() -> manager.workOrders().board(filter, LocalDate.EPOCH, 50));
        for (int i = 0; i < 30; i++) {
            manager.workOrders().insert(Samples.workOrder("More " + i, asset, null));
        }
        assertThat(one).isEqualTo(WorkOrderBoard.STATUSES.size() + 2);
        assertThat(statements(() -> assertThat(manager.workOrders()
                                .board(filter, LocalDate.EPOCH, 50)
                                .columns()
                                .getFirst()
                                .cards())
                        .hasSize(31)))
                .isEqualTo(one);
    }

    private static UUID parentOf(int children) {
        UUID parent = manager.assets().insert(Samples.asset("Parent", type)).id();
        for (int i = 0; i < children; i++) {
            manager.assets().insert(Samples.asset("Leaf " + i, type, parent));
        }
        return parent;
    }

    private static int statements(Runnable work) {
        int before = StatementCount.ofThisThread();
        work.run();
        return StatementCount.ofThisThread() - before;
    }

    private static void assertDenied(ThrowingCallable call, String permission) {
        assertThatThrownBy(call).satisfies(t -> assertThat(FailureException.failureOf(t))
                .isInstanceOfSatisfying(Failure.Denied.class, d -> {
                    assertThat(d.reason()).isEqualTo(DeniedReason.PERMISSION);
                    assertThat(d.permission()).isEqualTo(permission);
                }));
    }
}
