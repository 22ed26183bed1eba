package com.prosynchub.ui.locations;

import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Places as the shell sees them. FX thread. */
final class LocationsScreen implements Screen {
    private final SessionServices services;
    private final Workbench bench;
    private final LocationsViewModel model;
    private final LocationsView view;
    private @Nullable Watch watch;
    private @Nullable UpdateThrottle throttle;

    LocationsScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new LocationsViewModel(services.locations(), bench.tasks(), bench.notices());
        view = new LocationsView(
                model, LocationRights.of(services.gate()), bench.tasks().ui(), bench.overlay());
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void onShown() {
        UpdateThrottle signalled = new UpdateThrottle(bench.tasks().ui(), UpdateThrottle.LIVE, model::load);
        throttle = signalled;
        watch = services.changes()
                .subscribe(Set.of(ChangeService.LOCATIONS, ChangeService.ASSETS), change -> signalled.signal());
        model.load();
    }

    @Override
    public void onHidden() {
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
        UpdateThrottle running = throttle;
        if (running != null) {
            running.close();
            throttle = null;
        }
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
        return model;
    }
}
