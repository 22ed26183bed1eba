package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Up to four charts, one above the other. FX thread. */
final class TrendsView {
    private final VBox root;
    private final TrendsViewModel model;
    private final Formats formats;
    private final UiScheduler ui;
    private final Map<TrendPanelViewModel, TrendPanel> panels = new LinkedHashMap<>();

    @FXML
    private StackPane header;

    @FXML
    private VBox charts;

    TrendsView(TrendsViewModel model, Formats formats, UiScheduler ui) {
        this.model = model;
        this.formats = formats;
        this.ui = ui;
        Messages messages = Messages.of("trends");
        root = FxmlLoader.load(this, messages);
        PageHeader title = new PageHeader(messages.text("title"));
        Button add = Buttons.secondary(messages.text("chart.add"), CarbonIcons.ADD, model::addPanel);
        add.setId("add-chart");
        title.actions().add(add);
        header.getChildren().add(title);
        model.panels().addListener((ListChangeListener<TrendPanelViewModel>) change -> {
            arrange();
            add.setDisable(model.panels().size() >= TrendsViewModel.MOST_CHARTS);
        });
        arrange();
    }

    Node root() {
        return root;
    }

    void focus() {
        panels.values().stream().findFirst().ifPresent(TrendPanel::focus);
    }

    void dispose() {
        panels.values().forEach(TrendPanel::dispose);
    }

    private void arrange() {
        panels.entrySet().removeIf(entry -> {
            boolean gone = !model.panels().contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        model.panels()
                .forEach(panel -> panels.computeIfAbsent(
                        panel, key -> new TrendPanel(key, formats, ui, () -> model.removePanel(key))));
        charts.getChildren().setAll(panels.values());
    }
}
