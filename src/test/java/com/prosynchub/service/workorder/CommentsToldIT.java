package com.prosynchub.service.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.session.SessionServices;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A comment is told to others, stands in the ledger once, and is said by nobody who may not. */
class CommentsToldIT {
    private final TestSite site = TestSite.shared();
    private final FakeDocumentStore documents = new FakeDocumentStore();

    @Test
    void othersHearOfItAndTheLedgerHasItOnce() throws Exception {
        try (RelationalSession planner = site.session("Manager");
                RelationalSession operator = site.session("Operator")) {
            SessionServices manager = services(planner);
            UUID order = order(manager, null);
            CompletableFuture<Change> heard = new CompletableFuture<>();
            try (Watch watch =
                    services(operator).changes().subscribe(Set.of(ChangeService.COMMENTS), heard::complete)) {
                manager.comments().say(order, "It hums.");
                assertThat(heard.get(5, TimeUnit.SECONDS))
                        .isEqualTo(new Change(ChangeService.COMMENTS, Change.Kind.INSERTED, Set.of(order.toString())));
            }
            assertThat(services(operator)
                            .comments()
                            .of(order, PageRequest.first(5))
                            .items())
                    .hasSize(1);
            assertThat(entries(order)).isEqualTo("1");
            assertThat(site.single("select user_id || ' ' || (new_state ->> 'title') || ' '"
                            + " || (new_state::text like '%hums%')"
                            + " from audit.outbox where action = 'COMMENT_ADDED' and entity_id = '" + order + "'"))
                    .isEqualTo(planner.user().userId() + " Order false");
        }
    }

    @Test
    void aStoreThatIsAwayLeavesNeitherCommentNorEntry() {
        try (RelationalSession planner = site.session("Manager")) {
            SessionServices manager = services(planner);
            UUID order = order(manager, null);
            documents.stop();
            assertThatThrownBy(() -> manager.comments().say(order, "It hums.")).isInstanceOf(FailureException.class);
            documents.start();
            assertThat(manager.comments().of(order, PageRequest.first(5)).items())
                    .isEmpty();
            assertThat(entries(order)).isEqualTo("0");
        }
    }

    @Test
    void aCommentWhoseFateWasUnknownIsNotSaidTwice() {
        try (RelationalSession planner = site.session("Manager")) {
            SessionServices manager = services(planner);
            UUID order = order(manager, null);
            documents.comments().loseAnswer();
            assertThatThrownBy(() -> manager.comments().say(order, "It hums.")).isInstanceOf(FailureException.class);
            assertThat(entries(order)).as("its transaction is gone").isEqualTo("0");
            manager.comments().say(order, "It hums.");
            assertThat(manager.comments().of(order, PageRequest.first(5)).items())
                    .hasSize(1);
            assertThat(entries(order)).isEqualTo("1");
            manager.comments().say(order, "It hums.");
            assertThat(manager.comments().of(order, PageRequest.first(5)).items())
                    .as("said again on purpose")
                    .hasSize(2);
        }
    }

    @Test
    void nobodyTellsOfAnOrderThatIsNotTheirs() {
        try (RelationalSession planner = site.session("Manager");
                RelationalSession technician = site.session("Technician");
                RelationalSession viewer = site.session("Viewer")) {
            UUID others = order(services(planner), null);
            UUID own = order(services(planner), technician.user().userId());
            technician.workOrders().commented(own);
            assertThat(refusal(technician, others)).isInstanceOf(Failure.Stale.class);
            assertThat(refusal(planner, UUID.randomUUID())).isInstanceOf(Failure.Stale.class);
            assertThat(refusal(viewer, own)).isInstanceOf(Failure.Denied.class);
            assertThat(entries(own)).isEqualTo("1");
            assertThat(entries(others)).isEqualTo("0");
        }
    }

    private static Failure refusal(RelationalSession session, UUID order) {
        FailureException refused = catchThrowableOfType(
                FailureException.class, () -> session.workOrders().commented(order));
        return Objects.requireNonNull(refused).failure();
    }

    private SessionServices services(RelationalSession session) {
        return SessionServices.open(session, documents, Clock.systemUTC());
    }

    private static UUID order(SessionServices manager, @Nullable UUID assignee) {
        int type = manager.assetTypes()
                .create(Records.type("Type " + UUID.randomUUID()))
                .id();
        UUID asset = manager.assets().create(Records.asset("Pump", type, null)).id();
        WorkOrder made = manager.workOrders().create(Records.workOrder("Order", asset, WorkOrderStatus.OPEN, null));
        if (assignee != null) {
            manager.workOrders().assign(made, assignee);
        }
        return made.id();
    }

    private String entries(UUID order) {
        return site.single(
                "select count(*) from audit.outbox where action = 'COMMENT_ADDED' and entity_id = '" + order + "'");
    }
}
