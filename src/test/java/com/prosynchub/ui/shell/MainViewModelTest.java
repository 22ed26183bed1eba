package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainViewModelTest {
    private final UiSite site = new UiSite("Viewer");
    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final List<List<String>> answers = new ArrayList<>();

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        site.asset("Pump P-101", null);
        site.asset("Motor M-401", null);
        MainViewModel model = model();
        find(model, "pump");
        find(model, "motor");
        tasks.runAt(1);
        tasks.runAll();
        assertThat(answers).containsExactly(List.of("Motor M-401"));
    }

    @Test
    void aStoreThatIsDownFindsNothingQuietly() {
        MainViewModel model = model();
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        find(model, "pump");
        tasks.runAll();
        assertThat(answers).containsExactly(List.of());
        assertThat(tasks.unhandled()).isEmpty();
    }

    @Test
    void theFoldOfTheRailIsRemembered() {
        model().railFoldedProperty().set(true);
        assertThat(model().railFoldedProperty().get()).isTrue();
    }

    private void find(MainViewModel model, String text) {
        model.findAssets(
                text,
                hits -> answers.add(hits.stream().map(hit -> hit.node().name()).toList()));
    }

    private MainViewModel model() {
        return new MainViewModel(site.session.user(), site.services.assets(), tasks, preferences);
    }
}
