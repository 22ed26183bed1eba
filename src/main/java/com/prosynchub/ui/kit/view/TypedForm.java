package com.prosynchub.ui.kit.view;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a dialog that went away with its session or its screen.
 *
 * @param record the record as it was read; null where a new one was typed
 * @param fields what stood in the fields, by name
 */
public record TypedForm(@Nullable Object record, Map<String, @Nullable Object> fields) {
    public TypedForm {
        fields = Collections.unmodifiableMap(new HashMap<>(fields));
    }
}
