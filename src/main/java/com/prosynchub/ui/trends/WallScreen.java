package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import javafx.scene.Node;

/** The wall as the shell sees it. FX thread. */
final class WallScreen extends LiveScreen {
    private final WallViewModel model;
    private final WallView view;

    WallScreen(SessionServices services, Workbench bench) {
        // Nobody stands at a wall to read notices; what is missing of a view is said where it is opened by hand.
        TrendsViewModel charts = new TrendsViewModel(
                TrendPanelViewModel.Services.of(services, bench.formats()), bench.tasks(), Notices.none());
        model = new WallViewModel(
                new WallViewModel.Services(services.assets(), services.locations(), services.trendViews()),
                charts,
                bench.tasks(),
                bench.preferences());
        view = new WallView(model, bench);
        whileShown(model::start, model::stop);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public Node whileLocked() {
        return view.root();
    }

    /** Shows a page that was sent here, alone on the screen; see {@link PageText}. */
    @Override
    public void open(String target) {
        TrendPage page = PageText.parse(target);
        if (!page.traces().isEmpty()) {
            model.give(page);
            view.toggleAlone();
        }
    }

    @Override
    public boolean fullScreen() {
        view.toggleAlone();
        return true;
    }

    @Override
    public void close() {
        view.dispose();
    }

    @Override
    public void refresh() {
        model.read();
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
