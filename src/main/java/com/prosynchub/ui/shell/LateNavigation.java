package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.view.Navigation;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handed to features before the navigator exists, which needs the features' screens. FX thread. */
final class LateNavigation implements Navigation {
    private @Nullable Navigation real;

    void follow(Navigation navigation) {
        real = navigation;
    }

    @Override
    public List<ScreenSpec> declared() {
        Navigation now = real;
        return now == null ? List.of() : now.declared();
    }

    @Override
    public void open(String screenId, String target) {
        Navigation now = real;
        if (now != null) {
            now.open(screenId, target);
        }
    }
}
