package com.prosynchub.ui.locations;

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

/** The locations screen. One per session; FX thread. */
public final class LocationsFeature implements Feature {
    private static final int ORDER = 40;

    private final SessionServices services;
    private final Workbench bench;

    public LocationsFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "locations",
                Messages.of("locations"),
                "title",
                CarbonIcons.LOCATION,
                Permission.of(Resource.LOCATION, Action.READ),
                ORDER,
                () -> new LocationsScreen(services, bench)));
    }
}
