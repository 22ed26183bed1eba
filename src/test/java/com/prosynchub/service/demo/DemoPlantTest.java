package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.DemoRepository;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.demo.DemoPlant.Step;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoPlantTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:07:13Z");
    /** Live assets: 30 days and the sample at the end; the offline one three days less. */
    private static final long SAMPLES = 42 * (30 * 144 + 1) + 27 * 144 + 1;

    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRows rows = new FakeRows();
    private final FakePlant measured = DemoMetrics.plant(new DemoHistory(ZoneOffset.UTC));

    @Test
    void installsEverythingOnce() {
        List<Step> steps = new ArrayList<>();
        List<Double> fractions = new ArrayList<>();
        plant(NOW).install((step, fraction) -> {
            steps.add(step);
            fractions.add(fraction);
        });
        assertThat(plant(NOW).installed()).isTrue();
        assertThat(steps).startsWith(Step.ROWS, Step.HISTORY).endsWith(Step.DOCUMENTS, Step.VALUES, Step.DONE);
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
        assertThat(rows.installations).isEqualTo(1);
        Map<String, Long> counts = documents.counts();
        assertThat(counts.get("assetMetricsHistory"))
                .as("the history and one newest sample each")
                .isEqualTo(SAMPLES + 43);
        assertThat(counts)
                .containsEntry("workOrderComments", 25L)
                .containsEntry("notifications", 15L)
                .containsEntry("userActivityFeed", 19L)
                .containsEntry("predictiveMaintenanceResults", 8L);
        assertThat(measured.ingest().counts(DemoSimulator.SOURCE).accepted()).isEqualTo(43);

        plant(NOW.plusSeconds(600)).install((step, fraction) -> {});
        assertThat(documents.counts()).isEqualTo(counts);
        assertThat(rows.installations).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasKilled() {
        for (double at : new double[] {0.05, 0.4, 0.8, 0.96, 0.98}) {
            FakeDocumentStore half = new FakeDocumentStore();
            FakeRows halfRows = new FakeRows();
            assertThatThrownBy(() -> plant(halfRows, half, NOW).install((step, fraction) -> {
                        if (fraction >= at) {
                            throw new Killed();
                        }
                    }))
                    .isInstanceOf(Killed.class);
            assertThat(plant(halfRows, half, NOW).installed()).isFalse();

            Instant later = NOW.plus(Duration.ofMinutes(25));
            plant(halfRows, half, later).install((step, fraction) -> {});
            assertThat(plant(halfRows, half, later).installed()).isTrue();
            assertThat(halfRows.installations).isEqualTo(1);
            assertThat(half.counts())
                    .as("killed at %s", at)
                    .containsEntry("workOrderComments", 25L)
                    .containsEntry("notifications", 15L)
                    .containsEntry("userActivityFeed", 19L)
                    .containsEntry("predictiveMaintenanceResults", 8L);
            Instant first =
                    half.metricHistory().span(DemoIds.asset(4)).orElseThrow().first();
            Instant last = Instant.parse("2026-03-31T10:30:00Z");
            for (int asset : new int[] {4, 30, 64}) {
                assertThat(half.metricHistory().count(DemoIds.asset(asset), Instant.EPOCH, last.plusSeconds(1)))
                        .as("no sample twice, none missing up to the end of the second try")
                        .isEqualTo(Duration.between(first, last).dividedBy(DemoPlant.STEP) + 1);
            }
        }
    }

    @Test
    void aSiteOfOnesOwnIsRefused() {
        rows.state = DemoRepository.State.OWN;
        assertThatThrownBy(() -> plant(NOW).install((step, fraction) -> {}))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("notEmpty");
        assertThat(documents.counts().values()).containsOnly(0L);
    }

    private DemoPlant plant(Instant now) {
        return plant(rows, documents, now);
    }

    private DemoPlant plant(FakeRows scripts, FakeDocumentStore store, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        MetricIngest ingest = new MetricIngest(store.metricHistory(), measured.ingest(), clock);
        return new DemoPlant(scripts, store, ingest, new DemoHistory(ZoneOffset.UTC), clock);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class FakeRows implements DemoRepository {
        private State state = State.EMPTY;
        private int installations;

        @Override
        public State state() {
            return state;
        }

        @Override
        public void install() {
            installations++;
            state = State.DEMO;
        }
    }
}
