package com.prosynchub.ui.trends;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import javafx.scene.Node;

/** Trends as the shell sees them. FX thread. */
final class TrendsScreen extends LiveScreen {
    private final TrendsViewModel model;
    private final TrendsView view;

    TrendsScreen(SessionServices services, Workbench bench) {
        model = new TrendsViewModel(
                new TrendPanelViewModel.Services(services.assets(), services.metrics(), services.trends()),
                bench.tasks());
        view = new TrendsView(model, bench.formats(), bench.tasks().ui());
        whileShown(model::start, model::stop);
    }

    /** The model, for opening lines from elsewhere. */
    TrendsViewModel model() {
        return model;
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public Node whileLocked() {
        return view.root();
    }

    @Override
    public void close() {
        view.dispose();
    }

    @Override
    public void refresh() {
        model.reload();
    }

    @Override
    public boolean followsRights() {
        return true;
    }

    @Override
    public void focus() {
        view.focus();
    }
}
