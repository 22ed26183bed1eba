package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssetSearchViewModelTest {
    private final UiSite site = new UiSite("Viewer");
    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final AssetSearchViewModel model = new AssetSearchViewModel(site.services.assets(), tasks);
    private final List<List<String>> answers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final UUID line = site.asset("Line", null).id();
    private final UUID pump = site.asset("Pump", line).id();

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        find("line");
        find("pump");
        tasks.runAt(1);
        tasks.runAll();
        assertThat(answers).containsExactly(List.of("Line / Pump"));
    }

    @Test
    void aPickerShowsTheWay() {
        model.nameOf(pump, names::add);
        tasks.runAll();
        model.nameOf(UUID.randomUUID(), names::add);
        tasks.runAll();
        assertThat(names).containsExactly("Line / Pump", "");
    }

    @Test
    void aStoreThatIsDownFindsNothingAndNamesNothing() {
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        find("pump");
        model.nameOf(pump, names::add);
        tasks.runAll();
        assertThat(answers).containsExactly(List.of());
        assertThat(names).containsExactly("");
        assertThat(tasks.unhandled()).isEmpty();
    }

    private void find(String text) {
        model.find(text, hits -> answers.add(hits.stream().map(Lookup.Hit::name).toList()));
    }
}
