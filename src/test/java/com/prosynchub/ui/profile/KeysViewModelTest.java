package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysViewModelTest {
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final KeysViewModel model = new KeysViewModel(
            () -> List.of(
                    new KeyRow("any.find", "Find", "Shortcut+F", ""),
                    new KeyRow("shell.reload", "Reload", "F5", ""),
                    new KeyRow("shell.signOut", "Sign out", "", "")),
            preferences);

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void standardKeysHoldUntilOthersAreChosen() {
        assertThat(model.rows()).extracting(KeyRow::keys).containsExactly("Shortcut+F", "F5", "");
        assertThat(model.choose(model.rows().get(0), "F3")).isTrue();
        assertThat(model.rows().get(0).keys()).isEqualTo("F3");
        assertThat(preferences.get(Preferences.KEY + "any.find")).contains("F3");
        model.load();
        assertThat(model.rows().get(0))
                .matches(KeyRow::changed)
                .extracting(KeyRow::keys)
                .isEqualTo("F3");
    }

    @Test
    void keysOfAnotherActionAreRefusedAndItIsNamed() {
        assertThat(model.choose(model.rows().get(0), "F5")).isFalse();
        assertThat(model.problemProperty().get()).contains("Reload");
        assertThat(model.rows().get(0).keys()).isEqualTo("Shortcut+F");
        model.free(model.rows().get(1));
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.choose(model.rows().get(0), "F5")).isTrue();
        model.reset(model.rows().get(1));
        assertThat(model.problemProperty().get())
                .as("its standard keys are taken now")
                .contains("Find");
    }

    @Test
    void standardKeysComeBack() {
        model.choose(model.rows().get(0), "F3");
        model.choose(model.rows().get(2), "Shortcut+Shift+Q");
        model.free(model.rows().get(1));
        assertThat(model.rows().get(1).keys()).isEmpty();
        model.reset(model.rows().get(0));
        assertThat(model.rows().get(0).keys()).isEqualTo("Shortcut+F");
        assertThat(preferences.get(Preferences.KEY + "any.find")).isEmpty();
        model.resetAll();
        assertThat(model.rows()).noneMatch(KeyRow::changed);
        assertThat(preferences.get(Preferences.KEY + "shell.reload")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Shift+A", "Enter", "Down", "Shortcut+C", "Alt+F4", "Space"})
    void keysThatTypingNeedsAreRefused(String keys) {
        assertThat(model.choose(model.rows().get(0), keys)).isFalse();
        assertThat(model.problemProperty().get()).isNotEmpty();
    }
}
