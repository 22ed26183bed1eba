package com.prosynchub.ui.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitHistoryViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final MetricGridViewModel grid =
            new MetricGridViewModel(site.services.metricGrid(), tasks, site.notices, Formats.local());
    private final MetricEditsViewModel edits =
            new MetricEditsViewModel(site.services.metricGrid(), grid, tasks, site.notices);
    private final LimitHistoryViewModel history = new LimitHistoryViewModel(site.services.limitHistory(), tasks);

    @Test
    void everyVersionSaysWhatItChangedAndCanBeBroughtBack() {
        AssetMetric metric = site.metric(site.asset("Pump", null).id(), "pressure", 10.0);
        grid.load(List::of);
        MetricRow row = grid.rows().getFirst();
        edits.edit(List.of(row), Map.of(MetricField.MAX, "65", MetricField.PRIORITY, "HIGH"));
        edits.save("", saved -> {});
        edits.edit(List.of(row), Map.of(MetricField.MAX, "68"));
        edits.save("", saved -> {});

        history.show(metric.id());
        assertThat(history.versions())
                .extracting(VersionRow::changes)
                .containsExactly("Max 65 → 68", "Max 60 → 65 · Priority none → High", "First limits");
        assertThat(history.versions().getFirst().version().changedByName())
                .isEqualTo(site.session.user().displayName());

        edits.edit(row, Judging.of(history.versions().getLast().version()));
        edits.save("", saved -> {});
        history.refresh();
        assertThat(history.versions()).hasSize(4);
        assertThat(history.versions().getFirst().changes()).isEqualTo("Max 68 → 60 · Priority High → none");
        history.show(null);
        assertThat(history.versions()).isEmpty();
    }
}
