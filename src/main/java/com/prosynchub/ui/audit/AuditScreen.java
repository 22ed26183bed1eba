package com.prosynchub.ui.audit;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.Workbench;
import javafx.scene.Node;

/**
 * The audit as the shell sees it. It is read when it is shown and on F5, and not by itself: an auditor's list must not move
 * under the eyes. FX thread.
 */
final class AuditScreen implements Screen {
    private final AuditViewModel model;
    private final AuditView view;

    AuditScreen(SessionServices services, Workbench bench) {
        model = new AuditViewModel(services.ledger(), bench.tasks(), bench.notices(), bench.formats());
        view = new AuditView(
                model,
                bench,
                services.gate().may(Resource.AUDIT, Action.EXPORT),
                services.gate().may(Resource.AUDIT, Action.RESTORE));
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void onShown() {
        model.refresh();
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
