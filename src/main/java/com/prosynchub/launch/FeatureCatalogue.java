package com.prosynchub.launch;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.assets.AssetsFeature;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;

/** Which features the shell has, in no particular order: each screen says its own. Stateless. */
final class FeatureCatalogue {
    private FeatureCatalogue() {}

    static List<Feature> of(SessionServices services, Workbench bench) {
        return List.of(new AssetsFeature(services, bench));
    }
}
