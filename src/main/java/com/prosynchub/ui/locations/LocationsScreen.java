package com.prosynchub.ui.locations;

import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.location.Location;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.feed.FeedPane;
import com.prosynchub.ui.kit.feed.FeedViewModel;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Places as the shell sees them. FX thread. */
final class LocationsScreen extends LiveScreen {
    private final LocationsViewModel model;
    private final SessionServices services;
    private final Workbench bench;
    private final LocationsView view;
    private final FeedViewModel feed;
    private int historyOf;

    LocationsScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        model = new LocationsViewModel(services.locations(), bench.tasks(), bench.notices());
        LocationRights rights = LocationRights.of(services.gate());
        feed = new FeedViewModel(bench.tasks());
        view = new LocationsView(
                model, rights, bench.tasks().ui(), bench.overlay(), new FeedPane(feed, bench, "location-history"));
        model.form().shownProperty().subscribe(this::showHistory);
        whileShown(() -> feed.watch(true), () -> feed.watch(false));
        rereadOn(
                bench.tasks().ui(),
                feed::refresh,
                signal ->
                        services.changes().subscribe(Set.of(ChangeService.ACTIVITIES), change -> signal.run())::close);
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

    /** The same place read again keeps its history where it is scrolled to. */
    private void showHistory(@Nullable Location place) {
        int id = place == null ? 0 : place.id();
        if (id == historyOf) {
            return;
        }
        historyOf = id;
        if (id == 0) {
            feed.show(null);
        } else {
            ActivityFilter filter = ActivityFilter.all().about(Set.of(RecordKey.of("LOCATION", id)));
            feed.show(page -> services.activities().search(filter, page));
        }
    }

    @Override
    public void open(String target) {
        model.whenRead(Integer.parseInt(target), view::choose);
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
        feed.refresh();
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
