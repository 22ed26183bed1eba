package com.prosynchub.ui.settings;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.List;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The settings screen, open to everybody who may see the plant at all. One per session; FX thread. */
public final class SettingsFeature implements Feature {
    private static final int ORDER = 90;

    private final Appearance appearance;
    private final AboutFacts about;

    public SettingsFeature(Appearance appearance, AboutFacts about) {
        this.appearance = appearance;
        this.about = about;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "settings",
                Messages.of("settings"),
                "title",
                CarbonIcons.SETTINGS,
                Permission.of(Resource.ASSET, Action.READ),
                ORDER,
                () -> {
                    SettingsView view = new SettingsView(new SettingsViewModel(appearance, about));
                    return view::root;
                }));
    }
}
