package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.ManualScheduler;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DemoSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:07:13.777Z");

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final Ticking clock = new Ticking();
    private final DemoHistory history = new DemoHistory(ZoneOffset.UTC);
    private final FakePlant plant = DemoMetrics.plant(history);
    private final DemoSimulator simulator = new DemoSimulator(
            history, new MetricIngest(documents.metricHistory(), plant.ingest(), clock), scheduler, clock);

    @Test
    void measuresEveryLiveAssetEveryPeriodUntilClosed() {
        simulator.start();
        simulator.start();
        assertThat(scheduler.running()).as("measures, and brings in").isEqualTo(2);
        scheduler.run();
        clock.now = NOW.plusSeconds(2);
        scheduler.run();
        assertThat(documents.counts()).containsEntry("assetMetricsHistory", 84L);
        assertThat(plant.ingest().counts(DemoSimulator.SOURCE).accepted()).isEqualTo(84);
        assertThat(documents
                        .metricHistory()
                        .newest(DemoIds.asset(4), 1)
                        .getFirst()
                        .timestamp())
                .as("on whole periods")
                .isEqualTo(Instant.parse("2026-03-31T10:07:14Z"));
        assertThat(documents.metricHistory().span(DemoIds.asset(DemoHistory.OFFLINE_ASSET)))
                .isEmpty();
        simulator.close();
        simulator.close();
        assertThat(scheduler.running()).isZero();
    }

    @Test
    void goesOnMeasuringWhileAStoreIsAwayAndBringsItInAfterwards() {
        simulator.start();
        scheduler.run();
        documents.stop();
        clock.now = NOW.plus(Duration.ofMinutes(5));
        scheduler.run();
        assertThat(simulator.state().waiting()).isEqualTo(42);
        assertThat(simulator.state().stoppedSince()).isEqualTo(clock.now);
        documents.start();
        clock.now = NOW.plus(Duration.ofMinutes(10));
        scheduler.run();
        assertThat(documents.metricHistory().count(DemoIds.asset(4), Instant.EPOCH, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(3);
        assertThat(simulator.state().waiting()).isZero();
        assertThat(simulator.state().stoppedSince()).isNull();
    }

    private static final class Ticking extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
