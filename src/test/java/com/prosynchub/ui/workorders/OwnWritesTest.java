package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import com.prosynchub.ui.kit.view.Drafts;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quick hands: what one does before the answer to what one did is there. */
class OwnWritesTest {
    private final UiSite site = new UiSite("Manager");
    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final WorkOrderDetailViewModel model = new WorkOrderDetailViewModel(
            site.services.workOrders(),
            site.services.comments(),
            tasks,
            site.notices,
            new TypedWords(new Drafts(), UUID.randomUUID()),
            () -> {});
    private final UUID me = site.session.user().userId();
    private final WorkOrder order = insert("Grease");

    private WorkOrder insert(String title) {
        return site.session
                .workOrders()
                .insert(Records.workOrder(title, site.asset("Pump", null).id(), WorkOrderStatus.OPEN, null));
    }

    @BeforeEach
    void show() {
        model.show(order.id());
        tasks.runAll();
    }

    private WorkOrderDetail shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private WorkOrder stored(WorkOrder of) {
        return site.session.workOrders().find(of.id()).orElseThrow();
    }

    private void move(WorkOrderStatus to) {
        model.move(to, null, "", refusal -> {}, () -> {});
    }

    @Test
    void assigningAndMovingBeforeAnyAnswerIsNobodyElsesChange() {
        model.assign(me);
        move(WorkOrderStatus.IN_PROGRESS);
        move(WorkOrderStatus.ON_HOLD);
        tasks.runAll();
        assertThat(stored(order).status()).isEqualTo(WorkOrderStatus.ON_HOLD);
        assertThat(stored(order).assignedToId()).isEqualTo(me);
        assertThat(site.notices.said).noneMatch(said -> said.startsWith("warning"));
        assertThat(shown().order()).isEqualTo(stored(order));
    }

    @Test
    void theOwnSavedVersionIsShownBeforeItIsReadAgain() {
        model.assign(me);
        tasks.runNext();
        assertThat(shown().order().assignedToId()).isEqualTo(me);
        move(WorkOrderStatus.IN_PROGRESS);
        tasks.runAll();
        assertThat(stored(order).status()).isEqualTo(WorkOrderStatus.IN_PROGRESS);
        assertThat(site.notices.said).noneMatch(said -> said.startsWith("warning"));
    }

    @Test
    void whatOthersChangedInBetweenIsStillAConflict() {
        model.assign(me);
        tasks.runNext();
        WorkOrder theirs = stored(order);
        assertThat(site.session.workOrders().update(theirs.moved(WorkOrderStatus.ON_HOLD, null)))
                .isInstanceOf(SaveResult.Saved.class);
        move(WorkOrderStatus.IN_PROGRESS);
        tasks.runAll();
        assertThat(stored(order).status()).isEqualTo(WorkOrderStatus.ON_HOLD);
        assertThat(site.notices.said).anyMatch(said -> said.startsWith("warning"));
    }

    @Test
    void whatWaitsIsWrittenToTheOrderItWasMeantFor() {
        WorkOrder other = insert("Paint");
        model.assign(me);
        move(WorkOrderStatus.IN_PROGRESS);
        model.show(other.id());
        tasks.runAll();
        assertThat(stored(order).status()).isEqualTo(WorkOrderStatus.IN_PROGRESS);
        assertThat(stored(other).status()).isEqualTo(WorkOrderStatus.OPEN);
        assertThat(shown().order().id()).isEqualTo(other.id());
    }
}
