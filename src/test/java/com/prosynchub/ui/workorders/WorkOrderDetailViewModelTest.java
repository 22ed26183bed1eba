package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.view.Drafts;
import com.prosynchub.ui.kit.view.ScreenState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkOrderDetailViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final List<String> changes = new ArrayList<>();
    private final List<Failure.Invalid> refusals = new ArrayList<>();
    private final TypedWords words = new TypedWords(new Drafts(), UUID.randomUUID());
    private final WorkOrderDetailViewModel model = new WorkOrderDetailViewModel(
            site.services.workOrders(),
            site.services.comments(),
            new DirectTaskRunner(),
            site.notices,
            words,
            () -> changes.add("changed"));
    private final WorkOrder order = site.session
            .workOrders()
            .insert(Records.workOrder("Grease", site.asset("Pump", null).id(), WorkOrderStatus.OPEN, null));

    @BeforeEach
    void show() {
        model.show(order.id());
    }

    private WorkOrderDetail shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }

    private void move(WorkOrderStatus to, BigDecimal hours, String reason) {
        model.move(to, hours, reason, refusals::add, () -> {});
    }

    private void step(String task) {
        model.newStep.set(task);
        model.addStep();
    }

    @Test
    void stepsAreAddedTickedMovedAndDeleted() {
        step(" Isolate ");
        step("Grease");
        step("  ");
        assertThat(shown().steps()).extracting(ChecklistItem::task).containsExactly("Isolate", "Grease");
        assertThat(model.newStep.get()).isEqualTo("  ");
        model.shift(shown().steps().getLast(), 1);
        model.shift(shown().steps().getLast(), -1);
        assertThat(shown().steps()).extracting(ChecklistItem::task).containsExactly("Grease", "Isolate");
        model.tick(shown().steps().getFirst(), true);
        model.note(shown().steps().getFirst(), "two strokes");
        assertThat(shown().steps().getFirst().completed()).isTrue();
        assertThat(shown().steps().getFirst().notes()).isEqualTo("two strokes");
        model.deleteStep(shown().steps().getLast());
        assertThat(shown().steps()).hasSize(1);
        assertThat(changes).hasSize(6);
    }

    @Test
    void completesOnlyWhenEverythingIsDone() {
        step("Isolate");
        move(WorkOrderStatus.IN_PROGRESS, null, "");
        assertThat(site.notices.last()).contains("Grease").contains("In progress");
        move(WorkOrderStatus.COMPLETED, null, "");
        assertThat(refusals.getLast().violations())
                .extracting(Failure.Violation::field)
                .contains("actualHours");
        move(WorkOrderStatus.COMPLETED, BigDecimal.ONE, "");
        assertThat(WorkOrderDetailViewModel.sentence(refusals.getLast())).contains("not done yet");
        model.tick(shown().steps().getFirst(), true);
        move(WorkOrderStatus.COMPLETED, BigDecimal.ONE, "");
        assertThat(shown().order().status()).isEqualTo(WorkOrderStatus.COMPLETED);
        move(WorkOrderStatus.IN_PROGRESS, null, " ");
        assertThat(refusals.getLast().violations())
                .extracting(Failure.Violation::field)
                .contains("reason");
        move(WorkOrderStatus.IN_PROGRESS, null, "leaks again");
        assertThat(shown().order().status()).isEqualTo(WorkOrderStatus.IN_PROGRESS);
        assertThat(shown().steps()).allMatch(ChecklistItem::completed);
    }

    @Test
    void whatSomebodyElseChangedIsShownAndNothingOfMineWritten() {
        site.services.workOrders().assign(order, site.session.user().userId());
        move(WorkOrderStatus.ON_HOLD, null, "");
        assertThat(site.notices.last()).startsWith("warning");
        assertThat(shown().order().status()).isEqualTo(WorkOrderStatus.OPEN);
        assertThat(shown().line().assignee()).isNotNull();
        model.assign(null);
        assertThat(shown().line().assignee()).isNull();
    }

    @Test
    void whatWasTypedAtAnOrderIsThereWhenTheOrderIs() {
        UUID other = site.session
                .workOrders()
                .insert(Records.workOrder("Align", site.asset("Fan", null).id(), WorkOrderStatus.OPEN, null))
                .id();
        model.show(order.id());
        model.newComment.set("half a sent");
        model.newStep.set("Drain");
        model.show(other);
        assertThat(model.newComment.get()).isEmpty();
        model.newComment.set("of another");
        model.show(null);
        model.show(order.id());
        assertThat(model.newComment.get()).isEqualTo("half a sent");
        assertThat(model.newStep.get()).isEqualTo("Drain");
        model.comment();
        model.addStep();
        assertThat(model.newComment.get() + model.newStep.get()).isEmpty();
        model.show(other);
        assertThat(model.newComment.get()).isEqualTo("of another");
        model.show(order.id());
        assertThat(model.newComment.get() + model.newStep.get())
                .as("sent is sent")
                .isEmpty();
        assertThat(words.of(other, "comment")).isEqualTo("of another");
    }

    @Test
    void commentsAreSaidOnceAndKeptWhenTheyCouldNotBe() {
        model.newComment.set("It hums.");
        model.comment();
        assertThat(model.comments()).hasSize(1);
        assertThat(model.comments().getFirst().author()).isNotEmpty();
        assertThat(model.newComment.get()).isEmpty();
        model.newComment.set("x".repeat(4001));
        model.comment();
        assertThat(model.newComment.get()).hasSize(4001);
        assertThat(model.comments()).hasSize(1);
        model.newComment.set(" ");
        model.comment();
        assertThat(model.comments()).hasSize(1);
    }

    @Test
    void anOrderThatIsGoneLeavesNothing() {
        model.delete("reported twice");
        assertThat(site.plant.reasons).containsExactly("reported twice");
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
        model.show(order.id());
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"));
        model.show(order.id());
        assertThat(model.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        assertThat(model.commentsDownProperty().get()).isNotNull();
    }
}
