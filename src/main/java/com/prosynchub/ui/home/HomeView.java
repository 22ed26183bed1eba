package com.prosynchub.ui.home;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.MetricValueLabel;
import com.prosynchub.ui.kit.control.Reading;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Figures above, then what is outside its limits, what is worst, what is due, and what happened. FX thread. */
final class HomeView {
    private static final Duration STALE = Duration.ofMinutes(2);

    private final StatePane states;
    private final Messages messages = Messages.of("home");
    private final Formats formats;
    private final Consumer<UUID> openAsset;
    private final Consumer<UUID> openOrder;
    private final Set<MetricValueLabel> labels = Collections.newSetFromMap(new WeakHashMap<>());

    @FXML
    private StackPane header;

    @FXML
    private FlowPane figures;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    HomeView(
            HomeViewModel model,
            Formats formats,
            UiScheduler ui,
            String person,
            Consumer<UUID> openAsset,
            Consumer<UUID> openOrder) {
        this.formats = formats;
        this.openAsset = openAsset;
        this.openOrder = openOrder;
        Node page = FxmlLoader.load(this, messages);
        header.getChildren().add(new PageHeader(messages.text("greeting", person)));
        states = new StatePane(ui);
        states.setContent(page);
        states.setOnRetry(model::load);
        states.stateProperty().bind(model.stateProperty());
        addFigures(model);
        addLists(model);
    }

    StatePane root() {
        return states;
    }

    /** Brings ages up to date. */
    void tick() {
        labels.forEach(MetricValueLabel::tick);
    }

    private void addFigures(HomeViewModel model) {
        for (AssetStatus status : AssetStatus.values()) {
            Figure<Map<AssetStatus, Long>> figure =
                    new Figure<>(Words.of(status), counts -> counts.getOrDefault(status, 0L), Grade.of(status));
            model.statuses.subscribe(figure::show);
            figures.getChildren().add(figure);
        }
        Figure<WorkFigures> open = new Figure<>(messages.text("work.open"), WorkFigures::open, Grade.NORMAL);
        Figure<WorkFigures> overdue = new Figure<>(messages.text("work.overdue"), WorkFigures::overdue, Grade.HIGH);
        model.work.subscribe(open::show);
        model.work.subscribe(overdue::show);
        Figure<Long> parts = new Figure<>(messages.text("parts.low"), Function.identity(), Grade.MEDIUM);
        model.parts.subscribe(parts::show);
        figures.getChildren().addAll(open, overdue, parts);
    }

    private void addLists(HomeViewModel model) {
        Section<OutsideRow> outside = new Section<>("outside", messages);
        outside.column(205, Columns.text(messages.text("column.asset"), OutsideRow::asset));
        outside.column(135, Columns.text(messages.text("column.metric"), row -> row.metric()
                .name()
                .replace('_', ' ')));
        TableColumn<OutsideRow, AssetMetric> value =
                Columns.node(messages.text("column.value"), OutsideRow::metric, this::valueLabel, HomeView::showValue);
        value.getStyleClass().add("psh-number-column");
        outside.column(140, value);
        outside.column(
                96,
                Columns.grade(
                        messages.text("column.severity"),
                        row -> Grade.of(row.metric().severity())));
        outside.onOpen(row -> openAsset.accept(row.metric().assetId()));
        model.outside.subscribe(outside::show);

        Section<AssetNode> worst = new Section<>("worst", messages);
        worst.column(225, Columns.text(messages.text("column.asset"), AssetNode::name));
        worst.column(175, Columns.status(messages.text("column.state"), AssetNode::status));
        worst.column(130, Columns.health(messages.text("column.health"), AssetNode::healthScore));
        worst.onOpen(node -> openAsset.accept(node.id()));
        model.worst.subscribe(worst::show);

        Section<WorkOrder> due = new Section<>("due", messages);
        due.column(190, Columns.text(messages.text("column.work"), WorkOrder::title));
        due.column(80, Columns.text(messages.text("column.priority"), order -> Words.of(order.priority())));
        due.column(150, Columns.text(messages.text("column.due"), this::due));
        due.onOpen(order -> openOrder.accept(order.id()));
        model.work.subscribe(part -> due.show(map(part, WorkFigures::next)));

        Section<ActivityRow> activity = new Section<>("activity", messages);
        activity.column(240, Columns.text(messages.text("column.what"), ActivityRow::text));
        activity.column(110, Columns.text(messages.text("column.who"), ActivityRow::person));
        activity.column(100, Columns.instant(messages.text("column.when"), ActivityRow::at, formats));
        activity.onOpen(row -> {
            UUID asset = row.asset();
            if (asset != null) {
                openAsset.accept(asset);
            }
        });
        model.activity.subscribe(activity::show);
        left.getChildren().addAll(outside, worst);
        right.getChildren().addAll(due, activity);
    }

    private String due(WorkOrder order) {
        LocalDate date = order.dueDate();
        boolean late = order.overdueOn(LocalDate.ofInstant(formats.clock().instant(), formats.zone()));
        return late ? messages.text("due.late", formats.date(date)) : formats.date(date);
    }

    private MetricValueLabel valueLabel() {
        MetricValueLabel label = new MetricValueLabel(formats);
        labels.add(label);
        return label;
    }

    private static void showValue(MetricValueLabel label, AssetMetric metric) {
        double value = metric.value() == null ? Double.NaN : metric.value().doubleValue();
        label.show(Reading.of(metric, Formats.decimalsFor(value), STALE));
    }

    private static <T, S> HomePart<S> map(@Nullable HomePart<T> part, Function<T, S> as) {
        return switch (part) {
            case HomePart.Ready<T>(T value) -> new HomePart.Ready<>(as.apply(value));
            case HomePart.Failed<T>(var failure) -> new HomePart.Failed<>(failure);
            case HomePart.Hidden<T>() -> new HomePart.Hidden<>();
            case HomePart.Waiting<T>() -> new HomePart.Waiting<>();
            case null -> new HomePart.Waiting<>();
        };
    }
}
