package com.prosynchub.ui.ingest;

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

/** The ingest screen. One per session; FX thread. */
public final class IngestFeature implements Feature {
    private static final int ORDER = 62;

    private final SessionServices services;
    private final Workbench bench;

    public IngestFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "ingest",
                Messages.of("ingest"),
                "title",
                CarbonIcons.DATA_COLLECTION,
                Permission.of(Resource.INTEGRATION, Action.READ),
                ORDER,
                () -> new IngestScreen(services, bench)));
    }
}
