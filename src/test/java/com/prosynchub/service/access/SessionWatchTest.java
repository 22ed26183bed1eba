package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.ManualScheduler;
import com.prosynchub.fixture.fake.FakeRelationalSession;
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
    private final List<Denied> ended = new ArrayList<>();
    private final SessionWatch watch = new SessionWatch(session, gate, scheduler, ended::add);

    @Test
    void saysOnceThatTheSessionEndedAndShutsTheGate() {
        watch.start(Duration.ofSeconds(10));
        scheduler.run();
        assertThat(ended).isEmpty();
        session.end();
        scheduler.run();
        scheduler.run();
        assertThat(ended).hasSize(1);
        assertThat(gate.may(com.prosynchub.model.access.Resource.ASSET, com.prosynchub.model.access.Action.READ))
                .isFalse();
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
