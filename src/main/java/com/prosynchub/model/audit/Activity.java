package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity feed.
 *
 * @param eventId the outbox event it was made of, so that delivering twice stores once
 * @param type upper snake case, such as {@code ASSET_UPDATED}
 * @param additionalInfo what else is known, under the names below
 */
public record Activity(
        UUID eventId,
        UUID userId,
        String type,
        String description,
        Instant timestamp,
        @Nullable UUID targetId,
        @Nullable String targetType,
        Map<String, Object> additionalInfo) {
    /** What people call the record. */
    public static final String NAME = "name";
    /** The columns that differ afterwards. */
    public static final String CHANGED = "changed";
    /** The record on whose screen the line stands, as {@link RecordKey#text()}. */
    public static final String RECORD = "record";

    /** The record on whose screen the line stands; empty for a line about none. */
    public Optional<RecordKey> record() {
        return additionalInfo.get(RECORD) instanceof String text
                ? RecordKey.parse(text)
                : Optional.ofNullable(targetId)
                        .map(id -> RecordKey.of(targetType == null ? "" : targetType, id))
                        .filter(key -> !key.type().isEmpty());
    }

    /** Columns that differ afterwards, by name. */
    public List<String> changed() {
        return additionalInfo.get(CHANGED) instanceof List<?> columns
                ? columns.stream().map(Object::toString).toList()
                : List.of();
    }
}
