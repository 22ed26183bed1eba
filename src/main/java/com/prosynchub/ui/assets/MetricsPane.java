package com.prosynchub.ui.assets;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.LimitBar;
import com.prosynchub.ui.kit.control.MetricValueLabel;
import com.prosynchub.ui.kit.control.Reading;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.StatePane;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Current metrics as a dense table; values, ages and severities change in place. FX thread. */
final class MetricsPane extends VBox {
    /** A value older than this is shown as old. */
    static final Duration STALE = Duration.ofMinutes(2);

    private final Messages messages = Messages.of("assets");
    private final TableView<AssetMetric> table = new TableView<>();
    private final Set<MetricValueLabel> labels = Collections.newSetFromMap(new WeakHashMap<>());
    private final Formats formats;

    MetricsPane(
            MetricsViewModel model, AssetRights rights, MetricCommands commands, Formats formats, StatePane states) {
        this.formats = formats;
        getStyleClass().add("psh-tab-body");
        table.getStyleClass().add("dense");
        table.setId("metrics-table");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addColumns();
        states.setContent(table);
        states.setEmpty(
                CarbonIcons.METER,
                messages.text("metrics.empty"),
                messages.text("metrics.empty.text"),
                rights.createMetric() ? messages.text("metric.define") : null,
                commands::define);
        states.setOnRetry(model::reload);
        states.stateProperty().bind(model.stateProperty());
        VBox.setVgrow(states, Priority.ALWAYS);
        if (rights.createMetric() || rights.configureMetric()) {
            getChildren().add(tools(rights, commands));
        }
        getChildren().add(states);
        if (rights.configureMetric()) {
            table.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.F2 || e.getCode() == KeyCode.ENTER) {
                    withSelected(commands::edit);
                }
            });
            table.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2) {
                    withSelected(commands::edit);
                }
            });
        }
    }

    void remember(Preferences preferences) {
        Columns.remember(table, preferences, "asset.metrics");
    }

    /** Brings ages up to date. */
    void tick() {
        labels.forEach(MetricValueLabel::tick);
    }

    private HBox tools(AssetRights rights, MetricCommands commands) {
        HBox bar = new HBox();
        bar.getStyleClass().add("psh-tools");
        if (rights.createMetric()) {
            Button define = Buttons.secondary(messages.text("metric.define"), CarbonIcons.ADD, commands::define);
            define.setId("metric-define");
            bar.getChildren().add(define);
        }
        var chosen = table.getSelectionModel().selectedItemProperty().isNull();
        if (rights.configureMetric()) {
            var edit = Buttons.secondary(
                    messages.text("metric.edit"), CarbonIcons.EDIT, () -> withSelected(commands::edit));
            edit.disableProperty().bind(chosen);
            bar.getChildren().add(edit);
        }
        if (rights.deleteMetric()) {
            var delete = Buttons.quiet(messages.text("metric.delete"), () -> withSelected(commands::delete));
            delete.disableProperty().bind(chosen);
            bar.getChildren().add(delete);
        }
        return bar;
    }

    private void withSelected(Consumer<AssetMetric> action) {
        AssetMetric chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private void addColumns() {
        add("name", 170, Columns.text(messages.text("metric.name"), metric -> metric.name()
                .replace('_', ' ')));
        TableColumn<AssetMetric, AssetMetric> value = Columns.node(
                messages.text("metric.value"),
                Function.identity(),
                this::valueLabel,
                (label, metric) -> label.show(reading(metric)));
        value.getStyleClass().add("psh-number-column");
        add("value", 150, value);
        add(
                "state",
                100,
                Columns.grade(
                        messages.text("metric.state"),
                        metric -> metric.value() == null ? Grade.STALE : Grade.of(metric.severity())));
        add(
                "limits",
                130,
                Columns.node(
                        messages.text("metric.bar"),
                        Function.identity(),
                        LimitBar::new,
                        (bar, metric) -> bar.show(number(metric.value()), metric.limits())));
        add("min", 76, limit("metric.min", MetricLimits::min));
        add("max", 76, limit("metric.max", MetricLimits::max));
        add("warning", 76, limit("metric.warning", MetricLimits::warning));
        add("critical", 76, limit("metric.critical", MetricLimits::critical));
    }

    private <T> void add(String id, double width, TableColumn<AssetMetric, T> column) {
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private TableColumn<AssetMetric, String> limit(String key, Function<MetricLimits, @Nullable BigDecimal> of) {
        TableColumn<AssetMetric, String> column = Columns.text(messages.text(key), metric -> {
            BigDecimal limit = of.apply(metric.limits());
            return limit == null ? Formats.NONE : formats.number(limit);
        });
        column.getStyleClass().add("psh-number-column");
        return column;
    }

    private MetricValueLabel valueLabel() {
        MetricValueLabel label = new MetricValueLabel(formats);
        labels.add(label);
        return label;
    }

    static Reading reading(AssetMetric metric) {
        double value = number(metric.value());
        return Reading.of(metric, Formats.decimalsFor(value), STALE);
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }
}
