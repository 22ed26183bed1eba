package com.prosynchub.ui.kit.control;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Styles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Table columns by kind of value. Rows are immutable records; a changed row replaces the old one. FX thread. */
public final class Columns {
    private Columns() {}

    public static <R> TableColumn<R, String> text(String title, Function<R, @Nullable String> of) {
        TableColumn<R, String> column = column(title, of);
        column.setCellFactory(c -> new TextCell<>(text -> text));
        return column;
    }

    /** As {@link #text}, for words that may be cut: they are there whole on hover. */
    public static <R> TableColumn<R, String> longText(String title, Function<R, @Nullable String> of) {
        TableColumn<R, String> column = column(title, of);
        column.setCellFactory(c -> new TextCell<R, String>(text -> text).withTip(text -> text));
        return column;
    }

    /** Right aligned, with fixed decimals; NaN and null show as a dash. */
    public static <R> TableColumn<R, Number> number(
            String title, Function<R, @Nullable Number> of, int decimals, Formats formats) {
        TableColumn<R, Number> column = column(title, of);
        column.getStyleClass().add(Styles.NUMBER_COLUMN);
        column.setCellFactory(c -> new TextCell<>(number -> formats.number(number.doubleValue(), decimals)));
        return column;
    }

    /** Relative time with the absolute one on hover. */
    public static <R> TableColumn<R, Instant> instant(
            String title, Function<R, @Nullable Instant> of, Formats formats) {
        TableColumn<R, Instant> column = column(title, of);
        column.setCellFactory(c -> new TextCell<R, Instant>(formats::relative).withTip(formats::absolute));
        return column;
    }

    public static <R> TableColumn<R, LocalDate> date(
            String title, Function<R, @Nullable LocalDate> of, Formats formats) {
        TableColumn<R, LocalDate> column = column(title, of);
        column.setCellFactory(c -> new TextCell<>(formats::date));
        return column;
    }

    public static <R> TableColumn<R, Grade> grade(String title, Function<R, @Nullable Grade> of) {
        return node(title, of, SeverityBadge::new, SeverityBadge::show);
    }

    public static <R> TableColumn<R, AssetStatus> status(String title, Function<R, @Nullable AssetStatus> of) {
        TableColumn<R, AssetStatus> column = node(title, of, StatusPill::new, StatusPill::show);
        column.setPrefWidth(150);
        return column;
    }

    public static <R> TableColumn<R, Number> health(String title, Function<R, @Nullable Number> of) {
        return node(title, of, HealthBar::new, HealthBar::show);
    }

    /** A column of small controls: one is made per visible cell and shown the cell's value. */
    public static <R, T, N extends Node> TableColumn<R, T> node(
            String title, Function<R, @Nullable T> of, Supplier<N> make, BiConsumer<N, T> show) {
        TableColumn<R, T> column = column(title, of);
        column.setCellFactory(c -> new NodeCell<>(make.get(), show));
        return column;
    }

    /** What an empty table says. */
    public static void placeholder(TableView<?> table, String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-placeholder");
        label.setWrapText(true);
        table.setPlaceholder(label);
    }

    /** Restores and keeps the widths of the columns, which need ids, under {@code key}. */
    public static void remember(TableView<?> table, Preferences prefs, String key) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            String name = "table." + key + "." + column.getId();
            if (column.getId() != null) {
                int width = prefs.getInt(name, 0);
                if (width > 0) {
                    column.setPrefWidth(width);
                }
                column.widthProperty().subscribe((before, after) -> prefs.putInt(name, after.intValue()));
            }
        }
    }

    private static <R, T> TableColumn<R, T> column(String title, Function<R, @Nullable T> of) {
        TableColumn<R, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue())));
        return column;
    }

    private static final class TextCell<R, T> extends TableCell<R, T> {
        private final Function<T, String> words;
        private @Nullable Function<T, String> tip;

        private TextCell(Function<T, String> words) {
            this.words = words;
        }

        private TextCell<R, T> withTip(Function<T, String> of) {
            tip = of;
            return this;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item == null ? Formats.NONE : words.apply(item));
            if (tip != null) {
                setTooltip(item == null ? null : new Tooltip(tip.apply(item)));
            }
        }
    }

    private static final class NodeCell<R, T, N extends Node> extends TableCell<R, T> {
        private final N node;
        private final BiConsumer<N, T> show;

        private NodeCell(N node, BiConsumer<N, T> show) {
            this.node = node;
            this.show = show;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
            } else {
                show.accept(node, item);
                setGraphic(node);
            }
        }
    }
}
