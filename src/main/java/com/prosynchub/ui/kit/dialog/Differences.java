package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.text.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a record by the fields a person edits, in the order they were named. Stateless once filled. */
public final class Differences<T> {
    private final Map<String, Function<T, @Nullable Object>> fields = new LinkedHashMap<>();

    /** Adds a field under the record's name for it. */
    public Differences<T> field(String name, Function<T, @Nullable Object> value) {
        fields.put(name, value);
        return this;
    }

    /** Where they differ; blanks around a text and zeros behind a figure do not count. */
    public List<Difference> between(T mine, T theirs) {
        return fields.entrySet().stream()
                .map(field -> new Difference(
                        field.getKey(),
                        shown(field.getValue().apply(mine)),
                        shown(field.getValue().apply(theirs))))
                .filter(difference -> !Objects.equals(difference.mine(), difference.theirs()))
                .toList();
    }

    /** Both versions with where they differ. */
    public Conflict<T> conflict(T mine, T theirs) {
        return new Conflict<>(mine, theirs, between(mine, theirs));
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> Typed.show(number);
            default -> value.toString().strip();
        };
    }
}
