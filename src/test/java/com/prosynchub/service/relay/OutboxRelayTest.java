package com.prosynchub.service.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.OutboxRepository;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakeOutboxRepository;
import com.prosynchub.model.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private final Events events = new Events();
    private final FakeOutboxRepository outbox = new FakeOutboxRepository();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final OutboxRelay relay = new OutboxRelay(outbox, documents);

    @Test
    void deliversAuditFeedAndNothingTwice() {
        add(500);
        assertThat(relay.runOnce()).isEqualTo(new OutboxRelay.Run(500, null));
        assertThat(relay.runOnce()).isEqualTo(new OutboxRelay.Run(0, null));
        assertThat(documents.auditLogs().all()).hasSize(500);
        assertThat(documents.activities().all()).hasSize(500);
    }

    @Test
    void whatWasWrittenWhileTheStoreWasDownArrivesInOrderAfterwards() {
        documents.stop();
        add(100);
        assertThat(relay.runOnce().problem()).contains("PSH-DOCUMENT-DOWN");
        assertThat(relay.backlog().waiting()).isEqualTo(100);
        assertThat(relay.backlog().oldest()).isPositive();
        documents.start();
        assertThat(relay.runOnce().delivered()).isEqualTo(100);
        assertThat(documents.auditLogs().arrivals()).hasSize(100).isSorted();
        assertThat(relay.backlog().waiting()).isZero();
    }

    @Test
    void aDeathBetweenWritingAndMarkingLosesAndDoublesNothing() {
        add(30);
        OutboxRelay dying = new OutboxRelay(new DyingOutbox(outbox, 10), documents);
        assertThatThrownBy(dying::runOnce).isInstanceOf(IllegalStateException.class);
        assertThat(documents.auditLogs().all()).hasSize(10);
        assertThat(relay.backlog().waiting()).isEqualTo(30);
        assertThat(relay.runOnce().delivered()).isEqualTo(30);
        assertThat(documents.auditLogs().arrivals()).hasSize(30).isSorted();
        assertThat(documents.activities().all()).hasSize(30);
    }

    @Test
    void twoRelaysAtOnceDeliverOnce() throws Exception {
        add(600);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            OutboxRelay other = new OutboxRelay(outbox, documents);
            Future<OutboxRelay.Run> one = pool.submit(relay::runOnce);
            Future<OutboxRelay.Run> two = pool.submit(other::runOnce);
            assertThat(one.get().delivered() + two.get().delivered()).isEqualTo(600);
        }
        assertThat(documents.auditLogs().arrivals()).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void aPoisonousEventIsParkedAfterFiveTriesAndTheOthersGoOn() {
        add(3);
        outbox.add(events.poison());
        add(3);
        for (int i = 0; i < 5; i++) {
            assertThat(relay.runOnce().problem()).contains("action");
        }
        assertThat(documents.auditLogs().arrivals()).containsExactly(1L, 2L, 3L);
        assertThat(relay.runOnce()).isEqualTo(new OutboxRelay.Run(3, null));
        assertThat(documents.auditLogs().arrivals()).containsExactly(1L, 2L, 3L, 5L, 6L, 7L);
        assertThat(relay.backlog().parked()).isEqualTo(1);
        assertThat(relay.backlog().waiting()).isZero();
    }

    @Test
    void runsByItselfAndComesBackAfterAnOutage() {
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor()) {
            documents.stop();
            add(5);
            relay.start(scheduler);
            documents.start();
            add(5);
            relay.wake();
            await(() -> documents.auditLogs().all().size() == 10);
            relay.close();
        }
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            outbox.add(events.asset(
                    new UUID(3, i % 7), "UPDATE", Map.of("name", "P-101"), Map.of("name", "P-102", "i", i)));
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Dies after an event was written and before anything is marked. */
    private record DyingOutbox(OutboxRepository real, int after) implements OutboxRepository {
        @Override
        public int relay(int limit, Function<AuditEntry, Delivery> deliver) {
            List<AuditEntry> written = new ArrayList<>();
            return real.relay(limit, event -> {
                Delivery delivery = deliver.apply(event);
                written.add(event);
                if (written.size() == after) {
                    throw new IllegalStateException("killed");
                }
                return delivery;
            });
        }

        @Override
        public Backlog backlog() {
            return real.backlog();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
