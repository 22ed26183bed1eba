package com.prosynchub.ui.metrics;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.metric.MetricFilter.State;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.LookupField;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.task.Lookup;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** All metrics as one table with its filters; what is typed over is gathered below it until it is saved. FX thread. */
final class MetricGridView {
    private final Region root;
    private final MetricGridViewModel model;
    private final MetricEditsViewModel edits;
    private final MetricDialogs dialogs;
    private final MetricTable table;
    private final SearchField search;
    private final boolean mayConfigure;
    private final Messages messages = Messages.of("metrics");
    private final MetricDrawer drawer;
    private Runnable onRetry = () -> {};

    /** What is told of the chosen metric below the grid. */
    record Details(WhatIfViewModel whatIf, LimitHistoryViewModel history) {}

    @FXML
    private StackPane headerBox;

    @FXML
    private HBox filters;

    @FXML
    private StackPane tableBox;

    @FXML
    private Label problem;

    @FXML
    private StackPane drawerBox;

    @FXML
    private HBox foot;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    MetricGridView(
            MetricGridViewModel model,
            MetricEditsViewModel edits,
            @Nullable Lookup<UUID> assets,
            boolean mayConfigure,
            Details details,
            Workbench bench) {
        this.model = model;
        this.edits = edits;
        this.mayConfigure = mayConfigure;
        dialogs = new MetricDialogs(edits, bench);
        search = new SearchField(bench.tasks().ui(), model::search);
        table = new MetricTable(model.rows(), mayConfigure, editing(), bench);
        root = FxmlLoader.load(this, messages);
        headerBox.getChildren().add(new PageHeader(messages.text("heading")));
        buildFilters(assets, bench);
        StatePane states = new StatePane(bench.tasks().ui());
        states.setContent(table.node());
        states.setEmpty(CarbonIcons.METER, messages.text("empty"), messages.text("empty.text"), null, () -> {});
        states.setOnRetry(() -> onRetry.run());
        states.stateProperty().bind(model.stateProperty());
        tableBox.getChildren().add(states);
        problem.textProperty().bind(edits.problemProperty());
        problem.visibleProperty().bind(edits.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        drawer = new MetricDrawer(
                model, details.whatIf(), details.history(), mayConfigure ? this::restore : null, bench);
        buildFoot();
        table.onFocused(() -> {
            if (isOpen()) {
                drawer.show(table.focused());
            }
        });
        table.node().addEventFilter(KeyEvent.KEY_PRESSED, this::onTableKey);
        table.node().addEventFilter(KeyEvent.KEY_PRESSED, this::onEscape);
        drawer.node().addEventFilter(KeyEvent.KEY_PRESSED, this::onEscape);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    Node root() {
        return root;
    }

    MetricTable table() {
        return table;
    }

    /** What "Try again" does. */
    void onRetry(Runnable action) {
        onRetry = action;
    }

    void focus() {
        if (model.rows().isEmpty()) {
            search.requestFocus();
        } else {
            table.focus();
        }
    }

    /** Whether something is told of the chosen metric. */
    private boolean isOpen() {
        return !drawerBox.getChildren().isEmpty();
    }

    private void open(boolean on) {
        if (on != isOpen()) {
            if (on) {
                drawerBox.getChildren().setAll(drawer.node());
                drawer.show(table.focused());
            } else {
                drawerBox.getChildren().clear();
                drawer.show(null);
                table.focus();
            }
        }
    }

    private void restore(VersionRow version) {
        MetricRow row = table.focused();
        if (row != null && edits.edit(row, Judging.of(version.version()))) {
            dialogs.save();
        }
    }

    private MetricCell.Editing editing() {
        return new MetricCell.Editing() {
            @Override
            public boolean take(MetricRow row, MetricField field, String typed) {
                return edits.edit(List.of(row), Map.of(field, typed));
            }

            @Override
            public void left(MetricRow row, MetricField field, int step) {
                table.left(row, field, step);
            }
        };
    }

    private void buildFilters(@Nullable Lookup<UUID> assets, Workbench bench) {
        search.setId("metric-search");
        search.setPromptText(messages.text("search"));
        search.bindFocusKey(root);
        search.setPrefWidth(260);
        filters.getChildren().add(search);
        if (assets != null) {
            LookupField<UUID> branch = new LookupField<>(assets, bench.tasks().ui(), messages.text("branch"));
            branch.field().setId("metric-branch");
            branch.setPrefWidth(260);
            branch.valueProperty().subscribe((before, now) -> model.filterBranch(now));
            filters.getChildren().add(branch);
        }
        ChoiceField<AssetType> type = new ChoiceField<>(messages.text("type.all"), AssetType::name);
        type.box().setId("metric-type");
        model.types().subscribe(() -> type.setChoices(List.copyOf(model.types())));
        type.valueProperty().subscribe((before, now) -> model.filterType(now));
        ComboBox<State> state = new ComboBox<>();
        state.setId("metric-state");
        state.getItems().setAll(State.values());
        state.setConverter(ChoiceField.words(s -> messages.text("state." + s.name())));
        state.setValue(State.ANY);
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.valueProperty().subscribe((before, now) -> model.filterState(now));
        filters.getChildren().addAll(type, state);
    }

    private void buildFoot() {
        Label extent = new Label();
        extent.setId("metric-extent");
        extent.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        extent.textProperty().bind(model.extentProperty());
        Button more = Buttons.secondary(messages.text("more"), model::loadMore);
        more.setId("metric-more");
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(model.moreProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button tell = Buttons.secondary(messages.text("drawer"), () -> open(!isOpen()));
        tell.setId("metric-tell");
        foot.getChildren().addAll(extent, more, gap, tell);
        if (mayConfigure) {
            buildActions();
        }
    }

    private void buildActions() {
        Label summary = new Label();
        summary.setId("metric-summary");
        summary.getStyleClass().add(Styles.STRONG);
        summary.textProperty()
                .bind(Bindings.when(edits.summaryProperty().isEmpty())
                        .then("")
                        .otherwise(Bindings.createStringBinding(
                                () -> messages.text(
                                        "unsaved", edits.summaryProperty().get()),
                                edits.summaryProperty())));
        Button change = Buttons.secondary(messages.text("change"), this::change);
        change.setId("metric-change-chosen");
        change.disableProperty()
                .bind(Bindings.isEmpty(table.node().getSelectionModel().getSelectedCells()));
        Button discard = Buttons.secondary(messages.text("discard"), edits::discard);
        discard.setId("metric-discard");
        Button save = Buttons.primary(messages.text("save"), dialogs::save);
        save.setId("metric-save");
        var nothing = edits.countProperty().isEqualTo(0);
        discard.disableProperty().bind(nothing);
        save.disableProperty().bind(nothing);
        foot.getChildren().addAll(summary, change, discard, save);
    }

    private void change() {
        List<MetricRow> rows = table.chosen();
        if (!rows.isEmpty()) {
            dialogs.change(rows, table.field());
        }
    }

    private void onTableKey(KeyEvent event) {
        MetricRow row = table.focused();
        if (event.getCode() == KeyCode.ENTER && row != null && !table.isEditing()) {
            event.consume();
            open(true);
        } else if (event.getCode() == KeyCode.F2 && mayConfigure && row != null && !table.isEditing()) {
            event.consume();
            if (table.chosen().size() > 1) {
                change();
            } else {
                table.edit(row, table.field());
            }
        }
    }

    /** A table takes Escape for itself, so that it is heard before. */
    private void onEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isOpen() && !table.isEditing()) {
            event.consume();
            open(false);
        }
    }

    private void onKey(KeyEvent event) {
        if (!mayConfigure) {
            return;
        } else if (Shortcut.SAVE.match(event)) {
            event.consume();
            dialogs.save();
        } else if (Shortcut.UNDO.match(event)) {
            event.consume();
            edits.undo();
        }
    }
}
