package com.prosynchub.ui.kit.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.Property;
import org.jspecify.annotations.Nullable;

/** The fields of a form by name: whether typing changed one, and what is typed as values to put aside. FX thread. */
public final class FormFields {
    private final Map<String, Property<?>> fields = new LinkedHashMap<>();
    private Map<String, @Nullable Object> before = Map.of();

    public FormFields add(String name, Property<?> field) {
        fields.put(name, field);
        return this;
    }

    /** What stands in the fields now was not typed. */
    public void settle() {
        before = values();
    }

    public boolean isTyped() {
        return !values().equals(before);
    }

    /** As it stands in the fields, also what could not be saved like this. */
    public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        fields.forEach((name, field) -> values.put(name, field.getValue()));
        return values;
    }

    /** Fills the fields that are named; the others stay. */
    public void fill(Map<String, @Nullable Object> values) {
        fields.forEach((name, field) -> {
            if (values.containsKey(name)) {
                set(field, values.get(name));
            }
        });
    }

    @SuppressWarnings("unchecked") // the value came out of the field of that name
    private static <T> void set(Property<T> field, @Nullable Object value) {
        field.setValue((T) value);
    }
}
