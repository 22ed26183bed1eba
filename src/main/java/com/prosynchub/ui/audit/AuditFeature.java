package com.prosynchub.ui.audit;

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

/** The audit screen. One per session; FX thread. */
public final class AuditFeature implements Feature {
    private static final int ORDER = 78;

    private final SessionServices services;
    private final Workbench bench;

    public AuditFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "audit",
                Messages.of("audit"),
                "title",
                CarbonIcons.CATALOG,
                Permission.of(Resource.AUDIT, Action.READ),
                ORDER,
                () -> new AuditScreen(services, bench)));
    }
}
