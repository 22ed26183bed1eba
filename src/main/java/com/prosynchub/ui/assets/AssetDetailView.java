package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.HealthBar;
import com.prosynchub.ui.kit.control.StatusPill;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.Breadcrumbs;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** One asset: header with path, state and actions, and a tab for each side of it. FX thread. */
final class AssetDetailView {
    private final StackPane root;
    private final Messages messages = Messages.of("assets");
    private final PageHeader header = new PageHeader("");
    private final StatusPill status = new StatusPill();
    private final HealthBar health = new HealthBar();
    private final FactsPane facts;
    private final Consumer<UUID> open;
    private final AssetCommands commands;
    private final Map<Tab, Node> contents = new HashMap<>();
    private @Nullable AssetNode node;

    @FXML
    private StackPane headerBox;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab overview;

    @FXML
    private Tab metrics;

    @FXML
    private Tab trend;

    @FXML
    private Tab children;

    @FXML
    private Tab history;

    AssetDetailView(
            AssetDetailViewModel model,
            UiScheduler ui,
            AssetRights rights,
            AssetCommands commands,
            FactsPane facts,
            Consumer<UUID> open) {
        this.facts = facts;
        this.open = open;
        this.commands = commands;
        VBox page = FxmlLoader.load(this, messages);
        headerBox.getChildren().add(header);
        header.qualifiers().addAll(status, health);
        addActions(rights);
        fill(overview, facts);
        StatePane states = new StatePane(ui);
        states.setContent(page);
        states.setEmpty(
                CarbonIcons.ASSET, messages.text("detail.none"), messages.text("detail.none.text"), null, () -> {});
        states.setOnRetry(model::reload);
        states.stateProperty().bind(model.stateProperty());
        root = new StackPane(states);
        root.getStyleClass().add("psh-detail");
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::reveal);
        model.factsProperty().subscribe(this::show);
    }

    /** Puts the tabs in that have models of their own; null leaves a tab out. */
    void fill(@Nullable Node metricsPane, @Nullable Node trendPane, Node childrenPane, Node historyPane) {
        fill(metrics, metricsPane);
        fill(trend, trendPane);
        fill(children, childrenPane);
        fill(history, historyPane);
    }

    Node root() {
        return root;
    }

    /** Whether the trend is the chosen tab, so that it alone fetches and follows. */
    void onTrendShown(Consumer<Boolean> listener) {
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> listener.accept(tab == trend));
    }

    /** Whether the history is the chosen tab, so that nobody reads it unseen. */
    void onHistoryShown(Consumer<Boolean> listener) {
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> listener.accept(tab == history));
    }

    void showTab(String id) {
        tabs.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    /** What nobody looked at yet costs no layout: a tab's content goes in when the tab is first seen with an asset. */
    private void reveal() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (node != null && tab != null && tab.getContent() == null) {
            tab.setContent(contents.get(tab));
        }
    }

    private void fill(Tab tab, @Nullable Node content) {
        if (content == null) {
            tabs.getTabs().remove(tab);
        } else {
            contents.put(tab, content);
        }
    }

    private void addActions(AssetRights rights) {
        if (rights.create()) {
            add(
                    "asset-new-child",
                    Buttons.icon(CarbonIcons.ADD, messages.text("menu.create"), () -> with(commands::create)));
        }
        if (rights.changeStatus()) {
            add("asset-status", statusMenu());
        }
        if (rights.update()) {
            add(
                    "asset-move",
                    Buttons.icon(CarbonIcons.TREE_VIEW_ALT, messages.text("menu.move"), () -> with(commands::moveTo)));
        }
        if (rights.delete()) {
            add(
                    "asset-delete",
                    Buttons.icon(CarbonIcons.TRASH_CAN, messages.text("menu.delete"), () -> with(commands::delete)));
        }
        if (rights.update()) {
            Button edit = Buttons.primary(messages.text("menu.edit"), () -> with(commands::edit));
            edit.setDefaultButton(false);
            add("asset-edit", edit);
        }
    }

    /** Offers what the asset may be said to be doing, all but what it is said to be doing now. */
    private Button statusMenu() {
        ContextMenu menu = new ContextMenu();
        Button open = Buttons.icon(CarbonIcons.POWER, messages.text("menu.status"), () -> {});
        open.setOnAction(pressed -> {
            menu.getItems()
                    .setAll(Stream.of(AssetStatus.values())
                            .filter(choice -> node == null || choice != node.status())
                            .map(choice -> item(Words.of(choice), asset -> commands.changeStatus(asset, choice)))
                            .toList());
            menu.show(open, Side.BOTTOM, 0, 4);
        });
        return open;
    }

    private MenuItem item(String words, Consumer<AssetNode> command) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(chosen -> with(command));
        return item;
    }

    private void add(String id, Button button) {
        button.setId(id);
        header.actions().add(button);
    }

    private void with(Consumer<AssetNode> action) {
        AssetNode shown = node;
        if (shown != null) {
            action.accept(shown);
        }
    }

    private void show(@Nullable AssetFacts now) {
        if (now == null || now.path().isEmpty()) {
            node = null;
            return;
        }
        AssetNode shown = now.path().getLast();
        node = shown;
        header.setTitle(now.asset().name());
        header.setSubtitle(subtitle(now));
        header.setBreadcrumbs(crumbs(now.path().subList(0, now.path().size() - 1)));
        status.show(now.asset().status());
        health.show(now.asset().healthScore());
        children.setText(messages.text("tab.children", now.childCount()));
        facts.show(now);
        reveal();
    }

    private static String subtitle(AssetFacts now) {
        return String.join(
                "  ·  ",
                List.of(now.typeName(), now.place()).stream()
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private @Nullable Node crumbs(List<AssetNode> above) {
        if (above.isEmpty()) {
            return null;
        }
        return new Breadcrumbs()
                .show(above.stream()
                        .map(step -> new Breadcrumbs.Crumb(step.name(), () -> open.accept(step.id())))
                        .toList());
    }
}
