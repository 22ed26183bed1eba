package com.prosynchub.data.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What callers see while the document store is away. */
class MongoOutageIT {
    @Test
    void callsFailAsUnavailableWithinSecondsAndComeBackByThemselves() {
        try (TestDocuments server = new TestDocuments();
                DocumentStore store = MongoStore.open(server.config("prosynchub"))) {
            store.setUp();
            server.stop();
            long start = System.nanoTime();
            FailureException thrown = catchThrowableOfType(
                    FailureException.class, () -> store.auditLogs().latest(PageRequest.first(1)));
            assertThat(thrown.failure()).isInstanceOf(Failure.Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(store.status().reachable()).isFalse();
            assertThat(store.status().problems()).singleElement().asString().startsWith("The document store does not");
            server.startAgain();
            assertThat(store.auditLogs().latest(PageRequest.first(1)).items()).isEmpty();
            assertThat(store.status().reachable()).isTrue();
        }
    }

    @Test
    void theSameLedgerNumberUnderAnotherEventDoesNotPassForDelivered() {
        try (DocumentStore store = TestDocuments.open()) {
            store.auditLogs().insert(entry(7));
            FailureException thrown = catchThrowableOfType(
                    FailureException.class, () -> store.auditLogs().insert(entry(7)));
            assertThat(thrown.failure()).isEqualTo(Failure.Invalid.of("outboxSeq", "duplicate"));
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> MongoStore.open(new MongoStore.Config("http://x", null, "d")));
        assertThat(thrown.failure()).isEqualTo(Failure.Invalid.of("mongodb.uri", "pattern"));
    }

    private static AuditEntry entry(long seq) {
        return new AuditEntry(
                UUID.randomUUID(), seq, null, "CREATE", "ASSET", null, Map.of(), Map.of(), null, null, Instant.now());
    }
}
