package com.prosynchub.launch;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.assets.AssetsFeature;
import com.prosynchub.ui.imports.ImportsFeature;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Workbench;
import java.nio.file.Path;
import java.util.List;

/** Which features the shell has, in no particular order: each screen says its own. Stateless. */
final class FeatureCatalogue {
    private FeatureCatalogue() {}

    /** @param checkpoints folder where interrupted imports remember how far they came */
    static List<Feature> of(SessionServices services, Path checkpoints, Workbench bench) {
        return List.of(new AssetsFeature(services, bench), new ImportsFeature(services.imports(), checkpoints, bench));
    }
}
