package com.prosynchub.service.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay between the real ledger and the real document server, with faults. */
class OutboxRelayIT {
    private static TestDocuments server;
    private static TestSite site;

    private DocumentStore documents;
    private OutboxRepository outbox;
    private OutboxRelay relay;

    @BeforeAll
    static void start() {
        server = new TestDocuments();
        site = TestSite.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        site.execute("update audit.outbox set relayed_at = now() where relayed_at is null");
        documents = MongoStore.open(server.config(TestDocuments.newDatabaseName()));
        documents.setUp();
        outbox = site.outbox();
        relay = new OutboxRelay(outbox, documents);
    }

    @AfterEach
    void close() {
        documents.close();
        outbox.close();
    }

    @Test
    void hundredChangesMadeWhileTheStoreIsDownArriveOnceAndInOrder() {
        server.stop();
        change(100);
        OutboxRelay.Run down = relay.runOnce();
        assertThat(down.delivered()).isZero();
        assertThat(down.problem()).contains("PSH-DOCUMENT-DOWN");
        assertThat(relay.backlog().waiting()).isGreaterThanOrEqualTo(100);
        assertThat(relay.backlog().oldest()).isPositive();
        server.startAgain();
        assertThat(relay.runOnce().problem()).isNull();
        assertComplete();
    }

    @Test
    void aRelayKilledBetweenWritingAndMarkingIsTakenUpByTheNext() {
        change(30);
        for (int round = 0; round < 3; round++) {
            OutboxRelay dying = new OutboxRelay(new Dying(outbox, 5 + round), documents);
            try {
                dying.runOnce();
            } catch (RuntimeException killed) {
                assertThat(killed).hasMessageContaining("killed");
            }
        }
        assertThat(relay.runOnce().problem()).isNull();
        assertComplete();
    }

    @Test
    void twoRelaysAtOnceDeliverOnceAndInOrder() throws Exception {
        change(60);
        try (OutboxRepository second = site.outbox();
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            OutboxRelay other = new OutboxRelay(second, documents);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                runs.add(pool.submit(relay::runOnce));
                runs.add(pool.submit(other::runOnce));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertThat(relay.runOnce().problem()).isNull();
        assertComplete();
    }

    @Test
    void aPoisonousEventIsParkedWithItsReasonAndTheOthersGoOn() {
        change(1);
        site.execute("insert into audit.outbox (action, entity_type) values ('NONSENSE', 'ASSET')");
        change(2);
        for (int i = 0; i < 5; i++) {
            assertThat(relay.runOnce().problem()).contains("NONSENSE");
        }
        assertThat(relay.runOnce().problem()).isNull();
        assertThat(relay.backlog().parked()).isEqualTo(1);
        assertThat(relay.backlog().waiting()).isZero();
        assertThat(site.single("select parked_reason from audit.outbox where parked_reason is not null"))
                .contains("NONSENSE");
        site.execute("update audit.outbox set action = 'CREATE', parked_reason = null where parked_reason is not null");
        assertThat(relay.runOnce()).isEqualTo(new OutboxRelay.Run(1, null));
        assertComplete();
    }

    @Test
    void theFeedSaysWhoDidWhat() {
        change(1);
        relay.runOnce();
        List<Activity> feed = everything(page -> documents.activities().search(ActivityFilter.all(), page));
        assertThat(feed)
                .extracting(Activity::type)
                .contains("LOGIN", "ASSET_TYPE_CREATED", "ASSET_TYPE_UPDATED", "LOGOUT");
        assertThat(feed)
                .extracting(Activity::description)
                .anyMatch(text -> text.startsWith("Changed asset type “Type "));
    }

    /** One person creates a type and saves it so many times. */
    private static void change(int times) {
        try (RelationalSession session = site.session("Manager")) {
            AssetType type = session.assetTypes().insert(new AssetType(0, "Type " + UUID.randomUUID(), null, null, 0));
            for (int i = 0; i < times; i++) {
                SaveResult<AssetType> saved = session.assetTypes()
                        .update(new AssetType(type.id(), type.name(), "change " + i, null, type.revision()));
                type = ((SaveResult.Saved<AssetType>) saved).value();
            }
        }
    }

    /** Every event of the ledger since the test began is in the audit log once, with unbroken states. */
    private void assertComplete() {
        List<AuditEntry> entries = everything(documents.auditLogs()::latest).stream()
                .sorted(Comparator.comparingLong(AuditEntry::outboxSeq))
                .toList();
        Set<Long> numbers = new HashSet<>();
        entries.forEach(e -> assertThat(numbers.add(e.outboxSeq())).isTrue());
        long first = entries.getFirst().outboxSeq();
        assertThat(site.single("select count(*) from audit.outbox where seq >= " + first))
                .isEqualTo(String.valueOf(entries.size()));
        assertThat(site.single("select count(*) from audit.outbox where relayed_at is null"))
                .isEqualTo("0");
        assertThat(documents.counts().get("auditLogs")).isEqualTo(entries.size());
        assertOrder(entries);
    }

    private static void assertOrder(List<AuditEntry> entries) {
        List<AuditEntry> updates = entries.stream()
                .filter(e -> e.entityType().equals("ASSET_TYPE") && e.action().equals("UPDATE"))
                .toList();
        for (AuditEntry update : updates) {
            Object before = update.previousState().get("row_version");
            Object after = update.newState().get("row_version");
            assertThat(((Number) after).longValue()).isEqualTo(((Number) before).longValue() + 1);
        }
    }

    private static <T> List<T> everything(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(50));
        all.addAll(page.items());
        while (!page.last()) {
            page = list.apply(PageRequest.first(50).next(page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    /** Dies after so many events were written and before anything is marked. */
    private static final class Dying implements OutboxRepository {
        private final OutboxRepository real;
        private int left;

        Dying(OutboxRepository real, int left) {
            this.real = real;
            this.left = left;
        }

        @Override
        public int relay(int limit, Function<AuditEntry, Delivery> deliver) {
            return real.relay(limit, event -> {
                Delivery delivery = deliver.apply(event);
                if (--left == 0) {
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
        public void close() {}
    }
}
