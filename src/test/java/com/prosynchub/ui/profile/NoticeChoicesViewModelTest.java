package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import org.junit.jupiter.api.Test;

class NoticeChoicesViewModelTest {
    private final MemoryPreferences preferences = new MemoryPreferences();

    @Test
    void everythingIsWantedUntilItIsLeftOut() {
        NoticeChoicesViewModel model = new NoticeChoicesViewModel(preferences);
        assertThat(NoticeChoicesViewModel.KINDS)
                .allMatch(kind -> model.wanted(kind).get());
        model.wanted(NoticeKind.COMPLETED).set(false);
        assertThat(preferences.getBoolean(Preferences.NOTICE + "completed", true))
                .isFalse();
        assertThat(new NoticeChoicesViewModel(preferences)
                        .wanted(NoticeKind.COMPLETED)
                        .get())
                .isFalse();
        model.wanted(NoticeKind.COMPLETED).set(true);
        assertThat(preferences.get(Preferences.NOTICE + "completed")).isEmpty();
    }
}
