package com.prosynchub.ui.activity;

import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import javafx.scene.Node;

/** The stream as the shell sees it; another screen may ask for one person or one record. FX thread. */
final class ActivityScreen extends LiveScreen {
    private final ActivityViewModel model;
    private final ActivityView view;

    ActivityScreen(SessionServices services, Workbench bench) {
        model = new ActivityViewModel(
                services.activities(), services.workOrders(), bench.tasks(), bench.preferences(), bench.formats());
        view = new ActivityView(model, bench);
        whenShown(model::load);
        whileShown(() -> model.feed().watch(true), () -> model.feed().watch(false));
        rereadOn(
                bench.tasks().ui(),
                model.feed()::refresh,
                signal ->
                        services.changes().subscribe(Set.of(ChangeService.ACTIVITIES), change -> signal.run())::close);
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void open(String target) {
        RecordKey.parse(target).ifPresent(model::open);
    }

    @Override
    public void refresh() {
        model.load();
        model.feed().refresh();
    }

    @Override
    public void focus() {
        view.focus();
    }
}
