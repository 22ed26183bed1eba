package com.prosynchub.ui.settings;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Messages;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** A short list whose lines are typed in place: a field for each column, a cross for each line, and a button for one more. */
final class LinesPane extends VBox {
    private final Messages messages = Messages.of("settings");
    private final ObservableList<Line> lines;
    private final List<Column> columns;
    private final boolean editable;
    private final VBox rows = new VBox();

    /**
     * One column.
     *
     * @param title above it
     * @param width at 100 %; 0 for all that is left
     * @param day whether it holds a date
     */
    record Column(String title, double width, boolean day) {}

    /**
     * A list.
     *
     * @param id for tests and style; a line's fields are called {@code id-line-column}
     * @param add verb of the button
     */
    LinesPane(
            String id, ObservableList<Line> lines, List<Column> columns, String add, Runnable onAdd, boolean editable) {
        this.lines = lines;
        this.columns = columns;
        this.editable = editable;
        setId(id);
        getStyleClass().add("psh-gap-8");
        rows.getStyleClass().add("psh-gap-4");
        HBox titles = new HBox();
        titles.getStyleClass().add("psh-gap-8");
        columns.forEach(column -> titles.getChildren().add(sized(caption(column.title()), column)));
        getChildren().addAll(titles, rows);
        if (editable) {
            // As wide as the cross at the end of each line, so that titles stand above their fields.
            Region end = new Region();
            end.getStyleClass().add("psh-lines-end");
            titles.getChildren().add(end);
            Button more = Buttons.secondary(add, CarbonIcons.ADD, () -> {
                onAdd.run();
                focusLast();
            });
            more.setId(id + "-add");
            getChildren().add(more);
        }
        lines.addListener((ListChangeListener<Line>) change -> fill());
        fill();
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            rows.getChildren().add(row(lines.get(i), i));
        }
    }

    private Node row(Line line, int index) {
        HBox row = new HBox();
        row.getStyleClass().add("psh-gap-8");
        for (int c = 0; c < columns.size(); c++) {
            Region field = columns.get(c).day() ? date(line.cell(c)) : field(line.cell(c));
            field.setId(getId() + "-" + index + "-" + c);
            field.setAccessibleText(columns.get(c).title());
            row.getChildren().add(sized(field, columns.get(c)));
        }
        if (editable) {
            Button remove = Buttons.icon(CarbonIcons.CLOSE, messages.text("line.remove"), () -> lines.remove(line));
            remove.setId(getId() + "-" + index + "-remove");
            row.getChildren().add(remove);
        }
        return row;
    }

    private TextField field(StringProperty cell) {
        TextField field = new TextField();
        field.setEditable(editable);
        field.textProperty().bindBidirectional(cell);
        return field;
    }

    private DatePicker date(StringProperty cell) {
        DatePicker picker = new DatePicker(day(cell.get()));
        picker.setDisable(!editable);
        picker.valueProperty().addListener((o, before, now) -> cell.set(now == null ? "" : now.toString()));
        return picker;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private void focusLast() {
        if (!rows.getChildren().isEmpty() && rows.getChildren().getLast() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-caption");
        return label;
    }

    private static Region sized(Region node, Column column) {
        if (column.width() > 0) {
            node.setMinWidth(column.width());
            node.setPrefWidth(column.width());
        } else {
            node.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(node, Priority.ALWAYS);
        }
        return node;
    }
}
