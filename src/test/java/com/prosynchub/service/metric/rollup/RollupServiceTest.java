package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import com.prosynchub.service.access.SessionAccessGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollupServiceTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final UUID FAN = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final RollupService service = new RollupService(
            new SessionAccessGate(FakeRelationalSession.of("Administrator")),
            documents,
            Clock.fixed(START.plus(Duration.ofDays(900)), ZoneOffset.UTC));

    @Test
    void everyAssetIsSummedUpAndProgressIsTold() {
        store(PUMP, 100);
        store(FAN, 50);
        List<String> told = new ArrayList<>();
        int done = service.rebuild(List.of(), (n, all) -> told.add(n + "/" + all));
        assertThat(done).isEqualTo(told.size() - 1);
        assertThat(told).first().isEqualTo("0/" + done);
        assertThat(told).last().isEqualTo(done + "/" + done);
        assertThat(count(PUMP)).isEqualTo(100);
        assertThat(count(FAN)).isEqualTo(50);
        assertThat(documents.metricRollups().marks(PUMP))
                .as("what writers rely on stays")
                .extracting(RollupMark::reason)
                .containsOnly(RollupMark.Reason.SAMPLES);
    }

    @Test
    void whatWasInterruptedIsFinishedByTheNextRun() {
        store(PUMP, 100);
        int all = service.rebuild(List.of(PUMP), (_, _) -> true);
        assertThat(all).isGreaterThan(3);
        assertThat(service.rebuild(List.of(PUMP), (done, _) -> done < 2)).isEqualTo(2);
        assertThat(service.rebuild(List.of(), (_, _) -> true)).isEqualTo(all - 2);
    }

    @Test
    void aWrongSumIsPutRight() {
        store(PUMP, 100);
        service.rebuild(List.of(PUMP), (_, _) -> true);
        RollupBlock block = documents
                .metricRollups()
                .blocks(PUMP, RollupLevel.QUARTER, START, START.plusMillis(1))
                .getFirst();
        documents.metricRollups().put(List.of(block.with(0, Long.MAX_VALUE, List.of())));
        assertThat(count(PUMP)).isLessThan(100);
        service.rebuild(List.of(PUMP), (_, _) -> true);
        assertThat(count(PUMP)).isEqualTo(100);
    }

    @Test
    void historyFromBeforeTheSumsIsExpandedToItsAssets() {
        store(PUMP, 100);
        documents
                .metricRollups()
                .mark(List.of(new RollupMark(
                        null,
                        RollupMark.EVERY_ASSET,
                        START,
                        START.plus(Duration.ofDays(9_000)),
                        RollupMark.Reason.HISTORY,
                        START)));
        assertThat(service.rebuild(List.of(), (_, _) -> true)).isGreaterThan(3);
        assertThat(count(PUMP)).isEqualTo(100);
    }

    private long count(UUID asset) {
        return documents
                .metricRollups()
                .blocks(asset, RollupLevel.QUARTER, START, START.plus(Duration.ofDays(900)))
                .stream()
                .flatMap(b -> b.buckets().stream())
                .mapToLong(MetricBucket::count)
                .sum();
    }

    private void store(UUID asset, int days) {
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            samples.add(new MetricSample(asset, START.plus(Duration.ofDays(i)), Map.of("flow", (double) i)));
        }
        documents.metricHistory().insert(samples);
    }
}
