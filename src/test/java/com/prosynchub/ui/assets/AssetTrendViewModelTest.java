package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.chart.Trace;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssetTrendViewModelTest {
    private final UiSite site = new UiSite("Operator");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final Instant now = tasks.ui().clock().instant();
    private final UUID pump = site.asset("Pump", null).id();
    private final AssetTrendViewModel model = new AssetTrendViewModel(site.services.trends(), tasks);

    @Test
    void theFirstMetricsAreDrawnWithTheirHistory() {
        history(pump, now.minusSeconds(600), 60);
        model.offer(pump, metrics("flow", "speed", "vibration"));
        assertThat(drawn()).containsExactly("flow", "speed");
        assertThat(trace("flow").series().size()).isEqualTo(60);
        assertThat(model.isChosen("vibration")).isFalse();
        assertThat(model.choices()).hasSize(3);
    }

    @Test
    void thePersonChoosesWhatIsDrawn() {
        model.offer(pump, metrics("flow", "speed", "vibration"));
        model.choose("vibration", true);
        model.choose("flow", false);
        assertThat(drawn()).containsExactly("speed", "vibration");
        model.offer(pump, metrics("flow", "speed", "vibration"));
        assertThat(drawn()).as("values moving on changes no choice").containsExactly("speed", "vibration");
        UUID motor = site.asset("Motor", null).id();
        model.offer(motor, List.of(site.metric(motor, "current", 1.0)));
        assertThat(drawn()).containsExactly("current");
    }

    @Test
    void newSamplesArriveByThemselvesWhileItIsVisible() {
        history(pump, now.minusSeconds(600), 60);
        model.offer(pump, metrics("flow"));
        model.start();
        int before = trace("flow").series().size();
        history(pump, now.plusSeconds(1), 1);
        tasks.ui().advance(Duration.ofSeconds(2));
        assertThat(trace("flow").series().size()).isEqualTo(before + 1);
        model.stop();
        history(pump, now.plusSeconds(5), 1);
        tasks.ui().advance(Duration.ofSeconds(5));
        assertThat(trace("flow").series().size()).isEqualTo(before + 1);
        assertThat(tasks.ui().pendingTicks()).isZero();
    }

    @Test
    void anAssetMeasuredLongAgoOpensOnItsOwnPast() {
        Instant old = now.minus(Duration.ofDays(900));
        history(pump, old, 100);
        model.offer(pump, metrics("flow"));
        assertThat(model.model().window().to())
                .isBetween(
                        old.plusSeconds(99).toEpochMilli(),
                        old.plusSeconds(1000).toEpochMilli());
        assertThat(model.model().window().from()).isLessThanOrEqualTo(old.toEpochMilli());
    }

    @Test
    void newLimitsAreAdoptedWithoutFetchingAnew() {
        history(pump, now.minusSeconds(60), 10);
        List<AssetMetric> metrics = metrics("flow");
        model.offer(pump, metrics);
        AssetMetric first = metrics.getFirst();
        MetricLimits limits = new MetricLimits(null, new BigDecimal("99"), null, null);
        model.offer(
                pump,
                List.of(new AssetMetric(
                        first.id(), pump, "flow", first.value(), first.unit(), limits, first.updatedAt(), 1)));
        assertThat(trace("flow").limits()).isEqualTo(limits);
        assertThat(trace("flow").series().size()).isEqualTo(10);
    }

    @Test
    void aHistoryThatCannotBeReadIsSaidAndComesBack() {
        history(pump, now.minusSeconds(60), 10);
        site.documents.stop();
        model.offer(pump, metrics("flow"));
        assertThat(model.feed().failureProperty().get()).isInstanceOf(Failure.Unavailable.class);
        assertThat(tasks.unhandled()).isEmpty();
        site.documents.start();
        model.feed().fetch(model.model().window());
        assertThat(model.feed().failureProperty().get()).isNull();
        assertThat(trace("flow").series().size()).isEqualTo(10);
    }

    @Test
    void nothingChosenDrawsNothing() {
        model.offer(pump, metrics("flow"));
        model.offer(null, List.of());
        assertThat(drawn()).isEmpty();
    }

    private List<AssetMetric> metrics(String... names) {
        for (String name : names) {
            if (site.session.metrics().ofAsset(pump).stream()
                    .noneMatch(m -> m.name().equals(name))) {
                site.metric(pump, name, 1.0);
            }
        }
        return site.session.metrics().ofAsset(pump);
    }

    private void history(UUID asset, Instant from, int samples) {
        site.documents
                .metricHistory()
                .insert(IntStream.range(0, samples)
                        .mapToObj(i ->
                                new MetricSample(asset, from.plusSeconds(i), Map.of("flow", i * 1.0, "speed", i * 2.0)))
                        .toList());
    }

    private List<String> drawn() {
        return model.model().traces().stream().map(Trace::name).toList();
    }

    private Trace trace(String metric) {
        return model.model().trace(pump + "/" + metric).orElseThrow();
    }
}
