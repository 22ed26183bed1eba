package com.prosynchub.ui.kit.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalPreferencesTest {
    private final MemoryPreferences desk = new MemoryPreferences();
    private final List<Map<String, String>> saved = new ArrayList<>();

    @Test
    void whatFollowsThePersonIsSavedAndTheRestStaysAtTheDesk() {
        Preferences mine = new PersonalPreferences(desk, Map.of(), saved::add);
        mine.put(Preferences.THEME, "dark");
        mine.put(Preferences.KEY + "any.find", "F3");
        mine.put(Preferences.KEY + "any.find", "F3");
        mine.remove(Preferences.KEY + "any.find");
        assertThat(desk.get(Preferences.THEME)).contains("dark");
        assertThat(desk.get(Preferences.KEY + "any.find")).isEmpty();
        assertThat(saved).containsExactly(Map.of("key.any.find", "F3"), Map.of("key.any.find", ""));
    }

    @Test
    void theDesksLanguageServesWhoeverChoseNone() {
        desk.put(Preferences.LANGUAGE, "de");
        assertThat(new PersonalPreferences(desk, Map.of(), saved::add).get(Preferences.LANGUAGE))
                .contains("de");
        assertThat(new PersonalPreferences(desk, Map.of("language", "es"), saved::add).get(Preferences.LANGUAGE))
                .contains("es");
    }

    @Test
    void keysAndNoticesOfTheDeskAreNobodys() {
        desk.put(Preferences.KEY + "any.find", "F3");
        desk.put(Preferences.NOTICE + "completed", "false");
        Preferences mine = new PersonalPreferences(desk, Map.of(), saved::add);
        assertThat(mine.get(Preferences.KEY + "any.find")).isEmpty();
        assertThat(mine.getBoolean(Preferences.NOTICE + "completed", true)).isTrue();
    }
}
