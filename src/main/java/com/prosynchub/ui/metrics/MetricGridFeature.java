package com.prosynchub.ui.metrics;

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

/** The grid of all metrics. One per session; FX thread. */
public final class MetricGridFeature implements Feature {
    private static final int ORDER = 35;

    private final SessionServices services;
    private final Workbench bench;

    public MetricGridFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "metrics",
                Messages.of("metrics"),
                "title",
                CarbonIcons.METER_ALT,
                Permission.of(Resource.METRIC, Action.READ),
                ORDER,
                () -> new MetricGridScreen(services, bench)));
    }
}
