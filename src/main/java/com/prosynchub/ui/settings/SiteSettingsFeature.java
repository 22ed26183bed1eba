package com.prosynchub.ui.settings;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The settings of the site. One per session; FX thread. */
public final class SiteSettingsFeature implements Feature {
    private static final int ORDER = 90;

    private final SessionServices services;
    private final Workbench bench;

    public SiteSettingsFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "settings",
                Messages.of("settings"),
                "title",
                CarbonIcons.SETTINGS,
                Permission.of(Resource.SETTINGS, Action.READ),
                ORDER,
                () -> new SiteSettingsScreen(services, bench)));
    }
}
