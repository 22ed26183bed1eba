package com.prosynchub.model.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity feed.
 *
 * @param eventId the outbox event it was made of, so that delivering twice stores once
 * @param type upper snake case, such as {@code ASSET_UPDATED}
 */
public record Activity(
        UUID eventId,
        UUID userId,
        String type,
        String description,
        Instant timestamp,
        @Nullable UUID targetId,
        @Nullable String targetType,
        Map<String, Object> additionalInfo) {}
