package com.prosynchub.ui.locations;

import com.prosynchub.model.location.Location;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Places as the shell sees them. FX thread. */
final class LocationsScreen extends LiveScreen {
    private final LocationsViewModel model;
    private final SessionServices services;
    private final Workbench bench;
    private final LocationsView view;

    LocationsScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new LocationsViewModel(services.locations(), bench.tasks(), bench.notices());
        LocationRights rights = LocationRights.of(services.gate());
        view = new LocationsView(model, rights, bench.tasks().ui(), bench.overlay());
        Set<String> tables = Set.of(ChangeService.LOCATIONS, ChangeService.ASSETS);
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
        if (model.form().restore(bench.drafts(), draftKey(), Location.class)) {
            bench.notices().info(Messages.of("locations").text("draft.restored"));
        }
    }

    private String draftKey() {
        return services.gate().user().userId() + "/location";
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
