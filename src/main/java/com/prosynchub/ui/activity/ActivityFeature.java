package com.prosynchub.ui.activity;

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

/** The activity screen. One per session; FX thread. */
public final class ActivityFeature implements Feature {
    private static final int ORDER = 64;

    private final SessionServices services;
    private final Workbench bench;

    public ActivityFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "activity",
                Messages.of("activity"),
                "title",
                CarbonIcons.ACTIVITY,
                Permission.of(Resource.WORK_ORDER, Action.READ),
                ORDER,
                () -> new ActivityScreen(services, bench)));
    }
}
