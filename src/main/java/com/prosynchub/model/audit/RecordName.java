package com.prosynchub.model.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds in a record's state what people call it. Stateless. */
public final class RecordName {
    private static final List<String> FIELDS = List.of("name", "title", "username", "task", "metric_name");

    private RecordName() {}

    /** The name in the state after, else in the one before; null where the record has none. */
    public static @Nullable String of(Map<String, Object> after, Map<String, Object> before) {
        for (Map<String, Object> state : List.of(after, before)) {
            for (String field : FIELDS) {
                if (state.get(field) instanceof String name && !name.isBlank()) {
                    return name;
                }
            }
        }
        return null;
    }
}
