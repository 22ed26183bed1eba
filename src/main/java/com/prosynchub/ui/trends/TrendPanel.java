package com.prosynchub.ui.trends;

import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** One chart with the search that adds lines to it and a chip for each line. FX thread. */
final class TrendPanel extends VBox {
    private final TrendPanelViewModel model;
    private final TrendChart chart;
    private final FlowPane head = new FlowPane();
    private final SearchField search;
    private final ContextMenu menu = new ContextMenu();
    private final VBox problem = new VBox();
    private final Messages messages = Messages.of("trends");
    private final Button remove;

    TrendPanel(TrendPanelViewModel model, Formats formats, UiScheduler ui, Runnable onRemove) {
        this.model = model;
        chart = new TrendChart(model.model(), formats, ui);
        chart.setOnWindowChanged(model.feed()::fetch);
        model.feed().busyProperty().subscribe(busy -> chart.setLoading(busy));
        model.feed().failureProperty().subscribe(failure -> {
            problem.getChildren().clear();
            if (failure != null) {
                FailureText text = FailureText.of(failure);
                problem.getChildren()
                        .add(Banner.warning(messages.text("failed", text.what(), text.todo(), text.code())));
            }
        });
        search = new SearchField(ui, this::find);
        search.setPromptText(messages.text("add"));
        search.setId("trend-search");
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN && menu.isShowing()) {
                menu.requestFocus();
            }
        });
        remove = Buttons.icon(CarbonIcons.CLOSE, messages.text("chart.remove"), onRemove);
        head.getStyleClass().add("psh-trend-choice");
        head.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("psh-trend-panel");
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(head, problem, chart);
        model.lines().addListener((ListChangeListener<Line>) change -> showLines());
        showLines();
    }

    void dispose() {
        chart.dispose();
    }

    void focus() {
        search.requestFocus();
    }

    private void showLines() {
        head.getChildren().setAll(search);
        for (Line line : model.lines()) {
            Button chip = Buttons.secondary(
                    messages.text("line", line.assetName(), line.metric().name().replace('_', ' ')),
                    () -> model.remove(line));
            chip.setGraphic(Icons.of(CarbonIcons.CLOSE));
            chip.setAccessibleText(messages.text("line.remove", chip.getText()));
            chip.getStyleClass().add("psh-line-chip");
            head.getChildren().add(chip);
        }
        search.setDisable(model.lines().size() >= TrendPanelViewModel.MOST_LINES);
        head.getChildren().add(remove);
    }

    private void find(String text) {
        menu.hide();
        if (!text.isEmpty()) {
            model.find(text, hits -> offer(hits.stream().map(this::asset).toList()));
        }
    }

    private MenuItem asset(AssetHit hit) {
        MenuItem item = new MenuItem(String.join(" / ", hit.pathNames()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.metricsOf(
                hit.node().id(),
                metrics -> offer(
                        metrics.isEmpty()
                                ? List.of(nothing())
                                : metrics.stream()
                                        .map(metric -> metric(hit, metric))
                                        .toList())));
        return item;
    }

    private MenuItem nothing() {
        MenuItem item = new MenuItem(messages.text("no.metrics"));
        item.setDisable(true);
        return item;
    }

    private MenuItem metric(AssetHit hit, AssetMetric metric) {
        String unit = metric.unit() == null ? "" : metric.unit();
        MenuItem item = new MenuItem(messages.text("metric", metric.name().replace('_', ' '), unit));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            model.add(new Line(hit.node().id(), hit.node().name(), metric));
            search.clear();
        });
        return item;
    }

    private void offer(List<MenuItem> items) {
        menu.getItems().setAll(items);
        if (!items.isEmpty() && search.getScene() != null && search.getScene().getWindow() != null) {
            menu.show(search, Side.BOTTOM, 0, 0);
        }
    }
}
