package com.prosynchub.ui.home;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import javafx.scene.Node;

/** The overview as the shell sees it. FX thread. */
final class HomeScreen extends LiveScreen {
    private final HomeViewModel model;
    private final HomeView view;

    HomeScreen(SessionServices services, Workbench bench) {
        model = new HomeViewModel(services.overview(), services.changes(), bench.tasks());
        view = new HomeView(
                model,
                bench.formats(),
                bench.tasks().ui(),
                services.gate().user().displayName(),
                asset -> bench.navigation().open("assets", asset.toString()),
                order -> bench.navigation().open("workorders", order.toString()));
        whileShown(model::start, model::stop);
        whileShown(() -> bench.tasks().ui().every(Duration.ofSeconds(1), view::tick));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void refresh() {
        model.load();
    }
}
