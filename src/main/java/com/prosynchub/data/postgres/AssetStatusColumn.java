package com.prosynchub.data.postgres;

import com.prosynchub.model.asset.AssetStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores the label, which is the word of the schema. Any thread. */
@Converter
class AssetStatusColumn implements AttributeConverter<AssetStatus, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AssetStatus value) {
        return value == null ? null : value.label();
    }

    @Override
    public @Nullable AssetStatus convertToEntityAttribute(@Nullable String label) {
        return label == null ? null : AssetStatus.ofLabel(label);
    }
}
