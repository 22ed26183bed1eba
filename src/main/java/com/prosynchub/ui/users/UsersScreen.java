package com.prosynchub.ui.users;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Users as the shell sees them. FX thread. */
final class UsersScreen implements Screen {
    private final SessionServices services;
    private final Workbench bench;
    private final UsersViewModel model;
    private final UsersView view;
    private @Nullable Watch watch;
    private @Nullable UpdateThrottle throttle;

    UsersScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new UsersViewModel(services.users(), bench.tasks(), bench.notices());
        view = new UsersView(
                model,
                bench,
                services.gate().may(Resource.USER, Action.CREATE),
                services.gate().may(Resource.USER, Action.UPDATE));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void onShown() {
        UpdateThrottle signalled = new UpdateThrottle(bench.tasks().ui(), UpdateThrottle.LIVE, model::refresh);
        throttle = signalled;
        watch = services.changes().subscribe(Set.of("users"), change -> signalled.signal());
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
        model.refresh();
    }

    @Override
    public void focus() {
        view.focus();
    }
}
