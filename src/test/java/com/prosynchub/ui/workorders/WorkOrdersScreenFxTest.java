package com.prosynchub.ui.workorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.text.FailureText;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A work order in the window, from creation to its end. */
@ExtendWith(FxToolkitExtension.class)
class WorkOrdersScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private LiveWindow on(String role) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        Fx.run(() -> window.shell().navigator().open("workorders"));
        Fx.until(() -> window.find("#workorder-table") instanceof TableView<?> table
                && !table.getItems().isEmpty());
        return window;
    }

    @Test
    void fromCreationToCompletion() {
        LiveWindow window = on("Manager");
        window.keys(KeyCode.CONTROL, KeyCode.N);
        Fx.until(() -> window.find("#workorder-title") instanceof TextField title && title.isFocused());
        window.hands.write("Replace gasket");
        Fx.run(() -> text(window, "#workorder-asset").requestFocus());
        window.hands.write("C-401");
        Fx.until(() -> window.hands.listWindows().size() > 1);
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> text(window, "#workorder-asset").getText().contains("Ammonia compressor C-401"));
        Fx.run(() -> text(window, "#workorder-title").requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> stored(window) != null);
        window.awaitWords("Nobody has said anything yet");
        Fx.run(() -> text(window, "#step-new").requestFocus());
        window.hands.write("Isolate");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#step-1") instanceof CheckBox);
        Fx.run(() ->
                assignee(window).valueProperty().set(window.site.session.user().userId()));
        // Moved at once, before the assignment is answered and read again: nobody else was faster.
        press(window, "#move-IN_PROGRESS");
        Fx.until(() -> window.find("#move-COMPLETED") instanceof Button);
        assertThat(stored(window).assignedToId())
                .isEqualTo(window.site.session.user().userId());
        complete(window, "2,5");
        window.awaitWords("Some steps are not done yet");
        Fx.run(() -> ((CheckBox) Objects.requireNonNull(window.find("#step-1"))).fire());
        window.awaitWords("Steps: 1 of 1 done");
        complete(window, "2,5");
        Fx.until(() -> stored(window).status() == WorkOrderStatus.COMPLETED);
        assertThat(stored(window).actualHours()).isEqualByComparingTo("2.5");
        // The row is gone from the list of what is not ended; its order stays the one that is shown.
        window.awaitWords("Reopen");
        press(window, "#move-IN_PROGRESS");
        window.awaitWords("Why the work is taken up again");
        Fx.until(() -> window.find("#workorder-reason") instanceof TextField reason && reason.isFocused());
        window.hands.write("It leaks again");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> stored(window).status() == WorkOrderStatus.IN_PROGRESS);
    }

    @Test
    void whoOnlyReadsIsOfferedNothingToDo() {
        LiveWindow window = on("Viewer");
        Fx.run(() -> ((TableView<?>) Objects.requireNonNull(window.find("#workorder-table")))
                .getSelectionModel()
                .selectFirst());
        window.awaitWords("Steps: 1 of 4 done");
        for (String id :
                new String[] {"#workorder-create", "#workorder-edit", "#move-IN_PROGRESS", "#move-CANCELLED"}) {
            assertThat(Fx.call(() -> window.find(id) == null)).as(id).isTrue();
        }
        assertThat(Fx.call(() -> Objects.requireNonNull(window.find("#step-1")).isDisabled()))
                .isTrue();
    }

    @Test
    void anothersMoveArrivesAndTheChosenRowStaysChosen() {
        LiveWindow window = on("Manager");
        WorkOrder last = Fx.call(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#workorder-table"));
            table.getSelectionModel().selectLast();
            return ((WorkOrderLine) table.getSelectionModel().getSelectedItem()).order();
        });
        window.awaitWords("No steps.");
        window.site.session.workOrders().update(last.moved(WorkOrderStatus.ON_HOLD, null));
        window.awaitWords("On hold");
        Fx.until(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#workorder-table"));
            return table.getSelectionModel().getSelectedItem() instanceof WorkOrderLine line
                    && line.order().id().equals(last.id())
                    && line.order().status() == WorkOrderStatus.ON_HOLD;
        });
    }

    @Test
    void anothersCommentArrives() {
        LiveWindow window = on("Manager");
        WorkOrder order = Fx.call(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#workorder-table"));
            table.getSelectionModel().selectLast();
            return ((WorkOrderLine) table.getSelectionModel().getSelectedItem()).order();
        });
        window.awaitWords("Nobody has said anything yet");
        SessionServices.open(window.site.plant.session("Operator"), window.site.documents, window.site.clock)
                .comments()
                .say(order.id(), "It hums since noon.");
        window.awaitWords("It hums since noon.");
    }

    @SuppressWarnings("unchecked") // the field chooses people by id
    private static ChoiceField<UUID> assignee(LiveWindow window) {
        return (ChoiceField<UUID>) Objects.requireNonNull(window.find("#workorder-assignee"));
    }

    @Test
    void aQuestionAboutTheSameFieldLosesNothingThatWasTyped() {
        LiveWindow window = on("Manager");
        WorkOrder order = Fx.call(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#workorder-table"));
            table.getSelectionModel().selectFirst();
            return ((WorkOrderLine) table.getSelectionModel().getSelectedItem()).order();
        });
        press(window, "#workorder-edit");
        Fx.until(() -> window.find("#workorder-title") instanceof TextField title && title.isFocused());
        Fx.run(() -> text(window, "#workorder-title").setText("Mine"));
        retitled(window, order.id(), "Theirs");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#conflict-dialog") != null);
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#workorder-title") instanceof TextField title
                && title.getText().equals("Mine"));
        Fx.run(() -> text(window, "#workorder-title").requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#conflict-dialog") != null);
        // What keeping mine would write is refused now: the form is back with it, and says why.
        Fx.run(() -> window.site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "test")));
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#workorder-title") instanceof TextField title
                && title.getText().equals("Mine"));
        Fx.until(() -> window.find("#conflict-dialog") == null);
        window.awaitWords(FailureText.of(new Failure.Unavailable(Failure.Store.RELATIONAL, "test"))
                .what());
        window.site.plant.failAlways(null);
        assertThat(window.site
                        .session
                        .workOrders()
                        .find(order.id())
                        .orElseThrow()
                        .title())
                .isEqualTo("Theirs");
        Fx.run(() -> text(window, "#workorder-title").requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.site
                .session
                .workOrders()
                .find(order.id())
                .orElseThrow()
                .title()
                .equals("Mine"));
        Fx.until(() -> window.find("#workorder-dialog") == null);
    }

    @Test
    void aQuestionAboutTheAssetNamesBoth() {
        LiveWindow window = on("Manager");
        WorkOrder order = Fx.call(() -> {
            TableView<?> table = (TableView<?>) Objects.requireNonNull(window.find("#workorder-table"));
            table.getSelectionModel().selectFirst();
            return ((WorkOrderLine) table.getSelectionModel().getSelectedItem()).order();
        });
        press(window, "#workorder-edit");
        Fx.until(() -> window.find("#workorder-asset") instanceof TextField asset
                && asset.getText().contains("Ammonia compressor C-401"));
        Fx.run(() -> {
            text(window, "#workorder-asset").requestFocus();
            text(window, "#workorder-asset").clear();
        });
        window.hands.write("S-210");
        Fx.until(() -> window.hands.listWindows().size() > 1);
        window.keys(KeyCode.DOWN);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> text(window, "#workorder-asset").getText().contains("Separator S-210"));
        onAsset(window, order.id(), window.site.id("Rotary filler F-301"));
        Fx.run(() -> text(window, "#workorder-title").requestFocus());
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#conflict-dialog") != null);
        for (String name : new String[] {"Separator S-210", "Rotary filler F-301", "Ammonia compressor C-401"}) {
            assertThat(Fx.call(
                            () -> Objects.requireNonNull(window.find("#conflict-dialog")).lookupAll(".label").stream()
                                    .anyMatch(node -> node instanceof Label label
                                            && label.getText().contains(name))))
                    .as(name)
                    .isTrue();
        }
    }

    private static void onAsset(LiveWindow window, UUID id, UUID asset) {
        edited(window, id, now(window, id).title(), asset);
    }

    private static void retitled(LiveWindow window, UUID id, String title) {
        edited(window, id, title, now(window, id).assetId());
    }

    private static WorkOrder now(LiveWindow window, UUID id) {
        return window.site.session.workOrders().find(id).orElseThrow();
    }

    private static void edited(LiveWindow window, UUID id, String title, @Nullable UUID asset) {
        WorkOrder now = now(window, id);
        window.site
                .session
                .workOrders()
                .update(new WorkOrder(
                        id,
                        title,
                        now.description(),
                        asset,
                        now.status(),
                        now.priority(),
                        now.type(),
                        now.assignedToId(),
                        now.estimatedHours(),
                        now.actualHours(),
                        now.dueDate(),
                        now.completionDate(),
                        now.createdAt(),
                        now.updatedAt(),
                        now.createdBy(),
                        now.updatedBy(),
                        now.revision()));
    }

    private static void complete(LiveWindow window, String hours) {
        press(window, "#move-COMPLETED");
        Fx.until(() -> window.find("#workorder-hours") instanceof TextField field && field.isFocused());
        Fx.run(() -> text(window, "#workorder-hours").setText(hours));
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#workorder-complete") == null);
    }

    private static TextField text(LiveWindow window, String id) {
        return (TextField) Objects.requireNonNull(window.find(id), id);
    }

    private static void press(LiveWindow window, String id) {
        Fx.until(() -> window.find(id) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) Objects.requireNonNull(window.find(id))).fire());
    }

    private static WorkOrder stored(LiveWindow window) {
        return window
                .site
                .session
                .workOrders()
                .lines(WorkOrderFilter.open().withSearch("Replace gasket").withStatuses(Set.of()), PageRequest.first(1))
                .items()
                .stream()
                .findFirst()
                .map(WorkOrderLine::order)
                .orElse(null);
    }
}
