package com.prosynchub.ui.workorders;

import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.CommentLine;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderDetail;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.UUID;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The chosen order: facts, moves, checklist, conversation. FX thread. */
final class WorkOrderDetailView {
    private final StatePane root;
    private final WorkOrderDetailViewModel model;
    private final ObservableList<PersonName> people;
    private final WorkOrderDialogs dialogs;
    private final WorkOrderRights rights;
    private final Workbench bench;
    private final Formats formats;
    private final Messages messages = Messages.of("workorders");
    private final PageHeader header = new PageHeader("");

    @FXML
    private StackPane headerBox;

    @FXML
    private HBox tags;

    @FXML
    private FlowPane moves;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label description;

    @FXML
    private GridPane facts;

    @FXML
    private Label stepsTitle;

    @FXML
    private VBox steps;

    @FXML
    private HBox newStep;

    @FXML
    private Label commentsTitle;

    @FXML
    private VBox comments;

    @FXML
    private HBox newComment;

    @FXML
    private Label historyTitle;

    @FXML
    private StackPane historyBox;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    WorkOrderDetailView(
            WorkOrderDetailViewModel model,
            ObservableList<PersonName> people,
            WorkOrderDialogs dialogs,
            WorkOrderRights rights,
            Node history,
            Workbench bench) {
        this.model = model;
        this.people = people;
        this.dialogs = dialogs;
        this.rights = rights;
        this.bench = bench;
        formats = bench.formats();
        Node content = FxmlLoader.load(this, messages);
        root = new StatePane(bench.tasks().ui());
        root.getStyleClass().add("psh-detail");
        root.setContent(content);
        root.setEmpty(CarbonIcons.TASK, messages.text("none"), messages.text("none.text"), null, () -> {});
        root.setOnRetry(model::refresh);
        root.stateProperty().bind(model.stateProperty());
        headerBox.getChildren().add(header);
        historyTitle.setText(messages.text("history"));
        historyBox.getChildren().add(history);
        buildNewStep();
        newComment.setVisible(rights.comment());
        newComment.setManaged(rights.comment());
        if (rights.comment()) {
            buildNewComment();
        }
        model.shownProperty().subscribe(this::show);
        model.comments().subscribe(this::showComments);
        model.commentsDownProperty().subscribe(down -> showComments());
    }

    Node root() {
        return root;
    }

    private void buildNewStep() {
        TextField field = new TextField();
        field.setId("step-new");
        field.setPromptText(messages.text("step.prompt"));
        field.textProperty().bindBidirectional(model.newStep);
        field.setOnAction(e -> model.addStep());
        HBox.setHgrow(field, Priority.ALWAYS);
        newStep.getChildren().addAll(field, Buttons.secondary(messages.text("step.add"), model::addStep));
    }

    private void buildNewComment() {
        TextArea area = new TextArea();
        area.setId("comment-new");
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setPromptText(messages.text("comment.prompt"));
        area.textProperty().bindBidirectional(model.newComment);
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                model.comment();
                e.consume();
            }
        });
        HBox.setHgrow(area, Priority.ALWAYS);
        Button say = Buttons.secondary(messages.text("comment.add"), model::comment);
        say.setId("comment-add");
        newComment.getChildren().addAll(area, say);
    }

    private void show(@Nullable WorkOrderDetail detail) {
        if (detail == null) {
            return;
        }
        WorkOrder order = detail.order();
        header.setTitle(order.title());
        header.setSubtitle(String.join(" / ", detail.line().assetPath()));
        tags.getChildren()
                .setAll(
                        new StatusTag().show(order.status()),
                        new SeverityBadge().show(Grade.of(order.priority()), dialogs.priority(order.priority())));
        showMoves(order);
        showActions(detail);
        boolean told = order.description() != null && !order.description().isBlank();
        description.setText(told ? order.description() : "");
        description.setVisible(told);
        description.setManaged(told);
        showFacts(detail);
        showSteps(detail);
    }

    private void showActions(WorkOrderDetail detail) {
        header.actions().clear();
        if (rights.update()) {
            Button edit = Buttons.icon(CarbonIcons.EDIT, messages.text("edit"), () -> dialogs.edit(detail.line()));
            edit.setId("workorder-edit");
            header.actions().add(edit);
        }
        if (rights.delete()) {
            header.actions()
                    .add(Buttons.icon(
                            CarbonIcons.TRASH_CAN, messages.text("delete"), () -> dialogs.delete(detail.order())));
        }
        boolean any = !moves.getChildren().isEmpty();
        moves.setVisible(any);
        moves.setManaged(any);
    }

    private void showMoves(WorkOrder order) {
        moves.getChildren().clear();
        for (WorkOrderStatus to : WorkOrderStatus.values()) {
            boolean ends = to == WorkOrderStatus.COMPLETED || order.status() == WorkOrderStatus.COMPLETED;
            boolean may = rights.complete() || rights.update() && !ends;
            if (may && order.status().next().contains(to)) {
                String verb = order.status() == WorkOrderStatus.COMPLETED ? "reopen" : "move." + to.name();
                Button button = to == WorkOrderStatus.COMPLETED
                        ? Buttons.primary(messages.text(verb), () -> dialogs.move(order, to))
                        : Buttons.secondary(messages.text(verb), () -> dialogs.move(order, to));
                button.setId("move-" + to.name());
                moves.getChildren().add(button);
            }
        }
    }

    private void showFacts(WorkOrderDetail detail) {
        WorkOrder order = detail.order();
        facts.getChildren().clear();
        showAssignee(detail);
        fact(2, 0, "field.dueDate", formats.date(order.dueDate()));
        fact(2, 3, "field.type", order.type());
        fact(0, 1, "field.estimatedHours", formats.number(order.estimatedHours()));
        fact(1, 1, "field.actualHours", formats.number(order.actualHours()));
        fact(2, 1, "field.completionDate", formats.date(order.completionDate()));
        fact(0, 2, "location", detail.line().location());
        fact(1, 2, "created", who(detail, order.createdBy()) + " · " + formats.dateTime(order.createdAt()));
        fact(2, 2, "updated", who(detail, order.updatedBy()) + " · " + formats.relative(order.updatedAt()));
        UUID asset = order.assetId();
        if (asset != null && !detail.line().assetPath().isEmpty()) {
            Hyperlink link = new Hyperlink(detail.line().asset());
            link.setId("workorder-asset-link");
            link.setOnAction(e -> bench.navigation().open("assets", asset.toString()));
            facts.add(new VBox(caption(messages.text("field.assetId")), link), 0, 3, 2, 1);
        }
    }

    private void showAssignee(WorkOrderDetail detail) {
        String name = detail.line().assignee();
        if (rights.assign() && detail.order().status().open()) {
            ChoiceField<UUID> field = new ChoiceField<>(messages.text("nobody"), this::nameOf);
            field.setId("workorder-assignee");
            field.setChoices(people.stream().map(PersonName::id).toList());
            field.valueProperty().set(detail.order().assignedToId());
            field.valueProperty().subscribe((before, now) -> model.assign(now));
            facts.add(new VBox(caption(messages.text("field.assignedToId")), field), 0, 0, 2, 1);
        } else {
            fact(0, 0, "field.assignedToId", name == null ? messages.text("nobody") : name);
        }
    }

    private String nameOf(UUID person) {
        return people.stream()
                .filter(known -> known.id().equals(person))
                .findFirst()
                .map(PersonName::name)
                .orElse(Formats.NONE);
    }

    private static String who(WorkOrderDetail detail, @Nullable UUID person) {
        String name = detail.name(person);
        return name == null ? Formats.NONE : name;
    }

    private void fact(int column, int row, String key, @Nullable String value) {
        Label shown = new Label(value == null || value.isBlank() ? Formats.NONE : value);
        shown.setWrapText(true);
        facts.add(new VBox(caption(messages.text(key)), shown), column, row);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        return label;
    }

    private void showSteps(WorkOrderDetail detail) {
        boolean open = detail.order().status().open();
        stepsTitle.setText(
                detail.line().steps() == 0
                        ? messages.text("steps")
                        : messages.text(
                                "steps.count",
                                detail.line().stepsDone(),
                                detail.line().steps()));
        steps.getChildren()
                .setAll(detail.steps().stream()
                        .map(step -> (Node) new StepRow(step, model, dialogs, rights, open, doneBy(detail, step)))
                        .toList());
        if (detail.steps().isEmpty()) {
            steps.getChildren().add(muted(messages.text("steps.none")));
        }
        newStep.setVisible(open && rights.update());
        newStep.setManaged(open && rights.update());
    }

    private String doneBy(WorkOrderDetail detail, ChecklistItem step) {
        return step.completed()
                ? messages.text("step.done", who(detail, step.completedBy()), formats.relative(step.completedAt()))
                : "";
    }

    private void showComments() {
        commentsTitle.setText(messages.text("comments"));
        var down = model.commentsDownProperty().get();
        if (down != null) {
            comments.getChildren().setAll(muted(FailureText.of(down).what()));
        } else if (model.comments().isEmpty()) {
            comments.getChildren().setAll(muted(messages.text("comments.none")));
        } else {
            comments.getChildren()
                    .setAll(model.comments().stream().map(this::comment).toList());
        }
    }

    private Node comment(CommentLine line) {
        Label author = new Label(line.author().isEmpty() ? Formats.NONE : line.author());
        author.getStyleClass().add(Styles.STRONG);
        Label at = muted(formats.relative(line.comment().createdAt()));
        HBox head = new HBox(author, at);
        head.getStyleClass().add(Styles.GAP_8);
        Label text = new Label(line.comment().content());
        text.setWrapText(true);
        return new VBox(head, text);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(Styles.MUTED);
        return label;
    }
}
