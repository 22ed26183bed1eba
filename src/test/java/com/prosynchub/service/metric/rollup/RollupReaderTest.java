package com.prosynchub.service.metric.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.MetricSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollupReaderTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:07Z");

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final RollupReader reader = RollupReader.of(documents);

    @Test
    void everyValueIsInOneBucketAndNoSpikeIsLost() {
        store(10_000, 30);
        insert(START.plusSeconds(100_001), 999);
        Instant end = START.plusSeconds(300_000);
        List<MetricBucket> buckets = reader.buckets(PUMP, "flow", START, end, 700);
        assertThat(buckets).hasSizeBetween(300, 700);
        assertThat(buckets.stream().mapToLong(MetricBucket::count).sum()).isEqualTo(10_001);
        assertThat(buckets).filteredOn(b -> b.max() == 999).singleElement().satisfies(b -> {
            assertThat(b.maxAt()).isEqualTo(START.plusSeconds(100_001).toEpochMilli());
            assertThat(b.start()).isLessThanOrEqualTo(b.maxAt());
            assertThat(b.end()).isGreaterThan(b.maxAt());
        });
    }

    @Test
    void onlyTheWindowCountsAndHolesAreLeftOut() {
        store(100, 60);
        Instant from = START.plusSeconds(120);
        List<MetricBucket> two = reader.buckets(PUMP, "flow", from, from.plusSeconds(120), 2);
        assertThat(two).hasSizeBetween(1, 2);
        assertThat(two.stream().mapToLong(MetricBucket::count).sum()).isEqualTo(2);
        assertThat(two.stream().mapToDouble(MetricBucket::sum).sum()).isEqualTo(flow(2) + flow(3));
        assertThat(two.getFirst().first()).isEqualTo(from.toEpochMilli());
        assertThat(two.getLast().last()).isEqualTo(from.plusSeconds(60).toEpochMilli());
        assertThat(reader.buckets(PUMP, "flow", START, START.plus(Duration.ofDays(100)), 500))
                .hasSize(1);
        assertThat(reader.buckets(PUMP, "flow", START, START, 500)).isEmpty();
        assertThat(reader.buckets(PUMP, "none", START, START.plusSeconds(9), 500))
                .isEmpty();
    }

    private void store(int count, int seconds) {
        List<MetricSample> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(sample(START.plusSeconds((long) i * seconds), flow(i)));
        }
        documents.metricHistory().insert(batch);
    }

    private void insert(Instant at, double flow) {
        documents.metricHistory().insert(List.of(sample(at, flow)));
    }

    private static double flow(int i) {
        return 20 + Math.sin(i / 30.0);
    }

    private static MetricSample sample(Instant at, double flow) {
        return new MetricSample(PUMP, at, Map.of("flow", flow));
    }
}
