package com.prosynchub.ui.ingest;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import javafx.scene.Node;

/** The ingest screen as the shell sees it; counts are read again while it is shown. FX thread. */
final class IngestScreen extends LiveScreen {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final IngestViewModel model;
    private final IngestView view;

    IngestScreen(SessionServices services, Workbench bench) {
        model = new IngestViewModel(services.ingestLog(), bench.tasks(), bench.notices());
        view = new IngestView(
                model,
                bench,
                services.gate().may(Resource.INTEGRATION, Action.CONFIGURE),
                services.gate().may(Resource.IMPORT, Action.CREATE));
        whenShown(model::load);
        whileShown(() -> bench.tasks().ui().every(EVERY, model::load));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void focus() {
        view.focus();
    }
}
