package com.prosynchub.ui.locations;

import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Places as the shell sees them. FX thread. */
final class LocationsScreen extends LiveScreen {
    private final LocationsViewModel model;
    private final LocationsView view;

    LocationsScreen(SessionServices services, Workbench bench) {
        model = new LocationsViewModel(services.locations(), bench.tasks(), bench.notices());
        view = new LocationsView(
                model, LocationRights.of(services.gate()), bench.tasks().ui(), bench.overlay());
        Set<String> tables = Set.of(ChangeService.LOCATIONS, ChangeService.ASSETS);
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
