package com.prosynchub.ui.assets;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The trend tab: a choice of metrics above the chart. It fetches and follows only while it is visible. FX thread. */
final class AssetTrend {
    private final AssetTrendViewModel model;
    private final TrendChart chart;
    private final FlowPane choice = new FlowPane();
    private final VBox problem = new VBox();
    private final VBox root = new VBox();
    private final Messages messages = Messages.of("assets");
    private boolean visible;
    private boolean chosenTab;

    AssetTrend(TrendService trends, MetricsViewModel metrics, Workbench bench) {
        model = new AssetTrendViewModel(trends, bench.tasks());
        chart = new TrendChart(model.model(), bench.formats(), bench.tasks().ui());
        chart.setOnWindowChanged(model.feed()::fetch);
        model.feed().busyProperty().subscribe(busy -> chart.setLoading(busy));
        model.feed().failureProperty().subscribe(failure -> {
            problem.getChildren().clear();
            if (failure != null) {
                FailureText text = FailureText.of(failure);
                problem.getChildren()
                        .add(Banner.warning(messages.text("edit.failed", text.what(), text.todo(), text.code())));
            }
        });
        choice.getStyleClass().add("psh-trend-choice");
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        root.getStyleClass().add("psh-tab-body");
        root.getChildren().addAll(choice, problem, chart);
        model.choices().addListener((ListChangeListener<AssetMetric>) change -> offer());
        metrics.rows().addListener((ListChangeListener<AssetMetric>) change -> {
            UUID asset = metrics.assetProperty().get();
            List<AssetMetric> rows = List.copyOf(metrics.rows());
            if (asset != null && !rows.isEmpty()) {
                model.offer(asset, rows);
            }
        });
    }

    Node node() {
        return root;
    }

    /** Another asset is shown; its metrics follow when they are read. */
    void show(@Nullable UUID id) {
        model.offer(id, List.of());
    }

    /** Whether its tab is what is seen. */
    boolean isShown() {
        return chosenTab && node().getScene() != null;
    }

    /** The tab is chosen, or another one is. */
    void shown(boolean now) {
        chosenTab = now;
        arrange();
    }

    /** The screen is visible. */
    void resume() {
        visible = true;
        arrange();
    }

    /** The screen is hidden. */
    void pause() {
        visible = false;
        arrange();
    }

    void close() {
        model.stop();
        chart.dispose();
    }

    private void arrange() {
        if (visible && chosenTab) {
            model.start();
        } else {
            model.stop();
        }
    }

    private void offer() {
        choice.getChildren().clear();
        if (model.choices().isEmpty()) {
            return;
        }
        Label label = new Label(messages.text("trend.choice"));
        label.getStyleClass().add("psh-muted");
        choice.getChildren().add(label);
        for (AssetMetric metric : model.choices()) {
            ToggleButton toggle = new ToggleButton(metric.name().replace('_', ' '));
            toggle.getStyleClass().add("psh-chip");
            toggle.setSelected(model.isChosen(metric.name()));
            toggle.setOnAction(e -> model.choose(metric.name(), toggle.isSelected()));
            choice.getChildren().add(toggle);
        }
    }
}
