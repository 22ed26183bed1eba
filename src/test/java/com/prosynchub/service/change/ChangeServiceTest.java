package com.prosynchub.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeChangeFeed;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.change.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeServiceTest {
    private final FakeChangeFeed feed = new FakeChangeFeed();
    private final ChangeService service = new ChangeService(feed);

    @Test
    void hearsOfItsTablesUntilClosed() {
        List<Change> heard = new ArrayList<>();
        try (Watch watch = service.subscribe(Set.of(ChangeService.ASSETS), heard::add)) {
            assertThat(watch).isNotNull();
            feed.publish(new Change("assets", Kind.UPDATED, Set.of("a")));
            feed.publish(new Change("parts", Kind.UPDATED, Set.of("b")));
        }
        feed.publish(new Change("assets", Kind.UPDATED, Set.of("c")));
        assertThat(heard).extracting(Change::ids).containsExactly(Set.of("a"));
        assertThat(feed.subscriptions()).isZero();
    }

    @Test
    void aMetricIsHeardByItsKeyByAnyRowAndAfterALostConnection() {
        UUID mine = UUID.randomUUID();
        List<String> heard = new ArrayList<>();
        Watch watch = service.metrics(List.of(mine), () -> heard.add("now"));
        feed.publish(new Change(
                "asset_metrics", Kind.UPDATED, Set.of(UUID.randomUUID().toString())));
        assertThat(heard).isEmpty();
        feed.publish(new Change("asset_metrics", Kind.UPDATED, Set.of(mine.toString(), "other")));
        feed.publish(new Change("asset_metrics", Kind.UPDATED, Set.of()));
        feed.disconnect();
        assertThat(service.connected()).isFalse();
        feed.reconnect();
        assertThat(heard).hasSize(3);
        watch.close();
        watch.close();
        assertThat(feed.subscriptions()).isZero();
    }
}
