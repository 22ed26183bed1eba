package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppearanceViewModelTest {
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final List<Language> spoken = new ArrayList<>();
    private final AppearanceViewModel model = new AppearanceViewModel(new Appearance(preferences), spoken::add);

    @Test
    void themeAndScaleAreKeptAtOnce() {
        model.themeProperty().set(Appearance.Choice.DARK);
        model.scaleProperty().set(150);
        assertThat(preferences.get(Preferences.THEME)).contains("dark");
        assertThat(preferences.getInt(Preferences.SCALE, 0)).isEqualTo(150);
    }

    @Test
    void onlyAnotherLanguageIsSpoken() {
        model.choose(model.language());
        assertThat(spoken).isEmpty();
        Language other = model.language() == Language.SPANISH ? Language.GERMAN : Language.SPANISH;
        model.choose(other);
        assertThat(spoken).containsExactly(other);
    }
}
