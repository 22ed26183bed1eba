package com.prosynchub.ui.assettypes;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Asset types as the shell sees them. FX thread. */
final class AssetTypesScreen extends LiveScreen {
    private final AssetTypesViewModel model;
    private final SessionServices services;
    private final Workbench bench;
    private final AssetTypesView view;

    AssetTypesScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new AssetTypesViewModel(services.assetTypes(), bench.tasks(), bench.notices());
        AssetTypeRights rights = AssetTypeRights.of(services.gate());
        view = new AssetTypesView(model, rights, bench.tasks().ui(), bench.overlay());
        Set<String> tables = Set.of(ChangeService.ASSET_TYPES);
        rereadOn(
                bench.tasks().ui(),
                model::load,
                signal -> services.changes().subscribe(tables, change -> signal.run())::close);
        whenShown(model::load);
        if (rights.update()) {
            whenShown(this::restore);
        }
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void close() {
        model.form().keep(bench.drafts(), draftKey());
    }

    private void restore() {
        if (model.form().restore(bench.drafts(), draftKey(), AssetType.class)) {
            bench.notices().info(Messages.of("assettypes").text("draft.restored"));
        }
    }

    private String draftKey() {
        return services.gate().user().userId() + "/assetType";
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
