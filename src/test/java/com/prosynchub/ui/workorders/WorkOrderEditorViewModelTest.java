package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.workorder.Merge;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkOrderEditorViewModelTest {
    private final UiSite site = new UiSite("Manager");
    private final UUID pump = site.asset("Pump", null).id();
    private final WorkOrder order =
            site.session.workOrders().insert(Records.workOrder("Grease", pump, WorkOrderStatus.OPEN, null));
    private final List<WorkOrder> saved = new ArrayList<>();

    private WorkOrderEditorViewModel editor(@Nullable WorkOrder of) {
        return new WorkOrderEditorViewModel(site.services.workOrders(), new DirectTaskRunner(), of);
    }

    private void somebodyElse(String title) {
        WorkOrderEditorViewModel other = editor(order);
        other.title.set(title);
        other.priority.set(Priority.CRITICAL);
        other.save(w -> {});
    }

    @Test
    void createsAndNamesTheFieldsThatAreWrong() {
        WorkOrderEditorViewModel model = editor(null);
        model.estimatedHours.set("long");
        model.save(saved::add);
        assertThat(Objects.requireNonNull(model.invalidProperty().get()).violations())
                .extracting(Failure.Violation::field)
                .containsExactlyInAnyOrder("title", "assetId", "estimatedHours");
        model.title.set(" Paint ");
        model.asset.set(pump);
        model.estimatedHours.set("1,5");
        model.dueDate.set(LocalDate.of(2026, 2, 1));
        model.save(saved::add);
        assertThat(saved).hasSize(1);
        assertThat(saved.getFirst().title()).isEqualTo("Paint");
        assertThat(saved.getFirst().estimatedHours()).isEqualByComparingTo("1.5");
        assertThat(saved.getFirst().status()).isEqualTo(WorkOrderStatus.OPEN);
    }

    @Test
    void differentFieldsMergeWithoutAQuestion() {
        WorkOrderEditorViewModel mine = editor(order);
        somebodyElse("Grease");
        mine.dueDate.set(LocalDate.of(2026, 2, 1));
        mine.save(saved::add);
        assertThat(mine.conflictProperty().get()).isNull();
        assertThat(saved.getFirst().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(saved.getFirst().dueDate()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void theSameFieldAsksWithAllThreeVersions() {
        WorkOrderEditorViewModel mine = editor(order);
        somebodyElse("Grease both bearings");
        mine.title.set("Grease the motor");
        mine.description.set("Lithium grease only");
        mine.save(saved::add);
        Merge asked = Objects.requireNonNull(mine.conflictProperty().get());
        assertThat(asked.fields())
                .containsExactly(new Merge.Field("title", "Grease", "Grease the motor", "Grease both bearings"));
        mine.decideLater();
        mine.save(saved::add);
        mine.resolve(false, saved::add);
        assertThat(saved.getFirst().title()).isEqualTo("Grease both bearings");
        assertThat(saved.getFirst().description()).isEqualTo("Lithium grease only");
        assertThat(saved.getFirst().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void mineStaysWhenIWantItTo() {
        WorkOrderEditorViewModel mine = editor(order);
        somebodyElse("Grease both bearings");
        mine.title.set("Grease the motor");
        mine.save(saved::add);
        mine.resolve(true, saved::add);
        assertThat(saved.getFirst().title()).isEqualTo("Grease the motor");
        assertThat(saved.getFirst().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void whatWasDeletedMeanwhileIsSaidAndStaysTyped() {
        WorkOrderEditorViewModel mine = editor(order);
        site.services.workOrders().delete(order.id(), order.revision(), "");
        mine.title.set("Grease the motor");
        mine.save(saved::add);
        assertThat(saved).isEmpty();
        assertThat(mine.problemProperty().get()).contains("deleted");
        assertThat(mine.title.get()).isEqualTo("Grease the motor");
    }
}
