package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** Trends as the shell sees them. FX thread. */
final class TrendsScreen extends LiveScreen {
    /** What is marked at the time axis. */
    private static final Set<String> MARKED = Set.of(ChangeService.METRIC_NOTES, ChangeService.WORK_ORDERS);

    private final SessionServices services;
    private final Workbench bench;
    private final TrendsViewModel model;
    private final SavedViewsViewModel views;
    private final TrendsView view;

    TrendsScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new TrendsViewModel(
                TrendPanelViewModel.Services.of(services, bench.formats()), bench.tasks(), bench.notices());
        views = new SavedViewsViewModel(
                services.trendViews(), model, bench.tasks(), bench.notices(), bench.dialogs(), bench.preferences());
        TimeRangeViewModel time = new TimeRangeViewModel(
                services.siteSettings(), services.workOrders(), model, bench.tasks(), bench.notices(), bench.formats());
        TrendFilesViewModel files = new TrendFilesViewModel(
                services.gate(), services.trendExport(), bench.tasks(), bench.notices(), bench.formats());
        NotesViewModel notes = new NotesViewModel(services.notes(), bench.tasks(), bench.notices(), model::mark);
        view = new TrendsView(model, new TrendsView.Parts(views, time, notes, files), bench);
        whileShown(model::start, model::stop);
        whenShown(view::load);
        // Announced values are on the chart a few times a second; the timer sees to it where announcements do not come.
        rereadOn(
                bench.tasks().ui(),
                model::poll,
                signal -> services.changes().subscribe(Set.of(ChangeService.METRICS), change -> signal.run())::close);
        rereadOn(
                bench.tasks().ui(),
                model::mark,
                signal -> services.changes().subscribe(MARKED, change -> signal.run())::close);
        rereadOn(
                bench.tasks().ui(),
                views::load,
                signal ->
                        services.changes().subscribe(Set.of(ChangeService.TREND_VIEWS), change -> signal.run())::close);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public Node whileLocked() {
        return view.root();
    }

    /** Shows the metrics that a link names; see {@link PageText}. */
    @Override
    public void open(String target) {
        TrendPage page = PageText.parse(target);
        if (!page.traces().isEmpty()) {
            views.leave();
            model.show(page);
        }
    }

    @Override
    public String place() {
        TrendPage page = model.page();
        return page.traces().isEmpty() ? "" : PageText.of(page);
    }

    /** The page goes to the wall, for whoever has one. */
    @Override
    public boolean fullScreen() {
        String page = place();
        boolean wall = !page.isEmpty() && services.gate().may(TrendsFeature.WALL_RIGHT);
        if (wall) {
            bench.navigation().open(TrendsFeature.WALL, page);
        }
        return wall;
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
