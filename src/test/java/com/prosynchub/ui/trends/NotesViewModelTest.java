package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.NoticeLog;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Notes, limits as they were and work orders at the axis of a chart. */
class NotesViewModelTest {
    private static final Instant SEVEN = Instant.parse("2026-01-15T07:00:00Z");

    private final SamplePlant site = new SamplePlant("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner(new ManualUiScheduler(SamplePlant.NOW));
    private final NoticeLog notices = new NoticeLog();
    private final UUID compressor = site.id("Ammonia compressor C-401");
    private final AssetMetric vibration = site.services.metrics().ofAsset(compressor).stream()
            .filter(metric -> metric.name().equals("vibration"))
            .findFirst()
            .orElseThrow();
    private final Line line = new Line(compressor, "Ammonia compressor C-401", vibration);
    private final TrendsViewModel page = page(site.services);
    private final TrendPanelViewModel chart = page.chosenProperty().get();
    private final NotesViewModel model = new NotesViewModel(site.services.notes(), tasks, notices, page::mark);

    private TrendsViewModel page(SessionServices services) {
        return new TrendsViewModel(TrendPanelViewModel.Services.of(services, Formats.local()), tasks, notices);
    }

    private List<ChartMarker> marked(ChartMarker.Kind kind) {
        return chart.model().markers().stream()
                .filter(marker -> marker.kind() == kind)
                .toList();
    }

    private MetricNote noted() {
        return chart.note(marked(ChartMarker.Kind.NOTE).getFirst()).orElseThrow();
    }

    @Test
    void aNoteStandsAtTheAxisUntilItsAuthorDeletesIt() {
        page.pick(line);
        model.create(line, "vibration", SEVEN, null, " Oil was low ");
        assertThat(marked(ChartMarker.Kind.NOTE)).singleElement().satisfies(marker -> {
            assertThat(marker.at()).isEqualTo(SEVEN);
            assertThat(marker.text()).startsWith("Oil was low (");
        });
        model.save(noted().saying("Oil was very low"));
        assertThat(noted().text()).isEqualTo("Oil was very low");
        model.delete(noted());
        assertThat(marked(ChartMarker.Kind.NOTE)).isEmpty();
        notices.takeBack();
        assertThat(marked(ChartMarker.Kind.NOTE)).hasSize(1);
    }

    @Test
    void aNoteOfAnotherMetricStandsInItsOwnChartAndOneOfTheAssetInBoth() {
        page.pick(line);
        model.create(line, "oil_level", SEVEN, null, "Filled up");
        assertThat(marked(ChartMarker.Kind.NOTE)).isEmpty();
        model.create(line, null, SEVEN, SEVEN.plusSeconds(600), "Shut down");
        assertThat(marked(ChartMarker.Kind.NOTE))
                .extracting(ChartMarker::until)
                .containsExactly(SEVEN.plusSeconds(600));
    }

    @Test
    void whoMayNotChangeANoteReadsIt() {
        page.pick(line);
        model.create(line, null, SEVEN, null, "Oil was low");
        SessionServices other = SessionServices.open(site.plant.session("Manager"), site.documents, site.clock);
        assertThat(other.notes().mayNote()).isTrue();
        assertThat(other.notes().mayChange(noted())).isFalse();
        SessionServices viewer = SessionServices.open(site.plant.session("Viewer"), site.documents, site.clock);
        assertThat(viewer.notes().mayNote()).isFalse();
    }

    @Test
    void anOldVersionIsNoticed() {
        page.pick(line);
        model.create(line, null, SEVEN, null, "Oil was low");
        MetricNote before = noted();
        model.save(before.saying("Once"));
        model.save(before.saying("Twice"));
        assertThat(notices.last()).startsWith("warning: The note was changed or deleted meanwhile");
        assertThat(noted().text()).isEqualTo("Once");
    }

    @Test
    void aChangeOfLimitsIsAStepAndAMarker() {
        page.pick(line);
        AssetMetric other = new AssetMetric(
                vibration.id(),
                vibration.assetId(),
                vibration.name(),
                vibration.value(),
                vibration.unit(),
                new MetricLimits(null, new BigDecimal("8"), null, null),
                vibration.updatedAt(),
                vibration.revision() + 1);
        Instant later = SamplePlant.NOW.plusSeconds(600);
        site.session.limitHistory().remember(other, null, null, later);
        chart.model().setWindow(TimeWindow.of(SEVEN, later.plusSeconds(600)));
        chart.mark();
        assertThat(marked(ChartMarker.Kind.LIMIT)).hasSize(1);
        assertThat(chart.model().traces().getFirst().limitSteps()).hasSizeGreaterThan(1);
        assertThat(PanelMarks.record(marked(ChartMarker.Kind.LIMIT).getFirst())).isEqualTo(compressor.toString());
    }
}
