package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RollupHolds;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollupWorkerTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private long nanos;
    private final RollupWorker worker = new RollupWorker(RollupWork.on(documents), () -> nanos);

    @Test
    void aMarkIsLeftAloneWhileAWriterMayRelyOnIt() {
        store(START, 10, 60);
        worker.work();
        nanos += RollupHolds.REST.toNanos() - 1;
        worker.work();
        assertThat(documents.metricRollups().marks(PUMP)).hasSize(1);
        assertThat(documents.metricRollups().all()).isEmpty();
        nanos++;
        worker.work();
        assertThat(documents.metricRollups().marks(PUMP)).isEmpty();
        assertThat(sums(RollupLevel.QUARTER)).singleElement().satisfies(b -> {
            assertThat(b.count()).isEqualTo(10);
            assertThat(b.min()).isEqualTo(0);
            assertThat(b.max()).isEqualTo(9);
            assertThat(b.maxAt()).isEqualTo(START.plusSeconds(540).toEpochMilli());
        });
        assertThat(sums(RollupLevel.DAYS_32)).extracting(MetricBucket::count).containsExactly(10L);
    }

    @Test
    void whatStillFillsWaitsUntilItIsOver() {
        documents
                .metricRollups()
                .mark(List.of(
                        new RollupMark(null, PUMP, START, START.plusSeconds(900), RollupMark.Reason.SAMPLES, START)));
        rest();
        assertThat(documents.metricRollups().marks(PUMP)).hasSize(1);
        nanos += Duration.ofSeconds(900).toNanos() - RollupHolds.REST.toNanos();
        worker.work();
        assertThat(documents.metricRollups().marks(PUMP)).isEmpty();
    }

    @Test
    void fineSumsAreKeptOnlyWhereManySamplesAre() {
        store(START, 900, 1);
        store(START.plusSeconds(900), 15, 60);
        store(START.plusSeconds(1800), 4500, 0.2);
        rest();
        assertThat(sums(RollupLevel.QUARTER)).hasSize(3);
        assertThat(sums(RollupLevel.MINUTE)).hasSize(15 + 15);
        assertThat(sums(RollupLevel.SECONDS_4)).hasSize(225);
    }

    @Test
    void lateSamplesGoIntoAllLevels() {
        store(START, 2000, 600);
        rest();
        documents.metricHistory().insert(List.of(sample(START.plusSeconds(601), -50)));
        rest();
        for (RollupLevel level : List.of(RollupLevel.QUARTER, RollupLevel.HOURS_4, RollupLevel.DAYS_2)) {
            assertThat(sums(level)).anyMatch(b -> b.min() == -50);
            assertThat(sums(level).stream().mapToLong(MetricBucket::count).sum())
                    .isEqualTo(2001);
        }
    }

    @Test
    void historyFromBeforeTheSumsIsSummedUpAtOnce() {
        store(START, 5000, 3600);
        documents.metricRollups().unmark(documents.metricRollups().marks(PUMP));
        documents
                .metricRollups()
                .mark(List.of(new RollupMark(
                        null,
                        RollupMark.EVERY_ASSET,
                        START.minusSeconds(900),
                        START.plus(Duration.ofDays(999)),
                        RollupMark.Reason.HISTORY,
                        START)));
        assertThat(documents.metricRollups().marks(PUMP)).hasSize(1);
        worker.work();
        assertThat(documents.metricRollups().marks(PUMP)).isEmpty();
        assertThat(sums(RollupLevel.DAYS_2).stream()
                        .mapToLong(MetricBucket::count)
                        .sum())
                .isEqualTo(5000);
    }

    private void rest() {
        worker.work();
        nanos += RollupHolds.REST.toNanos();
        documents.pass(RollupHolds.REST);
        worker.work();
    }

    private List<MetricBucket> sums(RollupLevel level) {
        return documents
                .metricRollups()
                .blocks(PUMP, level, START.minusSeconds(900), START.plus(Duration.ofDays(300)))
                .stream()
                .flatMap(block -> block.buckets().stream())
                .toList();
    }

    private void store(Instant from, int count, double seconds) {
        List<MetricSample> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(sample(from.plusMillis(Math.round(i * seconds * 1000)), i));
        }
        documents.metricHistory().insert(batch);
    }

    private static MetricSample sample(Instant at, double flow) {
        return new MetricSample(PUMP, at, Map.of("flow", flow));
    }
}
