package com.prosynchub.ui.workorders;

import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** One step of a checklist: the tick, the task, who did it, its notes, and its place in the order. FX thread. */
final class StepRow extends HBox {
    StepRow(
            ChecklistItem step,
            WorkOrderDetailViewModel model,
            WorkOrderDialogs dialogs,
            WorkOrderRights rights,
            boolean open,
            String doneBy) {
        Messages messages = Messages.of("workorders");
        getStyleClass().add(Styles.GAP_8);
        CheckBox tick = new CheckBox();
        tick.setId("step-" + step.sequence());
        tick.setSelected(step.completed());
        tick.setAccessibleText(step.task());
        tick.setDisable(!open || !(rights.update() || rights.complete()));
        tick.setOnAction(e -> {
            // The store confirms it before it stays.
            boolean wanted = tick.isSelected();
            tick.setSelected(step.completed());
            model.tick(step, wanted);
        });
        Label task = new Label(step.task());
        task.setWrapText(true);
        VBox words = new VBox(task);
        if (!doneBy.isEmpty()) {
            words.getChildren().add(small(doneBy));
        }
        if (step.notes() != null && !step.notes().isBlank()) {
            words.getChildren().add(small(step.notes()));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(tick, words);
        if (open && (rights.update() || rights.complete())) {
            getChildren().add(Buttons.icon(CarbonIcons.EDIT, messages.text("step.notes"), () -> dialogs.note(step)));
        }
        if (open && rights.update()) {
            getChildren()
                    .addAll(
                            Buttons.icon(CarbonIcons.ARROW_UP, messages.text("step.up"), () -> model.shift(step, -1)),
                            Buttons.icon(
                                    CarbonIcons.ARROW_DOWN, messages.text("step.down"), () -> model.shift(step, 1)),
                            Buttons.icon(
                                    CarbonIcons.TRASH_CAN, messages.text("step.delete"), () -> model.deleteStep(step)));
        }
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        return label;
    }
}
