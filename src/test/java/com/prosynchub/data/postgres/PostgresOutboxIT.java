package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.OutboxRepository.Delivery;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox through the relay's own login. */
class PostgresOutboxIT {
    private static final TestSite SITE = TestSite.fresh();
    private static final Delivery DELIVERED = new Delivery.Delivered();

    private final OutboxRepository outbox = SITE.outbox();
    private RelationalSession manager;

    @BeforeEach
    void empty() {
        manager = SITE.session("Manager");
        drain();
    }

    @AfterEach
    void close() {
        manager.close();
        outbox.close();
    }

    @Test
    void eventsComeInOrderWithBothStates() {
        AssetType type = manager.assetTypes().insert(Samples.type("Pump"));
        manager.assetTypes().update(new AssetType(type.id(), "Motor", null, null, 0));
        assertThat(outbox.backlog().waiting()).isEqualTo(2);
        assertThat(outbox.backlog().oldest()).isNotNull().isPositive();

        List<AuditEntry> events = new ArrayList<>();
        int marked = outbox.relay(10, e -> {
            events.add(e);
            return DELIVERED;
        });

        assertThat(marked).isEqualTo(2);
        assertThat(events).extracting(AuditEntry::action).containsExactly("CREATE", "UPDATE");
        assertThat(events).extracting(AuditEntry::outboxSeq).isSorted();
        AuditEntry update = events.getLast();
        assertThat(update.entityType()).isEqualTo("ASSET_TYPE");
        assertThat(update.userId()).isEqualTo(manager.user().userId());
        assertThat(update.previousState()).containsEntry("name", "Pump").containsEntry("row_version", 0L);
        assertThat(update.newState()).containsEntry("name", "Motor").containsEntry("row_version", 1L);
        assertThat(update.userAgent()).isEqualTo("tests");
        assertThat(outbox.backlog()).isEqualTo(new OutboxRepository.Backlog(0, 0, null));
    }

    @Test
    void deliverySealsWhatWasCommittedAndABrokenChainHoldsNothingUp() {
        manager.assetTypes().insert(Samples.type("Sealed"));
        drain();
        assertThat(SITE.single("select count(*) from audit.outbox where seal_no is null"))
                .isEqualTo("0");
        SITE.execute("alter table audit.chain_head rename to lost");
        try {
            manager.assetTypes().insert(Samples.type("Unsealed"));
            assertThat(drain()).hasSize(1);
        } finally {
            SITE.execute("alter table audit.lost rename to chain_head");
        }
        drain();
        assertThat(SITE.single("select count(*) from audit.outbox where seal_no is null"))
                .isEqualTo("0");
    }

    @Test
    void aChainWithoutItsEndHoldsDeliveryUpForAMinuteAtMost() {
        SITE.execute("create table public.kept_head as select * from audit.chain_head; delete from audit.chain_head");
        try {
            manager.assetTypes().insert(Samples.type("Endless"));
            assertThat(drain()).isEmpty();
            SITE.execute("update audit.outbox set at = at - interval '1 minute' where relayed_at is null");
            assertThat(drain()).hasSize(1);
        } finally {
            SITE.execute("insert into audit.chain_head select * from public.kept_head; drop table public.kept_head");
        }
        drain();
    }

    @Test
    void deliveryIsAnnouncedToTheClients() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        try (ChangeFeed.Subscription listening =
                manager.changes().subscribe(Set.of("notifications"), change -> heard.countDown())) {
            manager.assetTypes().insert(Samples.type("Announced"));
            drain();
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRetryKeepsTheRestWaiting() {
        manager.assetTypes().insert(Samples.type("First"));
        manager.assetTypes().insert(Samples.type("Second"));
        int[] calls = new int[1];

        int marked = outbox.relay(10, e -> calls[0]++ == 0 ? DELIVERED : new Delivery.Retry("away"));

        assertThat(marked).isEqualTo(1);
        assertThat(outbox.backlog().waiting()).isEqualTo(1);
        drain();
    }

    @Test
    void aThrowMarksNothing() {
        manager.assetTypes().insert(Samples.type("Thrown"));

        assertThatThrownBy(() -> outbox.relay(10, e -> {
                    throw new IllegalStateException("the relay died");
                }))
                .hasMessage("the relay died");

        assertThat(outbox.backlog().waiting()).isEqualTo(1);
        drain();
    }

    @Test
    void aPoisonEventIsParkedAfterFiveTries() {
        manager.assetTypes().insert(Samples.type("Poison"));
        manager.assetTypes().insert(Samples.type("Later"));
        for (int i = 0; i < 5; i++) {
            assertThat(outbox.relay(
                            10,
                            e -> Map.copyOf(e.newState()).get("name").equals("Poison")
                                    ? new Delivery.Refused("malformed")
                                    : DELIVERED))
                    .isZero();
        }

        assertThat(outbox.backlog().parked()).isEqualTo(1);
        assertThat(drain()).extracting(e -> e.newState().get("name")).containsExactly("Later");
        SITE.execute("update audit.outbox set relayed_at = now() where relayed_at is null");
    }

    @Test
    void aSecondRelayDoesNotOvertakeTheFirst() {
        manager.assetTypes().insert(Samples.type("Only"));
        try (OutboxRepository second = SITE.outbox()) {
            int marked = outbox.relay(10, e -> {
                assertThat(second.relay(10, x -> DELIVERED)).isZero();
                return DELIVERED;
            });
            assertThat(marked).isEqualTo(1);
            assertThat(second.relay(10, x -> DELIVERED)).isZero();
        }
    }

    private List<AuditEntry> drain() {
        List<AuditEntry> events = new ArrayList<>();
        while (outbox.relay(500, e -> {
                    events.add(e);
                    return DELIVERED;
                })
                > 0) {
            // until nothing is left
        }
        return events;
    }
}
