package com.prosynchub.ui.trends;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.ui.kit.chart.TrendChart;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * The wall, to be read at four metres: areas by their worst state, in shape and words, and charts in turn. Alone on a screen
 * it has nothing around it. FX thread.
 */
final class WallView {
    private final WallViewModel model;
    private final Workbench bench;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");
    private final VBox wall = new VBox();
    private final StackPane root = new StackPane(wall);
    private final Label name = new Label();
    private final Label turn = new Label();
    private final Label state = new Label();
    private final MenuButton pages = new MenuButton();
    private final StackPane content = new StackPane();
    private final FlowPane tiles = new FlowPane();
    private final ScrollPane scrolled = new ScrollPane(tiles);
    private final ChartGrid grid = new ChartGrid();
    private final List<TrendChart> drawn = new ArrayList<>();
    private final WallWindow alone;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final ListChangeListener<TrendPanelViewModel> onCharts = change -> draw();

    WallView(WallViewModel model, Workbench bench) {
        this.model = model;
        this.bench = bench;
        formats = bench.formats();
        alone = new WallWindow(root, wall);
        name.getStyleClass().add("psh-wall-name");
        turn.getStyleClass().add("psh-wall-turn");
        turn.setId("wall-turn");
        state.getStyleClass().add("psh-wall-state");
        state.setId("wall-state");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, state, gap, turn, previous(), pause(), next(), pages(), full());
        head.getStyleClass().add("psh-wall-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        tiles.getStyleClass().add("psh-wall-tiles");
        scrolled.setFitToWidth(true);
        scrolled.setFocusTraversable(false);
        scrolled.getStyleClass().add("psh-trends-charts");
        grid.setId("wall-charts");
        wall.getStyleClass().add("psh-wall");
        wall.setId("wall");
        wall.setFocusTraversable(true);
        wall.getChildren().addAll(head, content);
        wall.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        content.heightProperty().subscribe(height -> grid.setSeenHeight(height.doubleValue()));
        subscriptions.add(model.currentProperty().subscribe(stop -> show(stop)));
        subscriptions.add(model.leftProperty().subscribe(left -> sayTurn()));
        subscriptions.add(model.pausedProperty().subscribe(on -> sayTurn()));
        subscriptions.add(model.failureProperty().subscribe(failure -> sayState()));
        subscriptions.add(model.readAtProperty().subscribe(at -> sayState()));
        model.areas().addListener((ListChangeListener<WallArea>) change -> tile());
        model.charts().panels().addListener(onCharts);
        tile();
        draw();
    }

    Node root() {
        return root;
    }

    /** Shows the wall alone on the whole screen, or goes back. */
    void toggleAlone() {
        alone.toggle();
    }

    void focus() {
        wall.requestFocus();
    }

    void dispose() {
        alone.close();
        subscriptions.forEach(Subscription::unsubscribe);
        model.charts().panels().removeListener(onCharts);
        drawn.forEach(TrendChart::dispose);
    }

    private Button previous() {
        Button button = Buttons.icon(CarbonIcons.CHEVRON_LEFT, messages.text("wall.previous"), model::previous);
        button.setId("wall-previous");
        return button;
    }

    private Button next() {
        Button button = Buttons.icon(CarbonIcons.CHEVRON_RIGHT, messages.text("wall.next"), model::next);
        button.setId("wall-next");
        return button;
    }

    private Button pause() {
        Button button = Buttons.icon(CarbonIcons.PAUSE, messages.text("wall.pause"), this::togglePause);
        button.setId("wall-pause");
        return button;
    }

    private Button full() {
        Button button = Buttons.icon(CarbonIcons.MAXIMIZE, messages.text("wall.full"), this::toggleAlone);
        button.setId("wall-full");
        return button;
    }

    private MenuButton pages() {
        pages.setId("wall-pages");
        pages.setText(messages.text("wall.pages"));
        pages.setGraphic(Icons.of(CarbonIcons.CAROUSEL_HORIZONTAL));
        pages.setMinWidth(Region.USE_PREF_SIZE);
        pages.setOnShowing(e -> pages.getItems().setAll(choices()));
        pages.getItems().setAll(choices());
        return pages;
    }

    private List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        for (SavedPage view : model.views()) {
            CheckMenuItem item = new CheckMenuItem(view.name());
            item.setMnemonicParsing(false);
            item.setSelected(model.takesTurns(view));
            item.setOnAction(e -> model.choose(view, item.isSelected()));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (int seconds : WallViewModel.PERIODS) {
            CheckMenuItem item = new CheckMenuItem(messages.text("wall.seconds", seconds));
            item.setSelected(model.seconds() == seconds);
            item.setOnAction(e -> model.setSeconds(seconds));
            items.add(item);
        }
        return items;
    }

    private void togglePause() {
        model.pausedProperty().set(!model.pausedProperty().get());
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof Button && event.getCode() == KeyCode.SPACE) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> togglePause();
            case RIGHT, PAGE_DOWN -> model.next();
            case LEFT, PAGE_UP -> model.previous();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(WallViewModel.Stop stop) {
        name.setText(stop.name());
        content.getChildren().setAll(stop.page() == null ? scrolled : grid);
    }

    private void sayTurn() {
        boolean paused = model.pausedProperty().get();
        boolean alone = model.stops().size() < 2;
        turn.setText(
                alone
                        ? ""
                        : paused
                                ? messages.text("wall.paused")
                                : messages.text(
                                        "wall.turn", model.leftProperty().get()));
        StyleSwap.set(turn, "psh-paused", paused && !alone);
        sayState();
    }

    /** A wall that is not fed says since when: a stale state must not look like one of now. */
    private void sayState() {
        Failure failure = model.failureProperty().get();
        Instant at = model.readAtProperty().get();
        state.setText(
                failure == null
                        ? at == null ? "" : messages.text("wall.age", formats.age(at))
                        : at == null
                                ? messages.text("wall.silent")
                                : messages.text("wall.silent.since", formats.age(at)));
        StyleSwap.set(state, "psh-silent", failure != null);
        StyleSwap.set(tiles, "psh-stale-tiles", failure != null);
    }

    private void tile() {
        tiles.getChildren().setAll(model.areas().stream().map(this::tile).toList());
    }

    private Node tile(WallArea area) {
        Grade grade = Grade.of(area.worst());
        Region mark = new Region();
        mark.getStyleClass().addAll("psh-mark", "psh-wall-mark");
        grade.dress(mark);
        Label place = new Label(area.name());
        place.getStyleClass().add("psh-wall-area");
        Label count = new Label(messages.text("wall.count", area.attention(), area.total()));
        count.getStyleClass().add("psh-wall-count");
        Label worst = new Label(Words.of(area.worst()));
        worst.getStyleClass().add("psh-wall-word");
        Label which = new Label(
                area.attention() == 0 ? messages.text("wall.fine") : messages.text("wall.worst", area.worstName()));
        which.getStyleClass().add("psh-wall-asset");
        which.setWrapText(true);
        HBox said = new HBox(mark, worst);
        said.getStyleClass().add("psh-wall-said");
        VBox tile = new VBox(place, said, count, which);
        tile.getStyleClass().add("psh-wall-tile");
        grade.dress(tile);
        return tile;
    }

    private void draw() {
        drawn.forEach(TrendChart::dispose);
        drawn.clear();
        for (TrendPanelViewModel panel : model.charts().panels()) {
            TrendChart chart =
                    new TrendChart(panel.model(), formats, bench.tasks().ui());
            chart.setOnWindowChanged(window -> {
                panel.feed().fetch(window);
                panel.mark();
            });
            chart.setFocusTraversable(false);
            drawn.add(chart);
        }
        grid.getChildren().setAll(drawn);
    }
}
