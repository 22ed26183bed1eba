package com.prosynchub.ui.workorders;

import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One column of the board. FX thread. */
final class BoardLane {
    private static final PseudoClass TAKES = PseudoClass.getPseudoClass("takes");
    private static final PseudoClass REFUSES = PseudoClass.getPseudoClass("refuses");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final BoardViewModel.Column column;
    private final BoardView board;
    private final Messages messages = Messages.of("workorders");
    private final ListView<BoardViewModel.Card> list = new ListView<>();
    private final Label count = new Label();
    private final Label refusal = new Label();
    private final VBox root;
    private boolean syncing;

    BoardLane(BoardViewModel.Column column, Formats formats, BoardView board) {
        this.column = column;
        this.board = board;
        StatusTag title = new StatusTag().show(column.status());
        title.getStyleClass().add(Styles.STRONG);
        count.getStyleClass().add(Styles.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, count);
        head.setAlignment(Pos.CENTER_LEFT);
        refusal.setWrapText(true);
        refusal.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.setVisible(false);
        list.setId("board-" + column.status().name());
        list.setItems(column.cards());
        list.setAccessibleText(messages.text(WorkOrderDetailViewModel.statusKey(column.status())));
        list.setPlaceholder(placeholder());
        list.setCellFactory(view -> cell(formats));
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(head, refusal, list);
        root.getStyleClass().add("psh-board-lane");
        // All columns are of one width, whatever is in them.
        root.setPrefWidth(0);
        followChoice();
        takeDrops();
        column.moreProperty().subscribe(this::showCount);
        showCount();
    }

    private Label placeholder() {
        Label none = new Label(
                column.status() == WorkOrderStatus.COMPLETED
                        ? messages.text("board.none.completed", BoardViewModel.DAYS)
                        : messages.text("board.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        return none;
    }

    private BoardCard cell(Formats formats) {
        BoardCard cell = new BoardCard(formats);
        cell.setOnDragDetected(e -> {
            BoardViewModel.Card card = cell.getItem();
            if (card != null && board.drag(card)) {
                ClipboardContent content = new ClipboardContent();
                content.putString(card.line().order().title());
                cell.startDragAndDrop(TransferMode.MOVE).setContent(content);
                e.consume();
            }
        });
        cell.setOnDragDone(e -> board.dragEnded());
        return cell;
    }

    private void takeDrops() {
        root.setOnDragOver(e -> {
            if (board.takes(column.status())) {
                e.acceptTransferModes(TransferMode.MOVE);
            }
            e.consume();
        });
        root.setOnDragEntered(e -> root.pseudoClassStateChanged(OVER, board.takes(column.status())));
        root.setOnDragExited(e -> root.pseudoClassStateChanged(OVER, false));
        root.setOnDragDropped(e -> {
            e.setDropCompleted(board.takes(column.status()));
            board.drop(column.status());
            e.consume();
        });
    }

    /** A list whose chosen row goes chooses a neighbour by itself; so its choices do not count while rows change. */
    private void followChoice() {
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (!syncing && now != null) {
                board.choose(now.id());
            }
        });
        column.cards().addListener((InvalidationListener) cards -> syncing = true);
        column.cards().addListener((ListChangeListener<BoardViewModel.Card>) change -> {
            showCount();
            select(board.chosen());
        });
    }

    private void showCount() {
        int cards = column.cards().size();
        count.setText(column.moreProperty().get() ? messages.text("board.count.more", cards) : Integer.toString(cards));
    }

    VBox root() {
        return root;
    }

    ListView<BoardViewModel.Card> list() {
        return list;
    }

    WorkOrderStatus status() {
        return column.status();
    }

    /** The chosen card, if it lies here. */
    BoardViewModel.@Nullable Card card() {
        return list.getSelectionModel().getSelectedItem();
    }

    void select(@Nullable UUID order) {
        syncing = true;
        int row = row(order);
        if (row < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != row) {
            list.getSelectionModel().clearAndSelect(row);
        }
        syncing = false;
    }

    boolean holds(UUID order) {
        return row(order) >= 0;
    }

    private int row(@Nullable UUID order) {
        for (int i = 0; i < column.cards().size(); i++) {
            if (Objects.equals(column.cards().get(i).id(), order)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes the focus, with the card at a height or the nearest chosen. */
    void take(int height) {
        list.requestFocus();
        if (!column.cards().isEmpty() && card() == null) {
            int row = Math.min(height, column.cards().size() - 1);
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(row);
        }
    }

    /** Takes the focus with a card. */
    void take(UUID order) {
        list.requestFocus();
        board.choose(order);
        select(order);
        list.scrollTo(Math.max(0, row(order)));
    }

    /** Says whether a card that comes from another column would be taken here. */
    void offer(WorkOrderStatus from, @Nullable String why) {
        boolean own = from == column.status();
        root.pseudoClassStateChanged(TAKES, why == null && !own);
        root.pseudoClassStateChanged(REFUSES, why != null);
        refusal.setText(why == null ? "" : why);
        refusal.setVisible(why != null);
    }

    /** No card is dragged any more. */
    void withdraw() {
        offer(column.status(), null);
        root.pseudoClassStateChanged(OVER, false);
    }
}
