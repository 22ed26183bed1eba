package com.prosynchub.ui.workorders;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;

/** Work orders as the shell sees them. FX thread. */
final class WorkOrdersScreen extends LiveScreen {
    private static final Set<String> TABLES = Set.of("work_orders", "work_order_checklist");

    private final WorkOrdersViewModel model;
    private final WorkOrderDetailViewModel detail;
    private final WorkOrdersView view;

    WorkOrdersScreen(SessionServices services, Workbench bench) {
        WorkOrderRights rights = WorkOrderRights.of(services.gate());
        model = new WorkOrdersViewModel(
                services.workOrders(), services.gate().user().userId(), bench.tasks(), bench.notices());
        detail = new WorkOrderDetailViewModel(
                services.workOrders(), services.comments(), bench.tasks(), bench.notices(), model::refresh);
        WorkOrderDialogs dialogs = new WorkOrderDialogs(bench, services, model, detail);
        view = new WorkOrdersView(
                model, new WorkOrderDetailView(detail, model.people(), dialogs, rights, bench), dialogs, rights, bench);
        model.selectedProperty().subscribe(detail::show);
        rereadOn(
                bench.tasks().ui(),
                this::refresh,
                signal -> services.changes().subscribe(TABLES, change -> signal.run())::close);
        whenShown(model::load);
        if (rights.create()) {
            whenShown(() -> dialogs.restore(true));
        }
        if (rights.update()) {
            whenShown(() -> dialogs.restore(false));
        }
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void open(String target) {
        model.select(UUID.fromString(target));
    }

    @Override
    public void refresh() {
        model.refresh();
        detail.refresh();
    }

    @Override
    public void focus() {
        view.focus();
    }
}
