package com.prosynchub.demo;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.ui.kit.chart.Sparkline;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.HealthBar;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.LimitBar;
import com.prosynchub.ui.kit.control.MetricValueLabel;
import com.prosynchub.ui.kit.control.Reading;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.control.StatusPill;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.Breadcrumbs;
import com.prosynchub.ui.kit.view.PageHeader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** All small controls on one page. */
public final class KitGallery {
    private static final UiScheduler UI = new FxUiScheduler();
    private static final Formats FORMATS = Formats.local();

    private KitGallery() {}

    /** One row of the sample table. */
    record Row(String tag, String name, AssetStatus status, double value, int health, Grade grade, Instant at) {}

    public static Parent page() {
        PageHeader header = new PageHeader("Cooling water pump P-101");
        header.setBreadcrumbs(new Breadcrumbs()
                .show(List.of(
                        new Breadcrumbs.Crumb("Riverside plant", () -> {}),
                        new Breadcrumbs.Crumb("Utilities", () -> {}),
                        new Breadcrumbs.Crumb("Cooling water", () -> {}))));
        header.qualifiers().add(StatusPill.of(AssetStatus.WARNING));
        header.actions()
                .addAll(
                        Buttons.icon(CarbonIcons.RENEW, "Refresh", () -> {}),
                        Buttons.secondary("Edit asset", CarbonIcons.EDIT, () -> {}),
                        Buttons.primary("Create work order", () -> {}));
        TabPane tabs = new TabPane(new Tab("Overview"), new Tab("Metrics"), new Tab("Trend"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(34);
        HBox body = new HBox(tree(), middle(), form());
        body.getStyleClass().add(Styles.GAP_24);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = new VBox(
                Banner.warning("The measurement store does not answer since 08:14. Values shown are up to 6 min old.")
                        .action("Try again", () -> {}),
                header,
                tabs,
                body);
        page.getStyleClass().add(Styles.PAGE);
        return page;
    }

    private static Node tree() {
        TreeItem<String> root = item("Riverside plant", CarbonIcons.BUILDING);
        TreeItem<String> utilities = item("Utilities", CarbonIcons.FOLDER);
        TreeItem<String> water = item("Cooling water", CarbonIcons.FOLDER);
        for (int i = 101; i < 106; i++) {
            water.getChildren().add(item("Pump P-" + i, CarbonIcons.CHIP));
        }
        utilities.getChildren().addAll(List.of(water, item("Compressed air", CarbonIcons.FOLDER)));
        root.getChildren().addAll(List.of(utilities, item("Packaging line 2", CarbonIcons.FOLDER)));
        root.setExpanded(true);
        utilities.setExpanded(true);
        water.setExpanded(true);
        TreeView<String> tree = new TreeView<>(root);
        tree.getSelectionModel().select(water.getChildren().getFirst());
        VBox box = new VBox(new SearchField(UI, text -> {}), tree);
        box.getStyleClass().add(Styles.GAP_8);
        box.setPrefWidth(220);
        box.setMinWidth(200);
        VBox.setVgrow(tree, Priority.ALWAYS);
        return box;
    }

    private static TreeItem<String> item(String name, org.kordamp.ikonli.Ikon ikon) {
        return new TreeItem<>(name, Icons.of(ikon));
    }

    private static Node middle() {
        FlowPane grades = new FlowPane();
        grades.getStyleClass().add(Styles.GAP_8);
        for (Grade grade : Grade.values()) {
            grades.getChildren()
                    .addAll(SeverityBadge.of(grade), SeverityBadge.of(grade).compact());
        }
        FlowPane pills = new FlowPane();
        pills.getStyleClass().add(Styles.GAP_8);
        for (AssetStatus status : AssetStatus.values()) {
            pills.getChildren().add(StatusPill.of(status));
        }
        FlowPane buttons = new FlowPane(
                Buttons.primary("Create asset", () -> {}),
                Buttons.secondary("Move", () -> {}),
                Buttons.quiet("Cancel", () -> {}),
                Buttons.danger("Delete 3 assets", () -> {}),
                Buttons.icon(CarbonIcons.COPY, "Copy", () -> {}));
        buttons.getStyleClass().add(Styles.GAP_8);
        MetricLimits limits = new MetricLimits(
                BigDecimal.valueOf(20), BigDecimal.valueOf(85), BigDecimal.valueOf(80), BigDecimal.valueOf(90));
        HBox bars = new HBox(
                new HealthBar().show(92),
                new HealthBar().show(48),
                new HealthBar().show(17),
                new LimitBar().show(64, limits),
                new LimitBar().show(83, limits),
                new Sparkline()
                        .show(DoubleStream.iterate(0, x -> x + 1)
                                .limit(120)
                                .map(x -> Math.sin(x / 9) + Math.cos(x / 3) * 0.3)
                                .toArray()));
        bars.getStyleClass().add(Styles.GAP_16);
        VBox box = new VBox(grades, pills, buttons, bars, values(), table());
        box.getStyleClass().add(Styles.GAP_12);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Node values() {
        Instant now = Instant.now();
        HBox box = new HBox();
        box.getStyleClass().add(Styles.GAP_24);
        List<Reading> readings = List.of(
                new Reading(68.4, 1, "°C", now.minusSeconds(4), Grade.NORMAL, Duration.ofMinutes(1)),
                new Reading(1482, 0, "rpm", now.minusSeconds(2), Grade.NORMAL, Duration.ofMinutes(1)),
                new Reading(91.7, 1, "°C", now.minusSeconds(3), Grade.CRITICAL, Duration.ofMinutes(1)),
                new Reading(4.82, 2, "bar", now.minusSeconds(780), Grade.NORMAL, Duration.ofMinutes(1)));
        for (Reading reading : readings) {
            MetricValueLabel label = new MetricValueLabel(FORMATS).large();
            label.show(reading);
            box.getChildren().add(label);
        }
        return box;
    }

    private static Node table() {
        TableView<Row> table = new TableView<>();
        table.getStyleClass().add(Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Row, String> tag = Columns.text("Tag", Row::tag);
        TableColumn<Row, String> name = Columns.text("Name", Row::name);
        name.setPrefWidth(170);
        table.getColumns()
                .addAll(List.of(
                        tag,
                        name,
                        Columns.status("Status", Row::status),
                        Columns.number("Temperature °C", Row::value, 1, FORMATS),
                        Columns.health("Health", Row::health),
                        Columns.grade("Severity", Row::grade),
                        Columns.instant("Updated", Row::at, FORMATS)));
        Instant now = Instant.now();
        table.getItems()
                .addAll(
                        new Row("P-101", "Cooling water pump", AssetStatus.WARNING, 83.2, 61, Grade.MEDIUM, now),
                        new Row("P-102", "Cooling water pump", AssetStatus.OPERATIONAL, 64.9, 94, Grade.NORMAL, now),
                        new Row("C-201", "Air compressor", AssetStatus.CRITICAL, 97.4, 22, Grade.CRITICAL, now),
                        new Row("F-310", "Filler", AssetStatus.OFFLINE, Double.NaN, 70, Grade.STALE, now),
                        new Row("B-007", "Boiler feed pump", AssetStatus.UNDER_MAINTENANCE, 41, 55, Grade.LOW, now));
        table.getSelectionModel().select(1);
        table.setPrefHeight(200);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private static Node form() {
        Form form = new Form();
        form.add("name", "Name", new TextField("Cooling water pump P-101"));
        TextField serial = new TextField("SN 4711");
        form.add("serialNumber", "Serial number", serial);
        ComboBox<String> type = new ComboBox<>();
        type.getItems().addAll("Centrifugal pump", "Compressor");
        type.getSelectionModel().selectFirst();
        form.add("assetType", "Asset type", type).setHint("Brings metrics and limits with it.");
        TextField cost = new TextField();
        cost.setPromptText("0.00");
        form.add("purchaseCost", "Purchase cost", cost);
        form.required("name", "assetType");
        form.show(new Failure.Invalid(List.of(new Failure.Violation("serialNumber", "duplicate", List.of()))));
        CheckBox check = new CheckBox("Safety critical");
        check.setSelected(true);
        VBox box = new VBox(heading("Edit asset"), form, check, new CheckBox("On loan"));
        box.getStyleClass().add(Styles.GAP_12);
        box.setMinWidth(240);
        box.setPrefWidth(240);
        return box;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.HEADING);
        return label;
    }
}
