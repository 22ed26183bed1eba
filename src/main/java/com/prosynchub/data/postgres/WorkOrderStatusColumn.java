package com.prosynchub.data.postgres;

import com.prosynchub.model.workorder.WorkOrderStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores the label, which is the word of the schema. Any thread. */
@Converter
class WorkOrderStatusColumn implements AttributeConverter<WorkOrderStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkOrderStatus value) {
        return value == null ? null : value.label();
    }

    @Override
    public @Nullable WorkOrderStatus convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : WorkOrderStatus.ofLabel(label);
    }
}
