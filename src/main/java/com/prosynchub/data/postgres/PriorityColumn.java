package com.prosynchub.data.postgres;

import com.prosynchub.model.workorder.Priority;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores the label, which is the word of the schema. Any thread. */
@Converter
class PriorityColumn implements AttributeConverter<Priority, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Priority value) {
        return value == null ? null : value.label();
    }

    @Override
    public @Nullable Priority convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : Priority.ofLabel(label);
    }
}
