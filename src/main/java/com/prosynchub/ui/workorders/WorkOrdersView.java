package com.prosynchub.ui.workorders;

import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrderFilter.Assignment;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Work orders as a table with its filters, and beside it the chosen one. FX thread. */
final class WorkOrdersView {
    private static final String SHOWN_AS = "workorders.as";
    private static final double DIVIDER = 0.65;

    private final SplitPane root;
    private final WorkOrdersViewModel model;
    private final WorkOrderDialogs dialogs;
    private final Workbench bench;
    private final Formats formats;
    private final Messages messages = Messages.of("workorders");
    private final TableView<WorkOrderLine> table = new TableView<>();
    private final SearchField search;
    private final BoardViewModel board;
    private Node statusBox = new Region();
    private final BoardView cards;
    private final StatePane rows;
    private final ToggleButton asBoard = new ToggleButton();
    private boolean syncing;

    @FXML
    private StackPane headerBox;

    @FXML
    private HBox filters;

    @FXML
    private StackPane tableBox;

    @FXML
    private HBox foot;

    @FXML
    private StackPane detailBox;

    /** One choice of a filter. */
    private record Choice<T>(String words, T value) {}

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    WorkOrdersView(
            WorkOrdersViewModel model,
            BoardViewModel board,
            WorkOrderDetailView detail,
            WorkOrderDialogs dialogs,
            WorkOrderRights rights,
            Workbench bench) {
        this.model = model;
        this.board = board;
        cards = new BoardView(board, model, rights.move(), this::openDetail, this::closeDetail, bench);
        rows = new StatePane(bench.tasks().ui());
        this.dialogs = dialogs;
        this.bench = bench;
        formats = bench.formats();
        search = new SearchField(bench.tasks().ui(), model::search);
        root = FxmlLoader.load(this, messages);
        PageHeader header = new PageHeader(messages.text("title"));
        headerBox.getChildren().add(header);
        if (rights.move()) {
            header.actions().add(listOrBoard());
        }
        if (rights.create()) {
            Button add = Buttons.primary(messages.text("create"), dialogs::create);
            add.setId("workorder-create");
            header.actions().add(add);
        }
        detailBox.getChildren().add(detail.root());
        buildFilters();
        buildTable();
        model.selectedProperty().subscribe(this::select);
        asBoard.setSelected(rights.move()
                && bench.preferences().get(SHOWN_AS).filter("board"::equals).isPresent());
        asBoard.selectedProperty().subscribe(this::arrange);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.NEW.match(e) && rights.create()) {
                dialogs.create();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && closeDetail()) {
                cards.focus();
                e.consume();
            }
        });
    }

    Node root() {
        return root;
    }

    /** The list and the board show the same orders; which of them a person prefers is remembered. */
    private Node listOrBoard() {
        ToggleButton asList = new ToggleButton(messages.text("as.list"), Icons.of(CarbonIcons.LIST));
        asList.setId("workorders-as-list");
        asBoard.setText(messages.text("as.board"));
        asBoard.setGraphic(Icons.of(CarbonIcons.COLUMN));
        asBoard.setId("workorders-as-board");
        SegmentedButton both = new SegmentedButton(asList, asBoard);
        asList.setSelected(true);
        // Pressed again, the chosen one stays chosen.
        both.getToggleGroup().selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        return both;
    }

    private void arrange(boolean asCards) {
        bench.preferences().put(SHOWN_AS, asCards ? "board" : "list");
        tableBox.getChildren().setAll(asCards ? cards.root() : rows);
        foot.setVisible(!asCards);
        foot.setManaged(!asCards);
        statusBox.setVisible(!asCards);
        statusBox.setManaged(!asCards);
        // The board takes the whole width; details come when a card is opened.
        root.getItems().remove(detailBox);
        if (!asCards) {
            openDetail();
        }
        board.show(asCards);
    }

    private void openDetail() {
        if (!root.getItems().contains(detailBox)) {
            root.getItems().add(detailBox);
            root.setDividerPositions(DIVIDER);
        }
    }

    private boolean closeDetail() {
        return asBoard.isSelected() && root.getItems().remove(detailBox);
    }

    void focus() {
        if (asBoard.isSelected()) {
            cards.focus();
        } else if (model.lines().isEmpty()) {
            search.requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private void buildFilters() {
        search.setId("workorder-search");
        search.bindFocusKey(root);
        EnumSet<WorkOrderStatus> open = EnumSet.allOf(WorkOrderStatus.class);
        open.removeIf(status -> !status.open());
        List<Choice<Set<WorkOrderStatus>>> states = new ArrayList<>();
        states.add(new Choice<>(messages.text("filter.open"), open));
        states.add(new Choice<>(messages.text("filter.all"), Set.of()));
        Stream.of(WorkOrderStatus.values())
                .forEach(
                        s -> states.add(new Choice<>(messages.text(WorkOrderDetailViewModel.statusKey(s)), Set.of(s))));
        ComboBox<Choice<Set<WorkOrderStatus>>> status = box("workorder-status-filter", states);
        statusBox = status;
        status.valueProperty().subscribe((before, now) -> model.filterStatuses(now.value()));
        List<Choice<Set<Priority>>> grades = new ArrayList<>();
        grades.add(new Choice<>(messages.text("filter.priority"), Set.of()));
        Stream.of(Priority.values()).forEach(p -> grades.add(new Choice<>(dialogs.priority(p), Set.of(p))));
        ComboBox<Choice<Set<Priority>>> priority = box("workorder-priority-filter", grades);
        priority.valueProperty().subscribe((before, now) -> model.filterPriorities(now.value()));
        ComboBox<Choice<Assignment>> whose = box("workorder-person-filter", whose());
        model.people().subscribe(() -> {
            Choice<Assignment> chosen = whose.getValue();
            whose.getItems().setAll(whose());
            whose.setValue(chosen);
        });
        whose.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                model.filterAssignment(now.value());
            }
        });
        search.setMinWidth(80);
        filters.getChildren().addAll(search, status, priority, whose);
    }

    private List<Choice<Assignment>> whose() {
        List<Choice<Assignment>> choices = new ArrayList<>();
        choices.add(new Choice<>(messages.text("filter.anybody"), Assignment.ANYBODY));
        choices.add(new Choice<>(messages.text("filter.mine"), model.mine()));
        choices.add(new Choice<>(messages.text("filter.nobody"), Assignment.NOBODY));
        for (PersonName person : model.people()) {
            choices.add(new Choice<>(person.name(), Assignment.of(person.id())));
        }
        return choices;
    }

    private static <T> ComboBox<Choice<T>> box(String id, List<Choice<T>> choices) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(ChoiceField.words(Choice::words));
        box.getItems().setAll(choices);
        box.getSelectionModel().selectFirst();
        // What is filtered by must be read whole; the search field gives way.
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void buildTable() {
        table.setId("workorder-table");
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setTableMenuButtonVisible(true);
        column("title", 140, 220, Columns.text(messages.text("field.title"), line -> line.order()
                .title()));
        column(
                "status",
                104,
                104,
                Columns.node(
                        messages.text("field.status"), line -> line.order().status(), StatusTag::new, StatusTag::show));
        column(
                "priority",
                92,
                92,
                Columns.node(
                        messages.text("field.priority"),
                        line -> line.order().priority(),
                        SeverityBadge::new,
                        (badge, of) -> badge.show(Grade.of(of), dialogs.priority(of))));
        column(
                "due",
                122,
                122,
                Columns.node(messages.text("field.dueDate"), line -> line, DueLabel::new, this::showDue));
        column("asset", 84, 150, Columns.text(messages.text("field.assetId"), WorkOrderLine::asset));
        column("assignee", 112, 116, Columns.text(messages.text("field.assignedToId"), WorkOrderLine::assignee));
        hidden("steps", Columns.text(messages.text("steps"), this::steps));
        hidden("location", Columns.text(messages.text("location"), WorkOrderLine::location));
        hidden("path", Columns.text(messages.text("path"), line -> String.join(" / ", line.assetPath())));
        hidden("type", Columns.text(messages.text("field.type"), line -> line.order()
                .type()));
        hidden("description", Columns.text(messages.text("field.description"), line -> line.order()
                .description()));
        hidden(
                "estimated",
                Columns.number(
                        messages.text("field.estimatedHours"),
                        line -> line.order().estimatedHours(),
                        2,
                        formats));
        hidden(
                "actual",
                Columns.number(
                        messages.text("field.actualHours"), line -> line.order().actualHours(), 2, formats));
        hidden(
                "completed",
                Columns.date(
                        messages.text("field.completionDate"),
                        line -> line.order().completionDate(),
                        formats));
        hidden(
                "created",
                Columns.instant(messages.text("created"), line -> line.order().createdAt(), formats));
        hidden(
                "updated",
                Columns.instant(messages.text("updated"), line -> line.order().updatedAt(), formats));
        Columns.remember(table, bench.preferences(), "workorders");
        Columns.placeholder(table, messages.text("empty"));
        table.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (!syncing && now != null) {
                model.select(now.order().id());
            }
        });
        rows.setContent(table);
        rows.setOnRetry(model::load);
        rows.stateProperty().bind(model.stateProperty());
        Button more = Buttons.secondary(messages.text("more"), model::loadMore);
        more.setId("workorder-more");
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(model.moreProperty());
        foot.getChildren().add(more);
        // A table whose chosen row goes chooses a neighbour by itself, and the next press of a button would be meant
        // for
        // another order. So its choices count for nothing until it has dealt with a change, and ours is put back.
        model.lines().addListener((InvalidationListener) lines -> syncing = true);
        model.lines().addListener((ListChangeListener<WorkOrderLine>)
                change -> select(model.selectedProperty().get()));
    }

    /** A column that is there when somebody asks for it. */
    private void hidden(String id, TableColumn<WorkOrderLine, ?> column) {
        column(id, 60, 110, column);
        column.setVisible(false);
    }

    private void column(String id, double least, double width, TableColumn<WorkOrderLine, ?> column) {
        column.setId(id);
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private String steps(WorkOrderLine line) {
        return line.steps() == 0 ? "" : messages.text("steps.short", line.stepsDone(), line.steps());
    }

    private void showDue(DueLabel label, WorkOrderLine line) {
        LocalDate today = LocalDate.ofInstant(formats.clock().instant(), formats.zone());
        label.show(formats.date(line.order().dueDate()), line.order().overdueOn(today));
    }

    private void select(@Nullable UUID order) {
        syncing = true;
        int row = -1;
        for (int i = 0; i < model.lines().size() && row < 0; i++) {
            if (Objects.equals(model.lines().get(i).order().id(), order)) {
                row = i;
            }
        }
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (!model.lines().get(row).equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearAndSelect(row);
        }
        syncing = false;
    }
}
