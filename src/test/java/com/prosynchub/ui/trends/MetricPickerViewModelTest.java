package com.prosynchub.ui.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricPickerViewModelTest {
    private final SamplePlant site = new SamplePlant("Operator");
    private final MetricPickerViewModel model =
            new MetricPickerViewModel(site.services.assets(), site.services.metrics(), new DirectTaskRunner());
    private final List<PickerRow> rows = new ArrayList<>();

    @Test
    void theTreeOpensStepByStepDownToTheMetrics() {
        model.top(rows::addAll);
        assertThat(rows).extracting(PickerRow::text).containsExactly("Nordholm dairy");
        open("Nordholm dairy");
        assertThat(rows).extracting(PickerRow::text).contains("Cooling and compressed air", "Filling line A");
        open("Cooling and compressed air");
        open("Ammonia compressor C-401");
        assertThat(rows)
                .extracting(PickerRow::text)
                .startsWith("discharge temperature   °C")
                .contains("Drive motor M-401");
    }

    @Test
    void aSearchSaysTheWayToWhatItFound() {
        model.find("c-401", rows::addAll);
        assertThat(rows)
                .extracting(PickerRow::text)
                .containsExactly("Nordholm dairy / Cooling and compressed air / Ammonia compressor C-401");
    }

    @Test
    void nothingFoundNothingBelowAndAStoreThatIsDownAreSaid() {
        model.find("no such asset", rows::addAll);
        assertThat(rows).containsExactly(new PickerRow.Remark("No asset has this name."));
        rows.clear();
        model.below(new PickerRow.Branch(site.id("Suction valve V-401"), "Suction valve V-401", ""), rows::addAll);
        assertThat(rows).containsExactly(new PickerRow.Remark("This asset has no metrics"));
        rows.clear();
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
        model.top(rows::addAll);
        assertThat(rows).hasSize(1).first().isInstanceOf(PickerRow.Remark.class);
    }

    private void open(String name) {
        PickerRow.Branch branch = rows.stream()
                .filter(row -> row instanceof PickerRow.Branch(var id, var called, var text) && called.equals(name))
                .map(PickerRow.Branch.class::cast)
                .findFirst()
                .orElseThrow();
        rows.clear();
        model.below(branch, rows::addAll);
    }
}
