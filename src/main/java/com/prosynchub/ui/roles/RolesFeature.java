package com.prosynchub.ui.roles;

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

/** The roles screen. One per session; FX thread. */
public final class RolesFeature implements Feature {
    private static final int ORDER = 72;

    private final SessionServices services;
    private final Workbench bench;

    public RolesFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "roles",
                Messages.of("roles"),
                "title",
                CarbonIcons.USER_ROLE,
                Permission.of(Resource.ROLE, Action.READ),
                ORDER,
                () -> new RolesScreen(services, bench)));
    }
}
