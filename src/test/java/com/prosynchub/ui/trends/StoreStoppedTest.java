package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.metric.IngestBuffer;
import com.prosynchub.service.metric.MetricIngest;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.chart.TrendFeed;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The document store is away for a minute while a plant measures and a chart is live. Time is the test's own: a value a
 * second, a question of the chart a second.
 */
class StoreStoppedTest {
    private static final int BEFORE = 10;
    private static final int AWAY = 60;
    private static final int AFTER = 10;

    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final FakePlant plant = new FakePlant();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final FakeRelationalSession session = plant.session("Manager");
    private final UUID pump;
    private final IngestBuffer buffer;
    private final TrendModel model = new TrendModel(ui.clock());
    private final Trace trace = new Trace("flow", "flow", "bar", 1);
    private int measured;

    StoreStoppedTest() {
        int type = session.assetTypes().insert(Samples.type("Pump")).id();
        pump = session.assets().insert(Samples.asset("Pump", type)).id();
        session.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
        Clock clock = new Ticking(ui.clock());
        SessionServices services = SessionServices.open(session, documents, clock);
        MetricIngest ingest = new MetricIngest(documents.metricHistory(), plant.ingest(), clock);
        buffer = new IngestBuffer(ingest, "tests", 1000, clock);
        TrendFeed feed = new TrendFeed(model, new Source(services.trends()), new DirectTaskRunner(ui));
        feed.setLines(List.of(new TrendFeed.Line(pump, "flow", trace)));
        ui.every(Duration.ofSeconds(1), this::measure);
        ui.every(Duration.ofSeconds(1), buffer::drain);
        ui.every(TrendsViewModel.LIVE, feed::poll);
    }

    @Test
    void theChartSaysSoWithinThreeSecondsAndFillsAndMarksTheHoleAfterwards() {
        ui.advance(Duration.ofSeconds(BEFORE));
        assertThat(model.silentSinceProperty().get()).isNull();
        assertThat(trace.series().size()).isEqualTo(measured);

        Instant stopped = ui.clock().instant();
        documents.stop();
        ui.advance(Duration.ofSeconds(3));
        assertThat(model.silentSinceProperty().get())
                .as("said within three seconds")
                .isBetween(stopped, stopped.plusSeconds(3));
        ui.advance(Duration.ofSeconds(AWAY - 3));
        assertThat(buffer.state().waiting()).as("held meanwhile").isEqualTo(AWAY);
        assertThat(buffer.state().stoppedSince()).isBetween(stopped, stopped.plusSeconds(2));
        assertThat(trace.series().size()).as("nothing is made up").isEqualTo(BEFORE);

        documents.start();
        ui.advance(Duration.ofSeconds(AFTER));
        assertThat(model.silentSinceProperty().get()).isNull();
        assertThat(buffer.state()).isEqualTo(new IngestBuffer.State(0, 0, null));
        assertThat(trace.series().size()).as("every value, once").isEqualTo(measured);
        for (int i = 1; i < trace.series().size(); i++) {
            assertThat(trace.series().time(i) - trace.series().time(i - 1)).isEqualTo(1000);
        }
        assertThat(model.markers())
                .filteredOn(marker -> marker.kind() == ChartMarker.Kind.HOLE)
                .singleElement()
                .satisfies(hole -> assertThat(hole.text()).contains("filled in later"));
        assertThat(plant.ingest().counts("tests").accepted()).isEqualTo(measured);
        assertThat(plant.ingest().counts("tests").lost()).isZero();
    }

    private void measure() {
        Instant now = ui.clock().instant();
        buffer.offer(List.of(new IncomingSample(pump, now, Map.of("flow", (double) measured++), Map.of())));
    }

    private record Source(TrendService trends) implements TrendFeed.Source {
        @Override
        public TrendFeed.Loaded load(UUID asset, Set<String> metrics, Instant from, Instant to, int points) {
            TrendData data = trends.load(asset, metrics, from, to, points);
            return new TrendFeed.Loaded(data.lines(), data.reduced());
        }

        @Override
        public List<MetricSample> since(UUID asset, Instant after) {
            return trends.newestSince(asset, after);
        }
    }

    private static final class Ticking extends Clock {
        private final InstantSource source;

        private Ticking(InstantSource source) {
            this.source = source;
        }

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
            return source.instant();
        }
    }
}
