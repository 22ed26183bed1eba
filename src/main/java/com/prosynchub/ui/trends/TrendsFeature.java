package com.prosynchub.ui.trends;

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

/** The trends screen and the wall. One per session; FX thread. */
public final class TrendsFeature implements Feature {
    static final String WALL = "wall";

    /** What the plant as a whole is doing is for those who answer for it, and not for technicians. */
    static final Permission WALL_RIGHT = Permission.of(Resource.REPORT, Action.READ);

    private static final int ORDER = 30;
    private static final int WALL_ORDER = 32;

    private final SessionServices services;
    private final Workbench bench;

    public TrendsFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(
                new ScreenSpec(
                        "trends",
                        Messages.of("trends"),
                        "title",
                        CarbonIcons.CHART_LINE,
                        Permission.of(Resource.METRIC, Action.READ),
                        ORDER,
                        () -> new TrendsScreen(services, bench)),
                new ScreenSpec(
                        WALL,
                        Messages.of("trends"),
                        "wall",
                        CarbonIcons.DASHBOARD,
                        WALL_RIGHT,
                        WALL_ORDER,
                        () -> new WallScreen(services, bench)));
    }
}
