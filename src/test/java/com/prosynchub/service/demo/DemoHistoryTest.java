package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.ingest.IngestRules;
import com.prosynchub.model.metric.MetricSample;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.DoubleSummaryStatistics;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SEPARATOR = 20;
    private static final int CIP_PUMP = 23;
    private static final int BOTTLE_FILLER = 33;

    private final DemoHistory history = new DemoHistory(ZoneOffset.UTC);

    @Test
    void isAFunctionOfTimeAlone() {
        for (int asset : history.instrumented()) {
            assertThat(new DemoHistory(ZoneOffset.UTC).sample(asset, START)).isEqualTo(history.sample(asset, START));
        }
    }

    @Test
    void instrumentsAboutFortyAssetsWithValidSamples() {
        assertThat(history.instrumented()).hasSize(43);
        assertThat(history.instrumented().stream()
                        .mapToInt(a -> history.metrics(a).size())
                        .sum())
                .isBetween(150, 200);
        for (int asset : history.instrumented()) {
            assertThat(IngestRules.time(history.sample(asset, START).timestamp(), START))
                    .isNull();
            assertThat(history.sample(asset, START).metrics())
                    .isNotEmpty()
                    .allSatisfy(
                            (name, value) -> assertThat(IngestRules.name(name)).isNull())
                    .allSatisfy((name, value) ->
                            assertThat(IngestRules.value(value)).isNull());
        }
        assertThat(history.live(DemoHistory.OFFLINE_ASSET)).isFalse();
        assertThat(history.live(1)).as("the site itself measures nothing").isFalse();
    }

    @Test
    void movesAlwaysButJumpsNever() {
        DoubleSummaryStatistics flow = over(Duration.ofHours(24), Duration.ofMinutes(10), 13, "flow");
        assertThat(flow.getMax() - flow.getMin()).isBetween(0.5, 6.0);
        double now = value(13, "flow", START);
        double next = value(13, "flow", START.plusSeconds(2));
        assertThat(next).isCloseTo(now, org.assertj.core.data.Offset.offset(1.5));
    }

    @Test
    void anIdleMachineStandsAtNightInTheSitesOwnTime() {
        assertThat(value(BOTTLE_FILLER, "speed", Instant.parse("2026-03-01T02:00:00Z")))
                .isLessThan(1000);
        assertThat(value(BOTTLE_FILLER, "speed", Instant.parse("2026-03-01T12:00:00Z")))
                .isGreaterThan(9000);
        DemoHistory inTokyo = new DemoHistory(ZoneId.of("Asia/Tokyo"));
        assertThat(inTokyo.sample(BOTTLE_FILLER, Instant.parse("2026-03-01T02:00:00Z"))
                        .metrics()
                        .get("speed"))
                .isGreaterThan(9000);
    }

    @Test
    void oneFaultStaysAndOthersComeAndGo() {
        assertThat(over(Duration.ofDays(3), Duration.ofMinutes(30), SEPARATOR, "vibration")
                        .getMin())
                .as("beyond critical all the time")
                .isGreaterThan(9.0);
        DoubleSummaryStatistics pump = over(Duration.ofDays(2), Duration.ofMinutes(1), CIP_PUMP, "vibration");
        assertThat(pump.getMax()).as("crosses its limit").isGreaterThan(7.1);
        assertThat(pump.getMin()).as("and recovers").isLessThan(2.8);
        assertThat(pump.getAverage()).as("most of the time it is well").isLessThan(3.2);
    }

    @Test
    void levelsStayInTheirTanks() {
        DoubleSummaryStatistics level = over(Duration.ofDays(5), Duration.ofMinutes(10), 8, "level");
        assertThat(level.getMin()).isGreaterThanOrEqualTo(0);
        assertThat(level.getMax()).isLessThanOrEqualTo(96);
    }

    private DoubleSummaryStatistics over(Duration length, Duration step, int asset, String metric) {
        return LongStream.range(0, length.dividedBy(step))
                .mapToDouble(i -> value(asset, metric, START.plus(step.multipliedBy(i))))
                .summaryStatistics();
    }

    private double value(int asset, String metric, Instant at) {
        MetricSample sample = history.sample(asset, at);
        return sample.metrics().getOrDefault(metric, Double.NaN);
    }
}
