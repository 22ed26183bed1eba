package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RollupHolds;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old samples were removed; their sums are what is left. */
class RollupRetentionTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 40;
    private static final Instant KEPT = START.plus(Duration.ofDays(30)).plusSeconds(400);
    private static final Instant END = START.plus(Duration.ofDays(DAYS));

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRelationalSession session = FakeRelationalSession.of("Administrator");
    private final SessionAccessGate gate = new SessionAccessGate(session);
    private final RollupReader reader = RollupReader.of(documents);

    @BeforeEach
    void removeOldSamples() {
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < DAYS * 24 * 12; i++) {
            samples.add(new MetricSample(PUMP, START.plusSeconds(300L * i), Map.of("flow", i == 999 ? 900.0 : i % 50)));
        }
        documents.metricHistory().insert(samples);
        rebuild();
        documents.metricHistory().remove(PUMP, KEPT);
    }

    @Test
    void longWindowsShowThemAsBefore() {
        assertThat(count(reader.buckets(PUMP, "flow", START, END, 300))).isEqualTo(DAYS * 24 * 12);
        assertThat(reader.buckets(PUMP, "flow", START, END, 300)).anyMatch(b -> b.max() == 900);
    }

    @Test
    void shortWindowsShowTheSumsInPlaceOfSamples() {
        Instant spike = START.plusSeconds(300L * 999);
        for (int most : new int[] {200, 5_000, 100_000}) {
            assertThat(reader.buckets(PUMP, "flow", spike.minusSeconds(7_200), spike.plusSeconds(7_200), most))
                    .as("at most %d", most)
                    .anyMatch(b -> b.max() == 900 && b.maxAt() == spike.toEpochMilli());
        }
        Instant from = KEPT.minus(Duration.ofHours(6));
        assertThat(count(reader.buckets(PUMP, "flow", from, from.plus(Duration.ofHours(12)), 400)))
                .as("where they end, a slot may lack its first samples")
                .isBetween(140L, 144L);
    }

    @Test
    void theChartDrawsThemReduced() {
        TrendData data = new TrendService(gate, new RecordSight(session), documents)
                .load(PUMP, List.of("flow"), START, START.plus(Duration.ofDays(1)), 1_000);
        assertThat(data.samples()).isEqualTo(288);
        assertThat(data.points()).isGreaterThan(90);
        assertThat(data.reduced()).isTrue();
    }

    @Test
    void summingUpAnewAndLateSamplesLeaveThemAlone() {
        rebuild();
        documents.pass(RollupHolds.REST);
        documents.metricHistory().insert(List.of(new MetricSample(PUMP, START.plusSeconds(1), Map.of("flow", 1.0))));
        rebuild();
        assertThat(count(reader.buckets(PUMP, "flow", START, END, 300))).isEqualTo(DAYS * 24 * 12);
    }

    private void rebuild() {
        new RollupService(gate, documents, Clock.fixed(END, ZoneOffset.UTC)).rebuild(List.of(PUMP), (_, _) -> true);
        documents.metricRollups().unmark(documents.metricRollups().marks(PUMP));
    }

    private static long count(List<MetricBucket> buckets) {
        return buckets.stream().mapToLong(MetricBucket::count).sum();
    }
}
