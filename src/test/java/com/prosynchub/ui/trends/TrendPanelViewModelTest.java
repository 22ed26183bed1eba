package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrendPanelViewModelTest {
    private final SamplePlant site = new SamplePlant("Operator");
    private final UUID compressor = site.id("Ammonia compressor C-401");
    private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
    private final TrendPanelViewModel model =
            new TrendPanelViewModel(TrendPanelViewModel.Services.of(site.services, Formats.local()), tasks, () -> true);

    private Line line(String metric) {
        AssetMetric found = site.services.metrics().ofAsset(compressor).stream()
                .filter(m -> m.name().equals(metric))
                .findFirst()
                .orElseThrow();
        return new Line(compressor, "Ammonia compressor C-401", found);
    }

    @Test
    void aLineBringsItsHistoryAndItsLimits() {
        model.add(line("vibration"));
        assertThat(model.model().traces()).hasSize(1);
        assertThat(model.model().traces().getFirst().series().size()).isGreaterThan(500);
        assertThat(model.model().traces().getFirst().limits().critical()).isEqualByComparingTo("9");
        model.add(line("vibration"));
        assertThat(model.lines()).hasSize(1);
    }

    @Test
    void newSamplesAreAppendedAndHistoryIsKept() {
        model.add(line("vibration"));
        int before = model.model().traces().getFirst().series().size();
        site.documents
                .metricHistory()
                .insert(List.of(
                        new MetricSample(compressor, SamplePlant.NOW.plusSeconds(5), Map.of("vibration", 4.2))));
        model.poll();
        assertThat(model.model().traces().getFirst().series().size()).isEqualTo(before + 1);
        model.add(line("oil_level"));
        assertThat(model.model().traces().getFirst().series().size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void removingTheLastLineEmptiesTheChart() {
        Line line = line("vibration");
        model.add(line);
        model.remove(line);
        assertThat(model.model().traces()).isEmpty();
    }
}
