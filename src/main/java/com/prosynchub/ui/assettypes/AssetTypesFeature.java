package com.prosynchub.ui.assettypes;

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

/** The asset types screen. One per session; FX thread. */
public final class AssetTypesFeature implements Feature {
    private static final int ORDER = 50;

    private final SessionServices services;
    private final Workbench bench;

    public AssetTypesFeature(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                "asset-types",
                Messages.of("assettypes"),
                "title",
                CarbonIcons.CATEGORIES,
                Permission.of(Resource.ASSET_TYPE, Action.READ),
                ORDER,
                () -> new AssetTypesScreen(services, bench)));
    }
}
