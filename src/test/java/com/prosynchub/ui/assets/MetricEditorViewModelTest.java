package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetricEditorViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final UUID pump = site.asset("Pump", null).id();
    private int told;

    @Test
    void aMetricIsDefined() {
        MetricEditorViewModel model = MetricEditorViewModel.define(site.services.metrics(), tasks, pump, () -> told++);
        assertThat(model.isNew()).isTrue();
        model.name.set("bearing_temperature");
        model.unit.set("°C");
        model.warning.set("80,5");
        model.critical.set("95");
        model.save();
        assertThat(model.doneProperty().get()).isTrue();
        assertThat(told).isEqualTo(1);
        AssetMetric stored = stored().getFirst();
        assertThat(stored.name()).isEqualTo("bearing_temperature");
        assertThat(stored.limits().warning()).isEqualByComparingTo("80.5");
    }

    @Test
    void brokenRulesAreMarkedAtTheirFields() {
        MetricEditorViewModel model = MetricEditorViewModel.define(site.services.metrics(), tasks, pump, () -> told++);
        model.name.set("Bearing Temperature");
        model.min.set("ten");
        model.save();
        assertThat(fields(model)).containsExactlyInAnyOrder("name", "min");
        site.metric(pump, "speed", 1.0);
        model.name.set("speed");
        model.min.set("");
        model.save();
        assertThat(fields(model)).as("told by the store").containsExactly("name");
        assertThat(model.doneProperty().get()).isFalse();
        assertThat(told).isZero();
    }

    @Test
    void limitsAreSavedAndTheValueStays() {
        AssetMetric metric = site.metric(pump, "speed", 42.0);
        MetricEditorViewModel model = edit(metric);
        assertThat(model.max.get()).isEqualTo("60");
        model.max.set("65");
        model.save();
        assertThat(stored().getFirst().limits().max()).isEqualByComparingTo("65");
        assertThat(stored().getFirst().value()).isEqualByComparingTo("42");
    }

    @Test
    void aConflictTellsTheirsAndTheSecondSaveIsDeliberate() {
        AssetMetric metric = site.metric(pump, "speed", 42.0);
        MetricEditorViewModel model = edit(metric);
        model.max.set("65");
        site.session
                .metrics()
                .updateLimits(new AssetMetric(
                        metric.id(),
                        pump,
                        "speed",
                        null,
                        "rpm",
                        new MetricLimits(null, new BigDecimal("99"), null, null),
                        null,
                        0));
        model.save();
        assertThat(model.problemProperty().get()).contains("99", "rpm");
        assertThat(model.doneProperty().get()).isFalse();
        assertThat(model.max.get()).as("what was typed stays").isEqualTo("65");
        assertThat(stored().getFirst().limits().max()).isEqualByComparingTo("99");
        model.save();
        assertThat(stored().getFirst().limits().max()).isEqualByComparingTo("65");
        assertThat(model.doneProperty().get()).isTrue();
    }

    @Test
    void aMetricDeletedMeanwhileIsSaid() {
        AssetMetric metric = site.metric(pump, "speed", 42.0);
        MetricEditorViewModel model = edit(metric);
        site.session.metrics().delete(metric.id(), 0);
        model.save();
        assertThat(model.problemProperty().get())
                .isEqualTo(Messages.of("assets").text("gone", "speed"));
    }

    @Test
    void aStoreThatIsDownIsToldAndTheDialogStays() {
        MetricEditorViewModel model = edit(site.metric(pump, "speed", 42.0));
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.save();
        assertThat(tasks.unhandled()).hasSize(1);
        assertThat(model.doneProperty().get()).isFalse();
        model.save();
        assertThat(model.doneProperty().get()).isTrue();
    }

    private MetricEditorViewModel edit(AssetMetric metric) {
        return MetricEditorViewModel.edit(site.services.metrics(), tasks, metric, () -> told++);
    }

    private List<AssetMetric> stored() {
        return site.session.metrics().ofAsset(pump);
    }

    private static List<String> fields(MetricEditorViewModel model) {
        return Objects.requireNonNull(model.invalidProperty().get()).violations().stream()
                .map(Failure.Violation::field)
                .toList();
    }
}
