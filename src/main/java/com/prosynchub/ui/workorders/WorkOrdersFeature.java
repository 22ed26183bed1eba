package com.prosynchub.ui.workorders;

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

/** The work orders screen. One per session; FX thread. */
public final class WorkOrdersFeature implements Feature {
    private static final int ORDER = 25;

    private final SessionServices services;
    private final Workbench bench;

    public WorkOrdersFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "workorders",
                Messages.of("workorders"),
                "title",
                CarbonIcons.TASK,
                Permission.of(Resource.WORK_ORDER, Action.READ),
                ORDER,
                () -> new WorkOrdersScreen(services, bench)));
    }
}
