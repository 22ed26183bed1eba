package com.prosynchub.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.session.SessionServices;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The reason that a person gives stands in the ledger beside what was done, and beside nothing else. */
class ReasonsIT {
    private final TestSite site = TestSite.shared();
    private final String why = "because of " + UUID.randomUUID();

    @Test
    void plannersReasons() {
        try (RelationalSession session = site.session("Manager")) {
            SessionServices manager = services(session);
            AssetType type = manager.assetTypes().create(Records.type("Type " + why));
            Location place = manager.locations().create(Records.location("Place " + why, null));
            Asset asset = manager.assets().create(Records.asset("Asset " + why, type.id(), null));
            WorkOrder cancelled = order(manager, asset);
            WorkOrder done = order(manager, asset);
            assertThat(manager.workOrders().move(cancelled, WorkOrderStatus.CANCELLED, null, " " + why + " "))
                    .isInstanceOf(SaveResult.Saved.class);
            WorkOrder started = saved(manager.workOrders().move(done, WorkOrderStatus.IN_PROGRESS, null, ""));
            WorkOrder ended = saved(manager.workOrders().move(started, WorkOrderStatus.COMPLETED, BigDecimal.ONE, ""));
            assertThat(manager.workOrders().move(ended, WorkOrderStatus.IN_PROGRESS, null, why))
                    .isInstanceOf(SaveResult.Saved.class);
            for (UUID order : List.of(cancelled.id(), done.id())) {
                int revision =
                        manager.workOrders().find(order).orElseThrow().order().revision();
                assertThat(manager.workOrders().delete(order, revision, why)).isInstanceOf(SaveResult.Saved.class);
            }
            assertThatThrownBy(() -> manager.assetTypes().delete(type.id(), type.revision(), why))
                    .as("in use, and nothing is recorded")
                    .isInstanceOf(FailureException.class);
            assertThat(manager.assets()
                            .delete(
                                    asset.id(),
                                    manager.assets()
                                            .find(asset.id())
                                            .orElseThrow()
                                            .asset()
                                            .revision(),
                                    why))
                    .isInstanceOf(SaveResult.Saved.class);
            assertThat(manager.assetTypes().delete(type.id(), type.revision(), why))
                    .isInstanceOf(SaveResult.Saved.class);
            assertThat(manager.locations().delete(place.id(), place.revision(), why))
                    .isInstanceOf(SaveResult.Saved.class);
            manager.assetTypes().create(Records.type("Afterwards " + UUID.randomUUID()));
        }
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        "UPDATE WORK_ORDER",
                        "UPDATE WORK_ORDER",
                        "DELETE WORK_ORDER",
                        "DELETE WORK_ORDER",
                        "UPDATE ASSET", // its last maintenance follows the reopened order
                        "DELETE ASSET",
                        "DELETE ASSET_TYPE",
                        "DELETE LOCATION");
    }

    @Test
    void administratorsReasons() {
        try (RelationalSession session = site.session("Administrator")) {
            SessionServices admin = services(session);
            UUID person = UUID.fromString(
                    site.single("select user_id from app.users where username = '" + site.person("Viewer") + "'"));
            UserAccount a = session.accounts().find(person).orElseThrow();
            UserAccount off = new UserAccount(
                    a.id(),
                    a.username(),
                    a.email(),
                    a.firstName(),
                    a.lastName(),
                    a.roleId(),
                    a.phoneNumber(),
                    a.department(),
                    a.profileImageUrl(),
                    false,
                    a.lastLogin(),
                    a.revision());
            assertThat(admin.users().save(off, why)).isInstanceOf(SaveResult.Saved.class);
            Role role = admin.roles().create(new Role(0, "R " + UUID.randomUUID(), null, Set.of(), 0), null);
            Role wider = new Role(
                    role.id(), role.name(), null, Set.of(Permission.of(Resource.ASSET, Action.READ)), role.revision());
            Role saved = saved(admin.roles().save(wider, role, why));
            assertThat(admin.roles().delete(saved, why)).isInstanceOf(SaveResult.Saved.class);
        }
        assertThat(recorded()).contains("UPDATE USER", "CREATE ROLE_PERMISSION", "DELETE ROLE");
    }

    private static SessionServices services(RelationalSession session) {
        return SessionServices.open(session, new FakeDocumentStore(), Clock.systemUTC());
    }

    private static WorkOrder order(SessionServices manager, Asset asset) {
        return manager.workOrders().create(Records.workOrder("Order", asset.id(), WorkOrderStatus.OPEN, null));
    }

    private static <T> T saved(SaveResult<T> result) {
        return ((SaveResult.Saved<T>) result).value();
    }

    /** What an auditor finds under that reason. */
    private List<String> recorded() {
        try (RelationalSession session = site.session("Administrator")) {
            List<LedgerEntry> found = services(session)
                    .ledger()
                    .search(LedgerFilter.all().containing(why), PageRequest.first(100))
                    .items();
            return found.stream()
                    .filter(entry -> why.equals(entry.reason()))
                    .map(entry -> entry.action() + " " + entry.entityType())
                    .toList();
        }
    }
}
