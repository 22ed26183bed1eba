package com.prosynchub.ui.home;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The overview as the shell sees it. FX thread. */
final class HomeScreen implements Screen {
    private final HomeViewModel model;
    private final HomeView view;
    private final Workbench bench;
    private @Nullable Cancellable ticking;

    HomeScreen(SessionServices services, Workbench bench) {
        this.bench = bench;
        model = new HomeViewModel(services.overview(), services.changes(), bench.tasks());
        view = new HomeView(
                model,
                bench.formats(),
                bench.tasks().ui(),
                services.gate().user().displayName(),
                asset -> bench.navigation().open("assets", asset.toString()));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void onShown() {
        model.start();
        ticking = bench.tasks().ui().every(Duration.ofSeconds(1), view::tick);
    }

    @Override
    public void onHidden() {
        model.stop();
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
    }

    @Override
    public void refresh() {
        model.load();
    }
}
