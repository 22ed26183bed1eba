package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakeMetricHistoryRepository;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrendServiceTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeMetricHistoryRepository history = documents.metricHistory();
    private final FakeRelationalSession viewer = FakeRelationalSession.of("Viewer");
    private final TrendService trends =
            new TrendService(new SessionAccessGate(viewer), new RecordSight(viewer), documents);

    @Test
    void anAssetOutsideThePersonsPlacesHasNoHistory() {
        store(0, 50, 2);
        assertThat(trends.newestSince(PUMP, START)).isNotEmpty();
        assertThat(trends.span(PUMP)).isPresent();
        viewer.hide(PUMP);
        TrendData data = load(Duration.ofMinutes(10), 100, "flow");
        assertThat(data.samples()).isZero();
        assertThat(data.points()).isZero();
        assertThat(trends.newestSince(PUMP, START)).isEmpty();
        assertThat(trends.span(PUMP)).isEmpty();
    }

    @Test
    void fewSamplesComeAsTheyAre() {
        store(0, 50, 2);
        TrendData data = load(Duration.ofMinutes(10), 100, "flow", "none");
        assertThat(data.samples()).isEqualTo(50);
        assertThat(data.points()).isEqualTo(50);
        assertThat(data.reduced()).isFalse();
        assertThat(data.line("flow"))
                .hasValueSatisfying(l -> assertThat(l.values()[7]).isEqualTo(flow(7)));
        assertThat(data.line("none"))
                .hasValueSatisfying(l -> assertThat(l.size()).isZero());
    }

    @Test
    void manySamplesAreReducedAndNoSpikeIsLost() {
        store(0, 40_000, 2);
        history.insert(List.of(sample(START.plusSeconds(33_333), 999), sample(START.plusSeconds(55_555), -999)));
        TrendData data = load(Duration.ofSeconds(80_000), 1000, "flow");
        assertThat(data.samples()).isEqualTo(40_002);
        assertThat(data.points()).isBetween(500, 1000);
        assertThat(data.reduced()).isTrue();
        MetricSeries line = data.line("flow").orElseThrow();
        assertThat(line.times()).isSorted();
        int high = index(line, 999);
        assertThat(line.times()[high]).isEqualTo(START.plusSeconds(33_333).toEpochMilli());
        assertThat(line.times()[index(line, -999)])
                .isEqualTo(START.plusSeconds(55_555).toEpochMilli());
    }

    @Test
    void aPauseIsMarkedWhetherReducedOrNot() {
        store(0, 500, 2);
        store(3600, 500, 2);
        for (int most : new int[] {5000, 100}) {
            MetricSeries line =
                    load(Duration.ofHours(3), most, "flow").line("flow").orElseThrow();
            List<Long> gaps = gaps(line);
            assertThat(gaps).hasSize(1);
            assertThat(gaps.getFirst())
                    .isBetween(
                            START.plusSeconds(998).toEpochMilli(),
                            START.plusSeconds(3600).toEpochMilli());
            assertThat(line.times()).isSorted();
        }
    }

    @Test
    void anotherRateIsNoGap() {
        for (int i = 0; i < 100; i++) {
            history.insert(List.of(sample(START.plusSeconds(600L * i), i)));
        }
        store(600 * 100, 500, 2);
        assertThat(gaps(load(Duration.ofDays(2), 5000, "flow").line("flow").orElseThrow()))
                .isEmpty();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> trends.load(PUMP, List.of("flow"), START, START, 100))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("order");
    }

    @Test
    void newestSinceGivesWhatIsNewAndAtMostTheNewest() {
        store(0, 10, 2);
        assertThat(trends.newestSince(PUMP, START.plusSeconds(14)))
                .extracting(MetricSample::timestamp)
                .containsExactly(START.plusSeconds(16), START.plusSeconds(18));
        store(20, TrendService.NEWEST_CAP, 2);
        List<MetricSample> many = trends.newestSince(PUMP, START);
        assertThat(many).hasSize(TrendService.NEWEST_CAP);
        assertThat(many.getLast().timestamp()).isEqualTo(START.plusSeconds(18 + 2L * TrendService.NEWEST_CAP));
    }

    @Test
    void spanTellsFirstAndLast() {
        assertThat(trends.span(PUMP)).isEmpty();
        store(0, 10, 2);
        assertThat(trends.span(PUMP)).contains(new TrendSpan(START, START.plusSeconds(18)));
    }

    private TrendData load(Duration length, int most, String... metrics) {
        return trends.load(PUMP, Arrays.asList(metrics), START, START.plus(length), most);
    }

    private void store(long fromSecond, int count, int seconds) {
        List<MetricSample> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(sample(START.plusSeconds(fromSecond + (long) i * seconds), flow(i)));
        }
        history.insert(batch);
    }

    private static double flow(int i) {
        return 20 + Math.sin(i / 30.0);
    }

    private static MetricSample sample(Instant at, double flow) {
        return new MetricSample(PUMP, at, Map.of("flow", flow));
    }

    private static int index(MetricSeries line, double value) {
        for (int i = 0; i < line.size(); i++) {
            if (line.values()[i] == value) {
                return i;
            }
        }
        throw new AssertionError(value + " is missing");
    }

    private static List<Long> gaps(MetricSeries line) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            if (Double.isNaN(line.values()[i])) {
                found.add(line.times()[i]);
            }
        }
        return found;
    }
}
