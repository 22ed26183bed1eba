package com.prosynchub.ui.assettypes;

import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Asset types as the shell sees them. FX thread. */
final class AssetTypesScreen extends LiveScreen {
    private final AssetTypesViewModel model;
    private final AssetTypesView view;

    AssetTypesScreen(SessionServices services, Workbench bench) {
        model = new AssetTypesViewModel(services.assetTypes(), bench.tasks(), bench.notices());
        view = new AssetTypesView(
                model, AssetTypeRights.of(services.gate()), bench.tasks().ui(), bench.overlay());
        Set<String> tables = Set.of(ChangeService.ASSET_TYPES);
        rereadOn(
                bench.tasks().ui(),
                model::load,
                signal -> services.changes().subscribe(tables, change -> signal.run())::close);
        whenShown(model::load);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        return model.form();
    }
}
