package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.Severity;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One value that a metric is judged by, typed over in place: Enter takes it, Tab takes it and goes on to the next, Escape
 * leaves it as it was. FX thread.
 */
final class MetricCell extends TableCell<MetricRow, MetricRow.Shown> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final MetricField field;
    private final MetricWords words;
    private final Editing editing;
    private @Nullable Control editor;
    private boolean taking;

    /** What takes typed values over, and where the keys lead. */
    interface Editing {
        /** Whether the value was taken. */
        boolean take(MetricRow row, MetricField field, String typed);

        /** The cell was left by a key: on to the next one, back to the one before, or staying. */
        void left(MetricRow row, MetricField field, int step);
    }

    MetricCell(MetricField field, MetricWords words, Editing editing) {
        this.field = field;
        this.words = words;
        this.editing = editing;
        getStyleClass().add("psh-metric-cell");
        if (field != MetricField.PRIORITY && field != MetricField.GUIDANCE) {
            getStyleClass().add(Styles.NUMBER_COLUMN);
        }
    }

    @Override
    protected void updateItem(MetricRow.@Nullable Shown item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(CHANGED, false);
            return;
        }
        boolean changed = item.changed().contains(field);
        pseudoClassStateChanged(CHANGED, changed);
        boolean stated = !field.typed(item.judging()).isEmpty();
        StyleSwap.set(this, Styles.FAINT, !stated);
        setText(words.of(field, item.judging()));
        setTooltip(tip(item, changed, stated));
        if (!isEditing()) {
            setGraphic(null);
        }
    }

    private @Nullable Tooltip tip(MetricRow.Shown item, boolean changed, boolean stated) {
        if (changed) {
            return new Tooltip(words.before(field, item.line()));
        }
        return field == MetricField.GUIDANCE && stated ? new Tooltip(field.typed(item.judging())) : null;
    }

    @Override
    public void startEdit() {
        super.startEdit();
        MetricRow.Shown shown = getItem();
        if (!isEditing() || shown == null) {
            return;
        }
        String typed = field.typed(shown.judging());
        Control made = field == MetricField.PRIORITY ? priorities(typed) : text(typed);
        editor = made;
        setText(null);
        setGraphic(made);
        made.requestFocus();
        if (made instanceof TextField input) {
            input.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        editor = null;
        updateItem(getItem(), isEmpty());
    }

    private TextField text(String typed) {
        TextField input = new TextField(typed);
        input.getStyleClass().add("psh-cell-editor");
        if (field != MetricField.GUIDANCE) {
            input.setAlignment(Pos.CENTER_RIGHT);
        }
        input.addEventFilter(KeyEvent.KEY_PRESSED, e -> onKey(e, input.getText()));
        input.focusedProperty().subscribe((before, focused) -> {
            if (!focused && isEditing()) {
                take(input.getText());
            }
        });
        return input;
    }

    private ComboBox<String> priorities(String typed) {
        ComboBox<String> box = new ComboBox<>();
        box.getStyleClass().add("psh-cell-editor");
        box.getItems().setAll(choices());
        box.setConverter(ChoiceField.words(words::priority));
        box.setValue(typed);
        box.setMaxWidth(Double.MAX_VALUE);
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> onKey(e, box.getValue()));
        box.focusedProperty().subscribe((before, focused) -> {
            if (!focused && isEditing()) {
                take(box.getValue());
            }
        });
        return box;
    }

    /** What a priority may be, as it is typed; none first. */
    static List<String> choices() {
        return List.of("", Severity.LOW.name(), Severity.MEDIUM.name(), Severity.HIGH.name(), Severity.CRITICAL.name());
    }

    private void onKey(KeyEvent event, String typed) {
        MetricRow row = getTableRow().getItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            if (take(typed)) {
                editing.left(row, field, 0);
            }
        } else if (event.getCode() == KeyCode.TAB) {
            event.consume();
            if (take(typed)) {
                editing.left(row, field, event.isShiftDown() ? -1 : 1);
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelEdit();
            editing.left(row, field, 0);
        }
    }

    private boolean take(String typed) {
        MetricRow row = getTableRow().getItem();
        Control input = editor;
        if (taking || row == null) {
            return false;
        }
        taking = true;
        boolean taken = editing.take(row, field, typed);
        taking = false;
        if (taken || input == null || !input.isFocused()) {
            cancelEdit();
        } else {
            StyleSwap.set(input, Styles.INVALID, true);
        }
        return taken;
    }
}
