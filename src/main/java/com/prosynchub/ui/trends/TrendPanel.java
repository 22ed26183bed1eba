package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * One chart of the page with its head: the assets it is about, and a menu for its lines and its place. The head is what is
 * dragged to another place. FX thread.
 */
final class TrendPanel extends VBox {
    private static final String CHOSEN = "psh-chosen";

    private final TrendPanelViewModel model;
    private final TrendsViewModel page;
    private final TrendChart chart;
    private final Label title = new Label();
    private final MenuButton menu = new MenuButton();
    private final VBox problem = new VBox();
    private final VBox invitation = new VBox();
    private final Messages messages = Messages.of("trends");
    private final ListChangeListener<Line> onLines = change -> showLines();
    private final ListChangeListener<TrendPanelViewModel> onPanels = change -> mark();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** What lies around a panel: the page, what the mouse carries over it, and the way to the search. */
    record Surroundings(
            TrendsViewModel page,
            Carried<Line> metrics,
            Carried<TrendPanelViewModel> charts,
            Runnable onSearch,
            Records records) {}

    /** Where a chart leads to. */
    interface Records {
        /** Opens what a marker stands for. */
        void open(TrendPanelViewModel chart, ChartMarker marker);

        /** Offers to take along what is shown. */
        void export();

        /** Whether the person may write notes. */
        boolean mayNote();

        void note(TrendPanelViewModel chart, Instant at);
    }

    TrendPanel(TrendPanelViewModel model, Surroundings around, Formats formats, UiScheduler ui) {
        this.model = model;
        this.page = around.page();
        chart = new TrendChart(model.model(), formats, ui);
        chart.setOnWindowChanged(window -> {
            model.feed().fetch(window);
            model.mark();
        });
        chart.setOnMarker(marker -> around.records().open(model, marker));
        chart.setOnExport(around.records()::export);
        if (around.records().mayNote()) {
            chart.setOnNote(at -> around.records().note(model, at));
        }
        subscriptions.add(model.feed().busyProperty().subscribe(busy -> chart.setLoading(busy)));
        subscriptions.add(model.feed().failureProperty().subscribe(failure -> {
            problem.getChildren().clear();
            if (failure != null) {
                FailureText text = FailureText.of(failure);
                problem.getChildren()
                        .add(Banner.warning(messages.text("failed", text.what(), text.todo(), text.code())));
            }
        }));
        menu.setGraphic(Icons.of(CarbonIcons.OVERFLOW_MENU_HORIZONTAL));
        menu.setId("chart-menu");
        menu.setTooltip(new Tooltip(messages.text("chart.menu")));
        menu.setAccessibleText(messages.text("chart.menu"));
        menu.getStyleClass().addAll(Styles.FLAT, "psh-chart-menu");
        title.getStyleClass().add("psh-trend-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(title, menu);
        head.getStyleClass().add("psh-trend-head");
        invite(around.onSearch());
        StackPane body = new StackPane(chart, invitation);
        VBox.setVgrow(body, Priority.ALWAYS);
        getStyleClass().add("psh-trend-panel");
        getChildren().addAll(head, problem, body);
        around.charts().from(head, () -> page.panels().size() > 1 ? model : null);
        around.charts().onto(this, moved -> page.movePanel(moved, page.panels().indexOf(model)));
        around.metrics().onto(this, line -> {
            page.chosenProperty().set(model);
            model.add(line);
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> page.chosenProperty().set(model));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        subscriptions.add(focusWithinProperty().subscribe(within -> {
            if (within) {
                page.chosenProperty().set(model);
            }
        }));
        subscriptions.add(page.chosenProperty().subscribe(now -> mark()));
        page.panels().addListener(onPanels);
        model.lines().addListener(onLines);
        showLines();
    }

    void dispose() {
        subscriptions.forEach(Subscription::unsubscribe);
        page.panels().removeListener(onPanels);
        model.lines().removeListener(onLines);
        chart.dispose();
    }

    TrendChart chart() {
        return chart;
    }

    void focusChart() {
        chart.requestFocus();
    }

    private void invite(Runnable onSearch) {
        Label what = new Label(messages.text("empty"));
        what.getStyleClass().add(Styles.MUTED);
        what.setWrapText(true);
        Button find = Buttons.secondary(messages.text("empty.find"), onSearch);
        find.setId("find-metric");
        invitation.getChildren().addAll(what, find);
        invitation.getStyleClass().add("psh-trend-invitation");
    }

    private void mark() {
        boolean one = page.panels().size() > 1 && page.chosenProperty().get() == model;
        StyleSwap.set(this, CHOSEN, one);
    }

    private void showLines() {
        List<String> assets = model.assetNames();
        title.setText(
                assets.isEmpty()
                        ? messages.text("chart.empty")
                        : assets.size() <= 2
                                ? String.join(", ", assets)
                                : messages.text("chart.assets", assets.getFirst(), assets.size() - 1));
        invitation.setVisible(model.lines().isEmpty());
        chart.setVisible(!model.lines().isEmpty());
        List<MenuItem> items = new ArrayList<>();
        for (Line line : model.lines()) {
            String words =
                    messages.text("line", line.assetName(), line.metric().name().replace('_', ' '));
            items.add(item(messages.text("line.remove", words), () -> model.remove(line)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item(messages.text("chart.earlier"), () -> move(-1)));
        items.add(item(messages.text("chart.later"), () -> move(1)));
        items.add(item(messages.text("chart.remove"), () -> page.removePanel(model)));
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void move(int by) {
        page.movePanel(model, page.panels().indexOf(model) + by);
    }

    /** With Alt and Shift the arrows carry the chart itself. */
    private void key(KeyEvent event) {
        if (event.isAltDown() && event.isShiftDown()) {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP) {
                move(-1);
                event.consume();
            } else if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN) {
                move(1);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                page.removePanel(model);
                event.consume();
            }
        }
    }
}
