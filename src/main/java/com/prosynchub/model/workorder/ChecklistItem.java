package com.prosynchub.model.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a work order's checklist. {@code sequence} orders the steps, from 1. */
public record ChecklistItem(
        UUID id,
        UUID workOrderId,
        String task,
        boolean completed,
        @Nullable UUID completedBy,
        @Nullable Instant completedAt,
        @Nullable String notes,
        int sequence,
        int revision) {}
