package com.prosynchub.ui.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Measured;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.metric.MetricFilter.State;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricGridViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final MetricGridViewModel model =
            new MetricGridViewModel(site.services.metricGrid(), new DirectTaskRunner(), site.notices, Formats.local());

    @Test
    void aPlantWithoutMetricsSaysWhereTheyComeFrom() {
        load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
        model.search("pump");
        assertThat(model.stateProperty().get())
                .as("a filter that finds nothing is no empty plant")
                .isEqualTo(ScreenState.ready());
        assertThat(model.extentProperty().get()).isEqualTo("No metrics");
    }

    @Test
    void moreThanAPageIsReadPageByPageAndTheExtentIsSaid() {
        Asset pump = site.asset("Pump", null);
        for (int i = 0; i < MetricGridViewModel.PAGE + 20; i++) {
            site.metric(pump.id(), "m%03d".formatted(i), 1.0);
        }
        load();
        assertThat(model.rows()).hasSize(MetricGridViewModel.PAGE);
        assertThat(model.moreProperty().get()).isTrue();
        assertThat(model.extentProperty().get()).isEqualTo("The first 200 of 220 metrics");
        MetricRow first = model.rows().getFirst();
        model.loadMore();
        assertThat(model.rows()).hasSize(MetricGridViewModel.PAGE + 20);
        assertThat(model.rows().getFirst()).as("rows stay").isSameAs(first);
        assertThat(model.moreProperty().get()).isFalse();
        assertThat(model.extentProperty().get()).isEqualTo("220 metrics");
    }

    @Test
    void theFilterNarrowsBySearchBranchTypeAndState() {
        Asset line = site.asset("Line", null);
        Asset pump = site.asset("Pump", line.id());
        site.metric(line.id(), "speed", 10.0);
        site.metric(pump.id(), "pressure", 65.0);
        site.metric(site.asset("Fan", null).id(), "pressure", 10.0);
        load();
        assertThat(names()).containsExactly("Fan pressure", "Line speed", "Pump pressure");
        model.filterBranch(line.id());
        assertThat(names()).containsExactly("Line speed", "Pump pressure");
        model.search("press");
        assertThat(names()).containsExactly("Pump pressure");
        model.filterState(State.NORMAL);
        assertThat(names()).isEmpty();
        model.filterState(State.OUTSIDE);
        assertThat(names()).containsExactly("Pump pressure");
        model.filterBranch(null);
        model.search("");
        assertThat(names()).containsExactly("Pump pressure");
        model.filterType(model.types().getFirst());
        assertThat(names()).as("all are pumps").containsExactly("Pump pressure");
    }

    @Test
    void aNewValueIsShownInItsRowWhichStays() {
        Asset pump = site.asset("Pump", null);
        site.metric(pump.id(), "pressure", 10.0);
        load();
        MetricRow row = model.rows().getFirst();
        Measured.record(site.session.ingest(), pump.id(), "pressure", 42, Instant.parse("2026-01-15T07:59:00Z"));
        model.reread(List.of(row.id()));
        assertThat(model.rows()).containsExactly(row);
        assertThat(row.line().metric().value()).isEqualByComparingTo("42");
    }

    private void load() {
        model.load(() -> site.services.assetTypes().all());
    }

    private List<String> names() {
        return model.rows().stream()
                .map(r -> r.line().asset() + " " + r.line().metric().name())
                .toList();
    }
}
