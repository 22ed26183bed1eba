package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.Workbench;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The page of charts with the tree of metrics beside it. FX thread. */
final class TrendsView {
    private static final double PICKER_SHARE = 0.2;

    private final VBox root;
    private final TrendsViewModel model;
    private final Formats formats;
    private final UiScheduler ui;
    private final Messages messages = Messages.of("trends");
    private final Map<TrendPanelViewModel, TrendPanel> panels = new LinkedHashMap<>();
    private final Carried<Line> metrics = new Carried<>("metric");
    private final Carried<TrendPanelViewModel> charts = new Carried<>("chart");
    private final ChartGrid grid = new ChartGrid();
    private final MetricPicker picker;
    private final ToggleButton pickerShown;
    private final ToggleButton linked;
    private final Button add;

    private final Parts parts;
    private final Workbench bench;
    private final NoteDialog notes;
    private Runnable openExport = () -> {};
    private final PageHeader title = new PageHeader(messages.text("title"));
    private final Subscription subscription;

    @FXML
    private StackPane header;

    @FXML
    private SplitPane split;

    @FXML
    private ScrollPane charting;

    /** What the view works with beside its page. */
    record Parts(SavedViewsViewModel views, TimeRangeViewModel time, NotesViewModel notes, TrendFilesViewModel files) {}

    TrendsView(TrendsViewModel model, Parts parts, Workbench bench) {
        this.model = model;
        this.parts = parts;
        this.bench = bench;
        SavedViewsViewModel views = parts.views();
        notes = new NoteDialog(parts.notes(), bench.overlay(), bench.formats());
        formats = bench.formats();
        ui = bench.tasks().ui();
        root = FxmlLoader.load(this, messages);
        picker = new MetricPicker(model.picker(), ui, metrics, model::pick);
        picker.search().bindFocusKey(root);
        pickerShown = toggle(CarbonIcons.TREE_VIEW_ALT, "pick.toggle", "toggle-picker");
        linked = toggle(CarbonIcons.LINK, "linked", "toggle-linked");
        linked.selectedProperty().bindBidirectional(model.linkedProperty());
        add = Buttons.secondary(messages.text("chart.add"), CarbonIcons.ADD, model::addPanel);
        add.setId("add-chart");
        ViewsMenu menu = new ViewsMenu(views, bench.overlay());
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e)) {
                menu.save();
                e.consume();
            }
        });
        title.actions().addAll(new TimeField(parts.time(), formats), pickerShown, linked, menu, layouts());
        if (parts.files().mayExport()) {
            ExportMenu export = new ExportMenu(
                    parts.files(),
                    new ExportMenu.Shown(model.chosenProperty()::get, this::charts, title::title),
                    formats);
            title.actions().add(export);
            openExport = export::show;
        }
        title.actions().add(add);
        subscription = views.currentProperty().subscribe(view -> nameOf(view));
        header.getChildren().add(title);
        charting.setContent(grid);
        charting.viewportBoundsProperty().subscribe(seen -> grid.setSeenHeight(seen.getHeight()));
        metrics.onto(charting, model::pickApart);
        SplitPane.setResizableWithParent(picker, false);
        pickerShown.selectedProperty().subscribe(this::showPicker);
        pickerShown.setSelected(true);
        model.panels().addListener((ListChangeListener<TrendPanelViewModel>) change -> arrange());
        arrange();
    }

    Node root() {
        return root;
    }

    /** Reads the tree; called each time the screen is shown. */
    void load() {
        picker.load();
        parts.views().load();
        parts.time().load();
    }

    private void nameOf(@Nullable SavedPage view) {
        title.setTitle(view == null ? messages.text("title") : view.name());
    }

    void focus() {
        TrendPanel chosen = panels.get(model.chosenProperty().get());
        if (pickerShown.isSelected() || chosen == null) {
            picker.search().requestFocus();
        } else {
            chosen.focusChart();
        }
    }

    void dispose() {
        subscription.unsubscribe();
        linked.selectedProperty().unbindBidirectional(model.linkedProperty());
        panels.values().forEach(TrendPanel::dispose);
    }

    private MenuButton layouts() {
        MenuButton layouts = new MenuButton(messages.text("layout"), Icons.of(CarbonIcons.GRID));
        layouts.setId("layouts");
        layouts.setMinWidth(Region.USE_PREF_SIZE);
        layouts.setPopupSide(Side.BOTTOM);
        for (int size : PageLayout.SIZES) {
            MenuItem item = new MenuItem(messages.text("layout.of", size));
            item.setOnAction(e -> model.setCharts(size));
            layouts.getItems().add(item);
        }
        return layouts;
    }

    private ToggleButton toggle(Ikon icon, String key, String id) {
        ToggleButton button = new ToggleButton("", Icons.of(icon));
        button.setTooltip(new Tooltip(messages.text(key)));
        button.setAccessibleText(messages.text(key));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ICON_BUTTON);
        button.setId(id);
        return button;
    }

    private void showPicker(boolean shown) {
        if (!shown) {
            split.getItems().remove(picker);
        } else if (!split.getItems().contains(picker)) {
            split.getItems().addFirst(picker);
            split.setDividerPositions(PICKER_SHARE);
        }
    }

    private List<TrendChart> charts() {
        return model.panels().stream()
                .filter(panel -> !panel.lines().isEmpty())
                .map(panel -> Objects.requireNonNull(panels.get(panel)).chart())
                .toList();
    }

    private void searchMetric() {
        pickerShown.setSelected(true);
        picker.search().requestFocus();
    }

    /** Where charts lead to from here. */
    private final class Leading implements TrendPanel.Records {
        @Override
        public void open(TrendPanelViewModel chart, ChartMarker marker) {
            switch (marker.kind()) {
                case NOTE -> chart.note(marker).ifPresent(notes::open);
                case WORK_ORDER -> bench.navigation().open("workorders", PanelMarks.record(marker));
                case LIMIT -> bench.navigation().open("assets", PanelMarks.record(marker) + "/metrics");
                case HOLE -> {}
            }
        }

        @Override
        public void export() {
            openExport.run();
        }

        @Override
        public boolean mayNote() {
            return parts.notes().mayNote();
        }

        @Override
        public void note(TrendPanelViewModel chart, Instant at) {
            notes.create(chart, at);
        }
    }

    private void arrange() {
        panels.entrySet().removeIf(entry -> {
            boolean gone = !model.panels().contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
        TrendPanel.Surroundings around =
                new TrendPanel.Surroundings(model, metrics, charts, this::searchMetric, new Leading());
        grid.getChildren()
                .setAll(model.panels().stream()
                        .map(panel -> panels.computeIfAbsent(panel, key -> new TrendPanel(key, around, formats, ui)))
                        .toList());
        add.setDisable(model.panels().size() >= TrendsViewModel.MOST_CHARTS);
    }
}
