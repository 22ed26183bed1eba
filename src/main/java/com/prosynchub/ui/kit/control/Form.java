package com.prosynchub.ui.kit.control;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.ui.kit.text.FailureText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/**
 * Fields in one or two columns, found again by the record's field names so that violations land below their field. FX
 * thread.
 */
public final class Form extends GridPane {
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final int columns;
    private int next;

    public Form() {
        this(1);
    }

    /** Equal columns, filled row by row. */
    public Form(int columns) {
        this.columns = columns;
        getStyleClass().add("psh-form");
        for (int i = 0; i < columns; i++) {
            ColumnConstraints equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(equal);
        }
    }

    /** Adds a field under the record's field name. */
    public FormField add(String name, String label, Node input) {
        FormField field = new FormField(label, input);
        fields.put(name, field);
        add(field, next % columns, next / columns);
        next++;
        return field;
    }

    /** Adds a field over the whole width. */
    public FormField addWide(String name, String label, Node input) {
        next = (next + columns - 1) / columns * columns;
        FormField field = new FormField(label, input);
        fields.put(name, field);
        add(field, 0, next / columns, columns, 1);
        next += columns;
        return field;
    }

    public void required(String... names) {
        for (String name : names) {
            field(name).setRequired(true);
        }
    }

    public FormField field(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /**
     * Marks every violation at its field and focuses the first; answers those that belong to no field of this form, to be
     * shown elsewhere.
     */
    public List<Violation> show(Failure.Invalid invalid) {
        clear();
        List<Violation> homeless = new ArrayList<>();
        FormField first = null;
        for (Violation violation : invalid.violations()) {
            FormField field = fields.get(violation.field());
            if (field == null) {
                homeless.add(violation);
            } else if (!field.hasError()) {
                field.setError(FailureText.of(violation));
                first = first == null ? field : first;
            }
        }
        if (first != null) {
            first.input().requestFocus();
        }
        return homeless;
    }

    /** Takes every error away. */
    public void clear() {
        fields.values().forEach(field -> field.setError(null));
    }
}
