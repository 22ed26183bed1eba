package com.prosynchub.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.theme.Appearance;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    @Test
    void choicesAreKept() {
        MemoryPreferences preferences = new MemoryPreferences();
        SettingsViewModel model = new SettingsViewModel(new Appearance(preferences), new AboutFacts("1", true, "", ""));
        model.themeProperty().set(Appearance.Choice.DARK);
        model.scaleProperty().set(150);
        assertThat(preferences.get(Preferences.THEME)).contains("dark");
        assertThat(preferences.getInt(Preferences.SCALE, 0)).isEqualTo(150);
        assertThat(model.about().version()).isEqualTo("1");
    }
}
