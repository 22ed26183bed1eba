package com.prosynchub.ui.workorders;

import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The board: columns of cards, which move by mouse or by keys along the allowed ways only. FX thread. */
final class BoardView {
    private final BoardViewModel board;
    private final WorkOrdersViewModel chosen;
    private final boolean mayMove;
    private final Messages messages = Messages.of("workorders");
    private final List<BoardLane> lanes = new ArrayList<>();
    private final Label hint = new Label();
    private final VBox root;
    private BoardViewModel.@Nullable Card dragged;

    /**
     * @param chosen which order is chosen, with the list together
     * @param open shows the chosen order's details
     * @param close takes them away again; false when there were none
     */
    BoardView(
            BoardViewModel board,
            WorkOrdersViewModel chosen,
            boolean mayMove,
            Runnable open,
            BooleanSupplier close,
            Workbench bench) {
        this.board = board;
        this.chosen = chosen;
        this.mayMove = mayMove;
        Formats formats = bench.formats();
        HBox columns = new HBox();
        columns.getStyleClass().add("psh-board");
        for (BoardViewModel.Column column : board.columns()) {
            BoardLane lane = new BoardLane(column, formats, this);
            lane.list().setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && lane.card() != null) {
                    open.run();
                }
            });
            HBox.setHgrow(lane.root(), Priority.ALWAYS);
            columns.getChildren().add(lane.root());
            lanes.add(lane);
        }
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(columns);
        states.setOnRetry(board::refresh);
        states.stateProperty().bind(board.stateProperty());
        VBox.setVgrow(states, Priority.ALWAYS);
        hint.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        hint.setId("board-hint");
        root = new VBox(states, hint);
        root.getStyleClass().add(Styles.GAP_8);
        chosen.selectedProperty().subscribe(this::select);
        board.carriedProperty().subscribe(this::showCarried);
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (pressed(e, open, close)) {
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    /** The column of the chosen card, or the first that has any. */
    void focus() {
        lanes.stream()
                .filter(lane -> lane.card() != null)
                .findFirst()
                .or(() -> lanes.stream()
                        .filter(lane -> !lane.list().getItems().isEmpty())
                        .findFirst())
                .orElse(lanes.getFirst())
                .take(0);
    }

    /** A person chose a card, by mouse or keys. */
    void choose(UUID order) {
        chosen.select(order);
    }

    @Nullable
    UUID chosen() {
        return chosen.selectedProperty().get();
    }

    private void select(@Nullable UUID order) {
        lanes.forEach(lane -> lane.select(order));
    }

    private boolean pressed(KeyEvent e, Runnable open, BooleanSupplier close) {
        BoardLane lane =
                lanes.stream().filter(one -> one.list().isFocused()).findFirst().orElse(null);
        if (lane == null) {
            return false;
        }
        BoardViewModel.Card card = lane.card();
        boolean carrying = board.carriedProperty().get() != null;
        int step = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0 && e.isShiftDown() && mayMove && card != null) {
            board.carry(card, step);
        } else if (step != 0 && !carrying && !e.isShortcutDown() && !e.isAltDown()) {
            beside(lane, step);
        } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown() && carrying) {
            letGo();
        } else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && card != null) {
            open.run();
        } else if (e.getCode() == KeyCode.ESCAPE && carrying) {
            board.putBack();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            return close.getAsBoolean();
        } else {
            return false;
        }
        return true;
    }

    /** The next column in a direction that has cards, at the same height. */
    private void beside(BoardLane lane, int step) {
        int height = Math.max(0, lane.list().getSelectionModel().getSelectedIndex());
        for (int i = lanes.indexOf(lane) + step; i >= 0 && i < lanes.size(); i += step) {
            if (!lanes.get(i).list().getItems().isEmpty()) {
                lanes.get(i).take(height);
                return;
            }
        }
    }

    private void letGo() {
        BoardViewModel.Card card = board.carriedProperty().get();
        WorkOrderStatus to = board.carriedTo();
        if (card != null && to != null) {
            board.putBack();
            board.begin(card.line(), to);
            lanes.stream().filter(lane -> lane.holds(card.id())).forEach(lane -> lane.take(card.id()));
        }
    }

    private void showCarried(BoardViewModel.@Nullable Card card) {
        WorkOrderStatus to = board.carriedTo();
        hint.setText(
                card != null && to != null
                        ? messages.text(
                                "board.carried",
                                card.line().order().title(),
                                messages.text(WorkOrderDetailViewModel.statusKey(to)))
                        : messages.text(mayMove ? "board.hint" : "board.hint.read"));
        if (card != null) {
            lanes.stream().filter(lane -> lane.status() == to).forEach(lane -> lane.take(card.id()));
        } else {
            select(chosen());
            if (lanes.stream().anyMatch(lane -> lane.list().isFocused())) {
                focus();
            }
        }
    }

    /** A drag begins: each column says whether it would take the card. */
    boolean drag(BoardViewModel.Card card) {
        if (!mayMove || card.lie() != BoardViewModel.Lie.SETTLED) {
            return false;
        }
        dragged = card;
        WorkOrderStatus from = card.line().order().status();
        lanes.forEach(lane -> lane.offer(from, board.refusal(from, lane.status())));
        return true;
    }

    /** Whether the dragged card may be dropped in a column. */
    boolean takes(WorkOrderStatus to) {
        BoardViewModel.Card card = dragged;
        if (card == null) {
            return false;
        }
        WorkOrderStatus from = card.line().order().status();
        return from != to && board.refusal(from, to) == null;
    }

    void drop(WorkOrderStatus to) {
        BoardViewModel.Card card = dragged;
        if (card != null && takes(to)) {
            chosen.select(card.id());
            board.begin(card.line(), to);
        }
    }

    void dragEnded() {
        dragged = null;
        lanes.forEach(BoardLane::withdraw);
    }
}
