package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.control.SearchField;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * The slim tree beside the charts. A metric is dragged from it onto a chart, or added to the chosen chart by a double click or
 * Enter. FX thread.
 */
final class MetricPicker extends VBox {
    private final MetricPickerViewModel model;
    private final Carried<Line> carried;
    private final Consumer<Line> add;
    private final TreeView<PickerRow> tree = new TreeView<>();
    private final SearchField search;

    MetricPicker(MetricPickerViewModel model, UiScheduler ui, Carried<Line> carried, Consumer<Line> add) {
        this.model = model;
        this.carried = carried;
        this.add = add;
        Messages messages = Messages.of("trends");
        search = new SearchField(ui, this::find);
        search.setPromptText(messages.text("add"));
        search.setId("trend-search");
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                if (tree.getSelectionModel().isEmpty()) {
                    tree.getSelectionModel().selectFirst();
                }
                e.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox tools = new HBox(search);
        tools.getStyleClass().add("psh-side-tools");
        tree.setShowRoot(false);
        tree.setId("metric-tree");
        tree.setAccessibleText(messages.text("pick.tree"));
        tree.setCellFactory(view -> new Cell());
        tree.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                activate(tree.getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        Label foot = new Label(messages.text("pick.hint"));
        foot.setWrapText(true);
        foot.getStyleClass().add("psh-side-foot");
        getStyleClass().add("psh-side");
        setId("metric-picker");
        getChildren().addAll(tools, tree, foot);
    }

    /** Reads the tree, or the search, anew. */
    void load() {
        find(search.getText().strip());
    }

    SearchField search() {
        return search;
    }

    private void find(String text) {
        if (text.isEmpty()) {
            model.top(this::show);
        } else {
            model.find(text, rows -> {
                show(rows);
                // Whoever searched wants the metrics: those of the first hit are open at once.
                tree.getRoot().getChildren().stream().findFirst().ifPresent(first -> first.setExpanded(true));
            });
        }
    }

    private void show(List<PickerRow> rows) {
        TreeItem<PickerRow> root = new TreeItem<>();
        root.getChildren().setAll(rows.stream().map(this::item).toList());
        root.setExpanded(true);
        tree.setRoot(root);
    }

    private TreeItem<PickerRow> item(PickerRow row) {
        return row instanceof PickerRow.Branch branch ? new BranchItem(branch) : new TreeItem<>(row);
    }

    private void activate(@Nullable TreeItem<PickerRow> item) {
        if (item != null && item.getValue() instanceof PickerRow.Leaf(Line line, String text)) {
            add.accept(line);
        } else if (item != null) {
            item.setExpanded(!item.isExpanded());
        }
    }

    /** Asks for what is below when it is opened the first time. */
    private final class BranchItem extends TreeItem<PickerRow> {
        private boolean asked;

        private BranchItem(PickerRow.Branch branch) {
            super(branch);
            expandedProperty().subscribe(open -> {
                if (open && !asked) {
                    asked = true;
                    model.below(branch, rows -> getChildren()
                            .setAll(rows.stream().map(MetricPicker.this::item).toList()));
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return asked && getChildren().isEmpty();
        }
    }

    private final class Cell extends TreeCell<PickerRow> {
        private Cell() {
            // Not wider than the tree: what is too long ends in dots instead of making the tree scroll.
            setPrefWidth(0);
            carried.from(this, () -> getItem() instanceof PickerRow.Leaf(Line line, String text) ? line : null);
            setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY
                        && e.getClickCount() == 2
                        && getItem() instanceof PickerRow.Leaf) {
                    activate(getTreeItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PickerRow row, boolean empty) {
            super.updateItem(row, empty);
            StyleSwap.set(this, Styles.MUTED, !empty && row instanceof PickerRow.Remark);
            setGraphic(null);
            setText(empty || row == null ? null : row.text());
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case PickerRow.Leaf leaf -> setGraphic(Icons.of(CarbonIcons.CHART_LINE));
                case PickerRow.Branch(var id, String name, String text) when !text.equals(name) -> found(name, text);
                case PickerRow.Branch branch -> {}
                case PickerRow.Remark remark -> {}
            }
        }

        /** A hit says where it stands below its name: names repeat, and the way to them is long. */
        private void found(String name, String way) {
            Label below = new Label(way);
            below.getStyleClass().add("psh-picker-path");
            setText(null);
            setGraphic(new VBox(new Label(name), below));
        }
    }
}
