package com.prosynchub.model.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message to one person. {@code id} is 24 hexadecimal digits, null before it is stored. */
public record Notification(
        @Nullable String id,
        UUID userId,
        String title,
        String message,
        Type type,
        boolean read,
        boolean dismissed,
        @Nullable UUID relatedEntityId,
        @Nullable String relatedEntityType,
        Instant createdAt) {

    /** The values of the document's {@code type} field. */
    public enum Type {
        ALERT,
        INFO,
        WARNING
    }
}
