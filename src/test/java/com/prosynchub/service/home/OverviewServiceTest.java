package com.prosynchub.service.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.service.activity.NotificationService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewServiceTest {
    /** Late in the evening of the 15th at the site, already the 16th in UTC. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-16T03:00:00Z"), ZoneId.of("America/New_York"));

    private final FakePlant plant = SeededRoles.plant();
    private final FakeRelationalSession manager = plant.session("Manager");
    private final FakeDocumentStore documents = new FakeDocumentStore();

    @BeforeEach
    void aPlant() {
        UUID pump = UUID.randomUUID();
        manager.assets().insert(Records.asset(pump, "Pump", 1, null, 35));
        manager.assets().insert(Records.asset(UUID.randomUUID(), "Tank", 1, null, 90));
        manager.metrics().insert(Records.metric(pump, "temperature", 75.0));
        manager.metrics().insert(Records.metric(pump, "flow", 10.0));
        plant.put(Records.workOrder("Late", pump, WorkOrderStatus.OPEN, LocalDate.of(2026, 1, 14)));
        plant.put(Records.workOrder("Today", pump, WorkOrderStatus.ON_HOLD, LocalDate.of(2026, 1, 15)));
        plant.put(Records.workOrder("Done", pump, WorkOrderStatus.COMPLETED, LocalDate.of(2026, 1, 1)));
        manager.parts().insert(Records.part("A", 1, 2));
        manager.parts().insert(Records.part("B", 9, 2));
        did(manager.user().userId(), "did it");
        did(UUID.randomUUID(), "somebody else did");
    }

    @Test
    void showsEverythingToAManager() {
        Overview home = home(manager);
        assertThat(ready(home.assetsByStatus()))
                .hasSize(AssetStatus.values().length)
                .containsEntry(AssetStatus.OPERATIONAL, 2L)
                .containsEntry(AssetStatus.OFFLINE, 0L);
        assertThat(ready(home.worstAssets())).extracting(AssetNode::name).containsExactly("Pump", "Tank");
        assertThat(ready(home.outsideLimits())).singleElement().satisfies(o -> {
            assertThat(o.assetName()).isEqualTo("Pump");
            assertThat(o.severity()).isEqualTo(Severity.CRITICAL);
        });
        assertThat(ready(home.work()).overdue())
                .as("by the site's own calendar")
                .isEqualTo(1);
        assertThat(ready(home.work()).byStatus())
                .containsAllEntriesOf(Map.of(WorkOrderStatus.COMPLETED, 1L, WorkOrderStatus.CANCELLED, 0L));
        assertThat(ready(home.work()).nextDue()).extracting(WorkOrder::title).containsExactly("Late", "Today");
        assertThat(ready(home.partsToReorder())).isEqualTo(1);
        assertThat(ready(home.recentActivity())).hasSize(2);
        assertThat(ready(home.unreadNotifications())).isZero();
    }

    @Test
    void hidesWhatTheRoleNeverSees() {
        assertThat(home(plant.session("Operator")).partsToReorder()).isInstanceOf(Tile.Hidden.class);
        FakeRelationalSession technician = plant.session("Technician");
        assertThat(ready(home(technician).recentActivity())).as("only the own").isEmpty();
    }

    @Test
    void aDeadDocumentStoreTakesOnlyItsOwnPartsAlong() {
        documents.stop();
        Overview home = home(manager);
        assertThat(home.recentActivity()).isInstanceOfSatisfying(Tile.Failed.class, f -> assertThat(f.failure())
                .isInstanceOf(Failure.Unavailable.class));
        assertThat(home.unreadNotifications()).isInstanceOf(Tile.Failed.class);
        assertThat(home.work()).isInstanceOf(Tile.Ready.class);
    }

    @Test
    void aDeadRelationalStoreLeavesTheOthers() {
        OverviewService service = service(new SessionAccessGate(manager), manager);
        service.load(5);
        plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        Overview home = service.load(5);
        assertThat(home.assetsByStatus()).isInstanceOf(Tile.Failed.class);
        assertThat(home.unreadNotifications()).isInstanceOf(Tile.Ready.class);
        assertThat(ready(home.recentActivity()))
                .as("without names")
                .extracting(ActivityLine::person)
                .containsOnly("");
    }

    @Test
    void anEndedSessionIsNoPartThatFailed() {
        SessionAccessGate gate = new SessionAccessGate(manager);
        gate.end();
        assertThatThrownBy(() -> service(gate, manager).load(5)).isInstanceOf(FailureException.class);
    }

    private Overview home(FakeRelationalSession session) {
        return service(new SessionAccessGate(session), session).load(5);
    }

    private OverviewService service(SessionAccessGate gate, FakeRelationalSession session) {
        RecordSight sight = new RecordSight(session);
        return new OverviewService(
                gate,
                session,
                new ActivityService(gate, session, sight, documents.activities()),
                new NotificationService(gate, sight, documents.notifications()),
                CLOCK);
    }

    private static <T> T ready(Tile<T> tile) {
        if (tile instanceof Tile.Ready<T>(T value)) {
            return value;
        }
        throw new AssertionError(tile.toString());
    }

    private void did(UUID user, String what) {
        documents
                .activities()
                .insert(new Activity(
                        UUID.randomUUID(), user, "ASSET_UPDATED", what, CLOCK.instant(), null, null, Map.of()));
    }
}
