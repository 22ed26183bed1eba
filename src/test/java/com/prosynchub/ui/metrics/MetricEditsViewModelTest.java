package com.prosynchub.ui.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricEditsViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final MetricGridViewModel grid =
            new MetricGridViewModel(site.services.metricGrid(), tasks, site.notices, Formats.local());
    private final MetricEditsViewModel edits =
            new MetricEditsViewModel(site.services.metricGrid(), grid, tasks, site.notices);
    private final List<Boolean> answers = new ArrayList<>();

    MetricEditsViewModelTest() {
        Asset pump = site.asset("Pump", null);
        site.metric(pump.id(), "flow_rate", 10.0);
        site.metric(pump.id(), "pressure", 10.0);
        site.metric(site.asset("Fan", null).id(), "speed", 10.0);
        grid.load(List::of);
    }

    @Test
    void whatIsTypedIsGatheredAndSavedTogetherWithItsReason() {
        assertThat(edits.edit(grid.rows(), Map.of(MetricField.MAX, "62,5", MetricField.MIN, "1")))
                .isTrue();
        assertThat(edits.edit(
                        List.of(row("pressure")), Map.of(MetricField.PRIORITY, "HIGH", MetricField.ON_DELAY, "2.5")))
                .isTrue();
        assertThat(edits.summaryProperty().get()).isEqualTo("6 limits and 2 settings on 2 assets");
        assertThat(edits.countProperty().get()).isEqualTo(3);
        assertThat(row("pressure").shownProperty().get().changed())
                .containsExactly(MetricField.MIN, MetricField.MAX, MetricField.ON_DELAY, MetricField.PRIORITY);
        assertThat(edits.preview())
                .contains("Fan, speed: Max 60 → 62.5", "Pump, pressure: Priority none → High")
                .hasSize(8);
        assertThat(stored("pressure").metric().limits().max())
                .as("nothing is saved yet")
                .isEqualByComparingTo("60");

        edits.save("new seals", answers::add);

        assertThat(answers).containsExactly(true);
        assertThat(stored("pressure").metric().limits().max()).isEqualByComparingTo("62.5");
        assertThat(stored("pressure").settings().priority()).isEqualTo(Severity.HIGH);
        assertThat(stored("pressure").settings().onDelay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(edits.isDirty()).isFalse();
        assertThat(row("pressure").shownProperty().get().changed()).isEmpty();
        assertThat(site.plant.reasons).containsExactly("new seals");
        assertThat(site.notices.last()).isEqualTo("undo: Changed 6 limits and 2 settings on 2 assets.");
    }

    @Test
    void whatWasSavedIsTakenBackAsANewVersion() {
        edits.edit(grid.rows(), Map.of(MetricField.MAX, "65"));
        edits.save("", answers::add);

        edits.undo();

        assertThat(stored("speed").metric().limits().max()).isEqualByComparingTo("60");
        List<LimitVersion> versions =
                site.services.limitHistory().versions(row("speed").id());
        assertThat(versions).extracting(v -> String.valueOf(v.limits().max())).containsExactly("60", "65", "60");
        assertThat(site.plant.reasons).containsExactly("Taken back");
        assertThat(site.notices.last()).isEqualTo("success: Took back 3 limits on 2 assets.");
        edits.undo();
        assertThat(versions).as("only once").hasSize(3);
    }

    @Test
    void anEditThatIsNotSavedIsTakenBackStepByStep() {
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "65"));
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "66"));
        edits.undo();
        assertThat(row("speed").judging().limits().max()).isEqualByComparingTo("65");
        edits.undo();
        assertThat(edits.isDirty()).isFalse();
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "65"));
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "60.00"));
        assertThat(edits.isDirty()).as("typed back to what it was").isFalse();
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "65"));
        edits.discard();
        assertThat(edits.isDirty()).isFalse();
        assertThat(row("speed").judging().limits().max()).isEqualByComparingTo("60");
    }

    @Test
    void whatBreaksARuleIsSaidOfFieldAndRowAndNothingIsTaken() {
        assertThat(edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "a lot")))
                .isFalse();
        assertThat(edits.problemProperty().get()).isEqualTo("Fan, speed: Max: This is not a number.");
        assertThat(edits.edit(List.of(row("pressure"), row("speed")), Map.of(MetricField.MIN, "61")))
                .isFalse();
        assertThat(edits.problemProperty().get())
                .isEqualTo("Pump, pressure: Max: Must not be below the minimum.\n"
                        + "Fan, speed: Max: Must not be below the minimum.");
        assertThat(edits.edit(List.of(row("speed")), Map.of(MetricField.ON_DELAY, "90000")))
                .isFalse();
        assertThat(edits.problemProperty().get()).startsWith("Fan, speed: On after (s): Must be between 0 and ");
        assertThat(edits.isDirty()).isFalse();
        assertThat(edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "")))
                .isTrue();
        assertThat(edits.problemProperty().get()).isEmpty();
        assertThat(row("speed").judging().limits().max()).isNull();
    }

    @Test
    void whoWasFasterIsNamedAndWhatWasTypedStaysOnTop() {
        edits.edit(grid.rows(), Map.of(MetricField.MAX, "65"));
        MetricLine theirs = stored("pressure");
        site.session
                .metricGrid()
                .apply(List.of(new MetricEdit(
                        theirs,
                        new MetricLimits(null, BigDecimal.valueOf(61), new BigDecimal(55), BigDecimal.valueOf(70)),
                        theirs.settings())));
        AssetMetric gone = stored("flow_rate").metric();
        site.session.metrics().delete(gone.id(), gone.revision());

        edits.save("", answers::add);

        assertThat(answers).containsExactly(false);
        assertThat(edits.problemProperty().get())
                .startsWith("2 metrics were changed by somebody else meanwhile, so nothing was saved.")
                .contains("Pump, pressure was changed.", "Pump, flow rate was deleted.");
        assertThat(stored("speed").metric().limits().max()).isEqualByComparingTo("60");
        assertThat(row("pressure").judging().limits().warning())
                .as("theirs, which was not edited here")
                .isEqualByComparingTo("55");

        edits.save("", answers::add);

        assertThat(answers).containsExactly(false, true);
        assertThat(stored("pressure").metric().limits().max()).isEqualByComparingTo("65");
        assertThat(stored("pressure").metric().limits().warning()).isEqualByComparingTo("55");
    }

    @Test
    void whatWasChangedAgainSinceIsNotTakenBack() {
        edits.edit(List.of(row("speed")), Map.of(MetricField.MAX, "65"));
        edits.save("", answers::add);
        MetricLine now = stored("speed");
        site.session.metricGrid().apply(List.of(new MetricEdit(now, MetricLimits.NONE, now.settings())));

        edits.undo();

        assertThat(stored("speed").metric().limits()).isEqualTo(MetricLimits.NONE);
        assertThat(edits.problemProperty().get()).contains("Fan, speed was changed.");
    }

    private MetricRow row(String metric) {
        return grid.rows().stream()
                .filter(r -> r.line().metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private MetricLine stored(String metric) {
        return site.session.metricGrid().lines(List.of(row(metric).id())).getFirst();
    }
}
