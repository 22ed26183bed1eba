package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.control.MetricValueLabel;
import com.prosynchub.ui.kit.control.Reading;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import com.prosynchub.ui.kit.view.Workbench;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** The grid itself: a row for each metric, a column for each thing it is judged by. FX thread. */
final class MetricTable {
    private static final Map<MetricField, Integer> WIDTHS = Map.of(
            MetricField.MIN, 76,
            MetricField.MAX, 76,
            MetricField.WARNING, 76,
            MetricField.CRITICAL, 76,
            MetricField.DEADBAND, 108,
            MetricField.ON_DELAY, 96,
            MetricField.OFF_DELAY, 96,
            MetricField.EXPECTED_INTERVAL, 96,
            MetricField.PRIORITY, 100,
            MetricField.GUIDANCE, 220);

    private final TableView<MetricRow> table = new TableView<>();
    private final Map<MetricField, TableColumn<MetricRow, MetricRow.Shown>> columns = new HashMap<>();
    private final Set<MetricValueLabel> values = Collections.newSetFromMap(new WeakHashMap<>());
    private final Messages messages = Messages.of("metrics");
    private final Formats formats;
    private final MetricWords words;

    MetricTable(ObservableList<MetricRow> rows, boolean editable, MetricCell.Editing editing, Workbench bench) {
        formats = bench.formats();
        words = new MetricWords(messages, formats);
        table.setId("metric-grid");
        table.getStyleClass().add(Styles.DENSE);
        table.setItems(rows);
        table.setEditable(editable);
        table.setTableMenuButtonVisible(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().setCellSelectionEnabled(true);
        Columns.placeholder(table, messages.text("nothing"));
        add(
                "asset",
                190,
                column("column.asset", () -> new WordCell(MetricLine::asset, l -> String.join(" / ", l.way()))));
        add("metric", 150, column("column.metric", () -> new WordCell(MetricWords::name, l -> null)));
        TableColumn<MetricRow, MetricRow.Shown> value =
                column("column.value", () -> new NodeCell<>(valueLabel(), (label, l) -> label.show(reading(l))));
        value.getStyleClass().add(Styles.NUMBER_COLUMN);
        add("value", 150, value);
        add(
                "state",
                96,
                column(
                        "column.state",
                        () -> new NodeCell<>(
                                new SeverityBadge(),
                                (badge, l) -> badge.show(
                                        MetricWords.grade(l, formats.clock().instant())))));
        for (MetricField field : MetricField.values()) {
            TableColumn<MetricRow, MetricRow.Shown> column =
                    column("field." + field.key, () -> new MetricCell(field, words, editing));
            column.setEditable(editable);
            if (field != MetricField.PRIORITY && field != MetricField.GUIDANCE) {
                column.getStyleClass().add(Styles.NUMBER_COLUMN);
            }
            add(field.key, Objects.requireNonNull(WIDTHS.get(field)), column);
            columns.put(field, column);
        }
        Columns.remember(table, bench.preferences(), "metrics");
    }

    TableView<MetricRow> node() {
        return table;
    }

    /** The chosen rows in their order, each once however many of its cells are chosen. */
    List<MetricRow> chosen() {
        Set<Integer> indices = new TreeSet<>();
        for (TablePosition<?, ?> cell : table.getSelectionModel().getSelectedCells()) {
            indices.add(cell.getRow());
        }
        List<MetricRow> rows = new ArrayList<>();
        indices.stream()
                .filter(i -> i >= 0 && i < table.getItems().size())
                .forEach(i -> rows.add(table.getItems().get(i)));
        return rows;
    }

    /** The row that the keys act on. */
    @Nullable
    MetricRow focused() {
        return table.getFocusModel().getFocusedItem();
    }

    /** What the focused column is about; the first limit where it is no field. */
    MetricField field() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        return at == null || at.getTableColumn() == null ? MetricField.MIN : fieldOf(at.getTableColumn());
    }

    private MetricField fieldOf(TableColumn<?, ?> column) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(MetricField.MIN);
    }

    /** Runs when another row is acted on. */
    void onFocused(Runnable action) {
        table.getFocusModel().focusedItemProperty().subscribe(action);
    }

    boolean isEditing() {
        return table.getEditingCell() != null;
    }

    /** Begins to type over a value. */
    void edit(MetricRow row, MetricField field) {
        int index = table.getItems().indexOf(row);
        TableColumn<MetricRow, ?> column = columns.get(field);
        if (index >= 0 && column != null) {
            table.getSelectionModel().clearAndSelect(index, column);
            table.scrollToColumn(column);
            table.layout();
            table.edit(index, column);
        }
    }

    /** On from a value that was taken: to the next or the one before, over the end of the row into the next row. */
    void left(MetricRow row, MetricField field, int step) {
        int index = table.getItems().indexOf(row);
        int at = field.ordinal() + step;
        int fields = MetricField.values().length;
        if (step == 0 || index < 0) {
            focus();
            return;
        }
        if (at < 0 || at >= fields) {
            index += step;
            at = Math.floorMod(at, fields);
        }
        if (index >= 0 && index < table.getItems().size()) {
            edit(table.getItems().get(index), MetricField.values()[at]);
        } else {
            focus();
        }
    }

    void focus() {
        table.requestFocus();
        if (table.getSelectionModel().getSelectedCells().isEmpty()
                && !table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0, table.getColumns().getFirst());
        }
    }

    /** Metrics whose rows are in sight. */
    Collection<UUID> inSight() {
        Set<UUID> ids = new LinkedHashSet<>();
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null) {
                int end = Math.min(last.getIndex() + 1, table.getItems().size());
                table.getItems()
                        .subList(Math.min(Math.max(0, first.getIndex()), end), end)
                        .forEach(r -> ids.add(r.id()));
            }
        }
        return ids;
    }

    /** Brings ages up to date. */
    void tick() {
        values.forEach(MetricValueLabel::tick);
    }

    private MetricValueLabel valueLabel() {
        MetricValueLabel label = new MetricValueLabel(formats);
        values.add(label);
        return label;
    }

    private static Reading reading(MetricLine line) {
        BigDecimal value = line.metric().value();
        return Reading.of(
                line.metric(),
                Formats.decimalsFor(value == null ? Double.NaN : value.doubleValue()),
                MetricWords.staleAfter(line));
    }

    private TableColumn<MetricRow, MetricRow.Shown> column(
            String key, Supplier<TableCell<MetricRow, MetricRow.Shown>> cell) {
        TableColumn<MetricRow, MetricRow.Shown> column = new TableColumn<>(messages.text(key));
        column.setCellValueFactory(row -> row.getValue().shownProperty());
        column.setCellFactory(c -> cell.get());
        column.setSortable(false);
        column.setEditable(false);
        return column;
    }

    private void add(String id, int width, TableColumn<MetricRow, MetricRow.Shown> column) {
        column.setId(id);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    /** Words, and more of them on hover. */
    private static final class WordCell extends TableCell<MetricRow, MetricRow.Shown> {
        private final Function<MetricLine, String> words;
        private final Function<MetricLine, @Nullable String> tip;

        WordCell(Function<MetricLine, String> words, Function<MetricLine, @Nullable String> tip) {
            this.words = words;
            this.tip = tip;
            // What tells machines apart often stands at the end of their names.
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(MetricRow.@Nullable Shown item, boolean empty) {
            super.updateItem(item, empty);
            MetricLine line = item == null || empty ? null : item.line();
            setText(line == null ? null : words.apply(line));
            String more = line == null ? null : tip.apply(line);
            setTooltip(more == null ? null : new Tooltip(more));
        }
    }

    /** A small control that is made once for each cell. */
    private static final class NodeCell<N extends Node> extends TableCell<MetricRow, MetricRow.Shown> {
        private final N node;
        private final BiConsumer<N, MetricLine> show;

        NodeCell(N node, BiConsumer<N, MetricLine> show) {
            this.node = node;
            this.show = show;
        }

        @Override
        protected void updateItem(MetricRow.@Nullable Shown item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
            } else {
                show.accept(node, item.line());
                setGraphic(node);
            }
        }
    }
}
