package com.prosynchub.ui.workorders;

import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.feed.FeedPane;
import com.prosynchub.ui.kit.feed.FeedViewModel;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Work orders as the shell sees them. FX thread. */
final class WorkOrdersScreen extends LiveScreen {
    private static final Set<String> TABLES =
            Set.of(ChangeService.WORK_ORDERS, "work_order_checklist", ChangeService.COMMENTS);

    private final WorkOrdersViewModel model;
    private final WorkOrderDetailViewModel detail;
    private final BoardViewModel board;
    private final WorkOrderDialogs dialogs;
    private final WorkOrdersView view;
    private final FeedViewModel feed;
    private @Nullable Question question;

    /** Asked as soon as the order is shown. */
    private record Question(UUID order, WorkOrderStatus to) {}

    WorkOrdersScreen(SessionServices services, Workbench bench) {
        WorkOrderRights rights = WorkOrderRights.of(services.gate());
        model = new WorkOrdersViewModel(
                services.workOrders(), services.gate().user().userId(), bench.tasks(), bench.notices());
        detail = new WorkOrderDetailViewModel(
                services.workOrders(),
                services.comments(),
                bench.tasks(),
                bench.notices(),
                new TypedWords(bench.drafts(), services.gate().user().userId()),
                this::reread);
        feed = new FeedViewModel(bench.tasks());
        board = new BoardViewModel(
                services.workOrders(),
                () -> LocalDate.ofInstant(
                        bench.formats().clock().instant(), bench.formats().zone()),
                bench.tasks(),
                bench.notices());
        model.filterProperty().subscribe(board::filter);
        board.askBy(this::ask);
        dialogs = new WorkOrderDialogs(bench, services, model, detail);
        FeedPane history = new FeedPane(feed, bench, "workorder-history").narrow();
        view = new WorkOrdersView(
                model,
                board,
                new WorkOrderDetailView(detail, model.people(), dialogs, rights, history, bench),
                dialogs,
                rights,
                bench);
        model.selectedProperty().subscribe(detail::show);
        detail.shownProperty().subscribe(this::put);
        model.selectedProperty().subscribe(order -> showHistory(services, order));
        whileShown(() -> feed.watch(true), () -> feed.watch(false));
        rereadOn(
                bench.tasks().ui(),
                feed::refresh,
                signal ->
                        services.changes().subscribe(Set.of(ChangeService.ACTIVITIES), change -> signal.run())::close);
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

    private void showHistory(SessionServices services, @Nullable UUID order) {
        if (order == null) {
            feed.show(null);
        } else {
            ActivityFilter filter = ActivityFilter.all().about(Set.of(RecordKey.of("WORK_ORDER", order)));
            feed.show(page -> services.activities().search(filter, page));
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
        reread();
        detail.refresh();
        feed.refresh();
    }

    private void reread() {
        model.refresh();
        board.refresh();
    }

    /** A move that asks for something first; it is made on the order as the detail shows it. */
    private void ask(WorkOrderLine line, WorkOrderStatus to) {
        question = new Question(line.order().id(), to);
        model.select(line.order().id());
        put(detail.shownProperty().get());
    }

    private void put(@Nullable WorkOrderDetail shown) {
        Question waiting = question;
        if (waiting != null && shown != null && shown.order().id().equals(waiting.order())) {
            question = null;
            dialogs.move(shown.order(), waiting.to());
        }
    }

    @Override
    public void focus() {
        view.focus();
    }
}
