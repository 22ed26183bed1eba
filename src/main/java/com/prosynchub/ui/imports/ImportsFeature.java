package com.prosynchub.ui.imports;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The import screen. One per session; FX thread. */
public final class ImportsFeature implements Feature {
    private static final String ID = "imports";
    private static final int ORDER = 60;

    private final MetricImportService imports;
    private final Path checkpoints;
    private final Workbench bench;

    /** @param checkpoints folder where interrupted imports remember how far they came */
    public ImportsFeature(MetricImportService imports, Path checkpoints, Workbench bench) {
        this.imports = imports;
        this.checkpoints = checkpoints;
        this.bench = bench;
    }

    @Override
    public List<ScreenSpec> screens() {
        return List.of(new ScreenSpec(
                ID,
                Messages.of(ID),
                "title",
                CarbonIcons.DOCUMENT_IMPORT,
                Permission.of(Resource.IMPORT, Action.CREATE),
                ORDER,
                () -> new ImportsScreen(imports, checkpoints, bench)));
    }
}
