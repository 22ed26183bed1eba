package com.prosynchub.ui.users;

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

/** The users screen. One per session; FX thread. */
public final class UsersFeature implements Feature {
    private static final int ORDER = 70;

    private final SessionServices services;
    private final Workbench bench;

    public UsersFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "users",
                Messages.of("users"),
                "title",
                CarbonIcons.USER_MULTIPLE,
                Permission.of(Resource.USER, Action.READ),
                ORDER,
                () -> new UsersScreen(services, bench)));
    }
}
