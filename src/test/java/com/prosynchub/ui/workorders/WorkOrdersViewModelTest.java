package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter.Assignment;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkOrdersViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final UUID me = site.session.user().userId();
    private final WorkOrdersViewModel model =
            new WorkOrdersViewModel(site.services.workOrders(), me, new DirectTaskRunner(), site.notices);
    private final UUID pump = site.asset("Pump", null).id();
    private final WorkOrder late = order("Grease", LocalDate.of(2026, 1, 1));
    private final WorkOrder later = order("Paint", LocalDate.of(2026, 3, 1));

    private WorkOrder order(String title, LocalDate due) {
        return site.session.workOrders().insert(Records.workOrder(title, pump, WorkOrderStatus.OPEN, due));
    }

    @BeforeEach
    void load() {
        model.load();
    }

    private List<String> titles() {
        return model.lines().stream().map(line -> line.order().title()).toList();
    }

    @Test
    void showsWhatIsNotEndedByDueDate() {
        WorkOrder cancelled = order("Forget", LocalDate.of(2026, 1, 2));
        site.services.workOrders().move(cancelled, WorkOrderStatus.CANCELLED, null, "");
        model.refresh();
        assertThat(titles()).containsExactly("Grease", "Paint");
        model.filterStatuses(Set.of());
        assertThat(titles()).containsExactly("Grease", "Forget", "Paint");
        assertThat(model.people()).isNotEmpty();
    }

    @Test
    void narrows() {
        model.search("pai");
        assertThat(titles()).containsExactly("Paint");
        model.search("");
        model.filterPriorities(Set.of(Priority.CRITICAL));
        assertThat(titles()).isEmpty();
        model.filterPriorities(Set.of());
        site.services.workOrders().assign(later, me);
        model.filterAssignment(model.mine());
        assertThat(titles()).containsExactly("Paint");
        model.filterAssignment(Assignment.NOBODY);
        assertThat(titles()).containsExactly("Grease");
    }

    @Test
    void readsPageAfterPage() {
        for (int i = 0; i < 250; i++) {
            order("Order " + i, LocalDate.of(2026, 2, 1));
        }
        model.refresh();
        assertThat(model.lines()).hasSize(WorkOrdersViewModel.PAGE);
        model.loadMore();
        model.loadMore();
        assertThat(model.lines()).hasSize(252).doesNotHaveDuplicates();
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void aRefreshTouchesOnlyTheRowsThatChanged() {
        List<Integer> touched = new ArrayList<>();
        model.lines().addListener((ListChangeListener<WorkOrderLine>) change -> {
            while (change.next()) {
                touched.add(change.getFrom());
            }
        });
        model.refresh();
        assertThat(touched).isEmpty();
        site.services.workOrders().assign(later, me);
        model.refresh();
        assertThat(touched).containsExactly(1);
    }

    @Test
    void aFailureIsShownWhereNothingWasAndSaidWhereSomethingIs() {
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.refresh();
        assertThat(titles()).containsExactly("Grease", "Paint");
        assertThat(site.notices.failures).hasSize(1);
        WorkOrdersViewModel fresh =
                new WorkOrdersViewModel(site.services.workOrders(), me, new DirectTaskRunner(), site.notices);
        fresh.load();
        assertThat(fresh.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        fresh.select(late.id());
        assertThat(fresh.selectedProperty().get()).isEqualTo(late.id());
    }
}
