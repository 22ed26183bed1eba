package com.prosynchub.ui.workorders;

import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.time.Duration;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A work order as a card: what it is, how urgent, where, whose, and, by a stripe and in words, for how long it has been
 * there. FX thread.
 */
final class BoardCard extends ListCell<BoardViewModel.Card> {
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
    private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass AGED = PseudoClass.getPseudoClass("aged");
    /** Days from which on the stripe says that an order ages, and that it is old. */
    private static final int AGEING_DAYS = 7;

    private static final int OLD_DAYS = 30;

    private static final double TWO_LINES = 40;

    private final Formats formats;
    private final Messages messages = Messages.of("workorders");
    private final Label title = new Label();
    private final SeverityBadge priority = new SeverityBadge();
    private final DueLabel due = new DueLabel();
    private final Label asset = new Label();
    private final Label person = new Label();
    private final Label steps = new Label();
    private final Label age = new Label();
    private final HBox card;

    BoardCard(Formats formats) {
        this.formats = formats;
        getStyleClass().add("psh-board-cell");
        title.getStyleClass().add(Styles.STRONG);
        title.setWrapText(true);
        title.setMaxHeight(TWO_LINES);
        asset.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        person.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        steps.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        age.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        steps.setMinWidth(USE_PREF_SIZE);
        age.setMinWidth(USE_PREF_SIZE);
        VBox facts = new VBox(title, asset, row(priority, due), row(person, steps, age));
        facts.getStyleClass().add("psh-board-facts");
        HBox.setHgrow(facts, Priority.ALWAYS);
        Region stripe = new Region();
        stripe.getStyleClass().add("psh-board-stripe");
        card = new HBox(stripe, facts);
        card.getStyleClass().add("psh-board-card");
        card.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> getWidth() - snappedLeftInset() - snappedRightInset(),
                        widthProperty(),
                        insetsProperty()));
        // A list gives its cells the width of the widest; a card has the width of its column.
        setPrefWidth(0);
    }

    /** A list asks its cells for their height without a width; titles that need two lines have to know theirs. */
    @Override
    protected double computePrefHeight(double width) {
        double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        return getGraphic() == null || room <= 0
                ? super.computePrefHeight(width)
                : snappedTopInset() + card.prefHeight(room) + snappedBottomInset();
    }

    /** The first of them takes what room is left. */
    private static HBox row(Region first, Region... others) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(first, gap);
        row.getChildren().addAll(others);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.GAP_8);
        return row;
    }

    @Override
    protected void updateItem(BoardViewModel.@Nullable Card item, boolean empty) {
        super.updateItem(item, empty);
        BoardViewModel.Card shown = empty ? null : item;
        BoardViewModel.Lie lie = shown == null ? BoardViewModel.Lie.SETTLED : shown.lie();
        pseudoClassStateChanged(CARRIED, lie == BoardViewModel.Lie.CARRIED);
        pseudoClassStateChanged(MOVING, lie == BoardViewModel.Lie.MOVING);
        if (shown == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
        } else {
            setGraphic(card);
            show(shown.line());
        }
    }

    private void show(WorkOrderLine line) {
        WorkOrder order = line.order();
        title.setText(order.title());
        asset.setText(line.asset());
        String urgency = messages.text("priority." + order.priority().name());
        priority.show(Grade.of(order.priority()), urgency);
        LocalDate today = LocalDate.ofInstant(formats.clock().instant(), formats.zone());
        due.show(order.dueDate() == null ? "" : formats.date(order.dueDate()), order.overdueOn(today));
        person.setText(line.assignee() == null ? messages.text("nobody") : line.assignee());
        steps.setText(line.steps() == 0 ? "" : messages.text("steps.short", line.stepsDone(), line.steps()));
        long days = order.createdAt() == null || !order.status().open()
                ? 0
                : Duration.between(order.createdAt(), formats.clock().instant()).toDays();
        age.setText(days < 1 ? "" : messages.text("board.age", days));
        pseudoClassStateChanged(OLD, days >= OLD_DAYS);
        pseudoClassStateChanged(AGED, days >= AGEING_DAYS && days < OLD_DAYS);
        setTooltip(new Tooltip(order.title()));
        setAccessibleText(messages.text("board.card", order.title(), urgency, line.asset(), person.getText()));
    }
}
