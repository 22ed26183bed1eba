package com.prosynchub.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreHealthServiceTest {
    private final FakeRelationalGate relational = new FakeRelationalGate(new FakePlant());
    private final FakeDocumentStore documents = new FakeDocumentStore();

    @Test
    void tellsBothStoresAndNeverThrows() {
        assertThat(health(null).check().allReachable()).isTrue();
        documents.stop();
        relational.reachable(false);
        HealthSnapshot both = health(null).check();
        assertThat(both.allReachable()).isFalse();
        assertThat(both.relational().problems()).isNotEmpty();
        assertThat(both.document().problems()).isNotEmpty();
        assertThat(both.backlog()).isNull();
    }

    @Test
    void tellsTheBacklogWhereItMayBeSeen() {
        RelayBacklog backlog =
                health(new Waiting(Duration.ofMinutes(20))).check().backlog();
        assertThat(backlog).isEqualTo(new RelayBacklog(7, 1, Duration.ofMinutes(20)));
        assertThat(new RelayBacklog(7, 1, Duration.ofMinutes(20)).late()).isTrue();
        assertThat(new RelayBacklog(7, 1, Duration.ofMinutes(2)).late()).isFalse();
        assertThat(new RelayBacklog(0, 0, null).late()).isFalse();
        assertThat(health(new Waiting(null)).check().backlog())
                .as("the outbox is down")
                .isNull();
    }

    @Test
    void tellsWhenTheDiskRunsShort() {
        assertThat(withDisk(OptionalDouble.of(0.099)).diskShort()).isTrue();
        assertThat(withDisk(OptionalDouble.of(0.1)).diskShort()).isFalse();
        assertThat(withDisk(OptionalDouble.empty()).diskShort()).isFalse();
    }

    @Test
    void aFolderKnowsTheRoomOfItsDisk(@TempDir Path folder) {
        assertThat(DiskRoom.of(folder).free().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(DiskRoom.of(folder.resolve("none")).free()).isEmpty();
    }

    private HealthSnapshot withDisk(OptionalDouble free) {
        return new StoreHealthService(relational, documents, null, () -> free, Clock.systemUTC()).check();
    }

    private StoreHealthService health(@Nullable OutboxRepository outbox) {
        return new StoreHealthService(
                relational, documents, outbox, DiskRoom.ELSEWHERE, Clock.fixed(FakePlant.NOW, ZoneOffset.UTC));
    }

    private record Waiting(@Nullable Duration oldest) implements OutboxRepository {
        @Override
        public int relay(int limit, Function<AuditEntry, Delivery> deliver) {
            return 0;
        }

        @Override
        public Backlog backlog() {
            if (oldest == null) {
                throw new FailureException(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
            }
            return new Backlog(7, 1, oldest);
        }

        @Override
        public void close() {}
    }
}
