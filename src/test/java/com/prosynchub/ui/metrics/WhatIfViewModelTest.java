package com.prosynchub.ui.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.metric.LimitKind;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final MetricGridViewModel grid =
            new MetricGridViewModel(site.services.metricGrid(), tasks, site.notices, Formats.local());
    private final MetricEditsViewModel edits =
            new MetricEditsViewModel(site.services.metricGrid(), grid, tasks, site.notices);
    private final WhatIfViewModel whatIf = new WhatIfViewModel(site.services.whatIf(), tasks, Formats.local());

    WhatIfViewModelTest() {
        Asset pump = site.asset("Pump", null);
        site.metric(pump.id(), "pressure", 10.0);
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            samples.add(new MetricSample(
                    pump.id(),
                    FakePlant.NOW.minusSeconds(40_000 - i * 60L),
                    Map.of("pressure", i % 40 < 4 ? 65.0 : 30.0)));
        }
        site.documents.metricHistory().insert(samples);
        grid.load(List::of);
        tasks.runAll();
    }

    @Test
    void whatIsTypedIsAskedBesideWhatIsSaved() {
        MetricRow row = grid.rows().getFirst();
        whatIf.show(row);
        assertThat(whatIf.basisProperty().get()).isEqualTo("Looking at the last 30 days…");
        tasks.runAll();
        assertThat(whatIf.basisProperty().get()).isEqualTo("400 values of the last 30 days");
        assertThat(times(LimitKind.MAX)).isEqualTo("10/10");
        assertThat(times(LimitKind.CRITICAL)).as("beyond 70").isEqualTo("0/0");
        assertThat(whatIf.curveProperty().get()).contains(30, 65);

        edits.edit(List.of(row), Map.of(MetricField.MAX, "66", MetricField.MIN, "31", MetricField.CRITICAL, ""));
        whatIf.show(row);
        tasks.runAll();
        assertThat(times(LimitKind.MAX)).isEqualTo("0/10");
        assertThat(times(LimitKind.MIN)).as("below 31 nine times of ten").isEqualTo("10/-");
        assertThat(times(LimitKind.CRITICAL)).isEqualTo("-/0");

        whatIf.show(null);
        assertThat(whatIf.rows()).isEmpty();
    }

    @Test
    void theSameQuestionIsNotAskedTwiceAndAMetricWithoutSamplesSaysSo() {
        MetricRow row = grid.rows().getFirst();
        whatIf.show(row);
        whatIf.show(row);
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.runAll();
        site.metric(row.line().metric().assetId(), "level", null);
        grid.refresh();
        tasks.runAll();
        whatIf.show(grid.rows().getFirst());
        tasks.runAll();
        assertThat(whatIf.basisProperty().get()).isEqualTo("Nothing was measured in the last 30 days");
        assertThat(whatIf.curveProperty().get()).isEmpty();
    }

    /** How often as typed, and as saved. */
    private String times(LimitKind kind) {
        CrossingRow row =
                whatIf.rows().stream().filter(r -> r.kind() == kind).findFirst().orElseThrow();
        return (row.typed() == null ? "-" : row.typed().times())
                + "/"
                + (row.saved() == null ? "-" : row.saved().times());
    }
}
