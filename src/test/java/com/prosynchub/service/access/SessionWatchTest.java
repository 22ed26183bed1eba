package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.ManualScheduler;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Denied;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionWatchTest {
    private final FakeRelationalSession session = FakeRelationalSession.of("Operator");
    private final SessionAccessGate gate = new SessionAccessGate(session);
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<SignedInUser> changed = new ArrayList<>();
    private final List<Denied> ended = new ArrayList<>();
    private final SessionWatch watch = new SessionWatch(session, gate, scheduler, changed::add, ended::add);

    @Test
    void saysOnceThatTheSessionEndedAndShutsTheGate() {
        watch.start(Duration.ofSeconds(10));
        scheduler.run();
        assertThat(ended).isEmpty();
        session.end();
        scheduler.run();
        scheduler.run();
        assertThat(ended).hasSize(1);
        assertThat(gate.may(Resource.ASSET, Action.READ)).isFalse();
    }

    @Test
    void asksAtOnceWhenPeopleOrRolesChanged() {
        watch.start(Duration.ofSeconds(10));
        session.end();
        session.changes().publish(new Change("assets", Change.Kind.UPDATED, Set.of()));
        scheduler.runHandedOver();
        assertThat(ended).isEmpty();
        session.changes().publish(new Change("users", Change.Kind.UPDATED, Set.of()));
        scheduler.runHandedOver();
        assertThat(ended).hasSize(1);
    }

    @Test
    void saysOnceThatTheRightsChangedAndTheGateFollows() {
        watch.start(Duration.ofSeconds(10));
        scheduler.run();
        assertThat(changed).isEmpty();
        Permission acknowledge = Permission.of(Resource.ALARM, Action.ACKNOWLEDGE);
        assertThat(gate.may(acknowledge)).isTrue();
        session.plant().role("Operator", Set.of(Permission.of(Resource.ASSET, Action.READ)));
        assertThat(gate.may(acknowledge)).as("as long as nobody asked").isTrue();
        session.changes().publish(new Change("role_permissions", Change.Kind.DELETED, Set.of()));
        scheduler.runHandedOver();
        assertThat(gate.may(acknowledge)).isFalse();
        assertThat(gate.may(Resource.ASSET, Action.READ)).isTrue();
        scheduler.run();
        assertThat(changed).hasSize(1);
        assertThat(ended).isEmpty();
    }

    @Test
    void aStoreThatIsAwayEndsNothing() {
        watch.start(Duration.ofSeconds(10));
        session.plant().failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        scheduler.run();
        assertThat(ended).isEmpty();
        session.end();
        scheduler.run();
        assertThat(ended).hasSize(1);
    }

    @Test
    void closedItUnhooksAndKeepsQuiet() {
        watch.start(Duration.ofSeconds(10));
        watch.close();
        watch.close();
        session.end();
        scheduler.run();
        assertThat(ended).isEmpty();
        assertThat(scheduler.running()).isZero();
        assertThat(session.changes().subscriptions()).isZero();
    }
}
