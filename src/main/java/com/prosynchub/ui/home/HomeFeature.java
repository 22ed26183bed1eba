package com.prosynchub.ui.home;

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

/** The overview screen. One per session; FX thread. */
public final class HomeFeature implements Feature {
    private static final int ORDER = 10;

    private final SessionServices services;
    private final Workbench bench;

    public HomeFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "home",
                Messages.of("home"),
                "title",
                CarbonIcons.HOME,
                Permission.of(Resource.ASSET, Action.READ),
                ORDER,
                () -> new HomeScreen(services, bench)));
    }
}
