package com.prosynchub.model.workorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance work order with every column of the schema.
 *
 * @param estimatedHours not negative, two decimals
 * @param actualHours not negative, two decimals
 */
public record WorkOrder(
        UUID id,
        String title,
        @Nullable String description,
        @Nullable UUID assetId,
        WorkOrderStatus status,
        Priority priority,
        @Nullable String type,
        @Nullable UUID assignedToId,
        @Nullable BigDecimal estimatedHours,
        @Nullable BigDecimal actualHours,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate completionDate,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        int revision) {

    /** Overdue from the midnight that ends the due date, in the site's zone. */
    public boolean overdueOn(LocalDate today) {
        return status.open() && dueDate != null && dueDate.isBefore(today);
    }

    /** As it would be in another status, with the hours worked as far as they are known. */
    public WorkOrder moved(WorkOrderStatus to, @Nullable BigDecimal hours) {
        return new WorkOrder(
                id,
                title,
                description,
                assetId,
                to,
                priority,
                type,
                assignedToId,
                estimatedHours,
                hours,
                dueDate,
                completionDate,
                createdAt,
                updatedAt,
                createdBy,
                updatedBy,
                revision);
    }

    /** As it would be with another person, or with nobody. */
    public WorkOrder assigned(@Nullable UUID person) {
        return new WorkOrder(
                id,
                title,
                description,
                assetId,
                status,
                priority,
                type,
                person,
                estimatedHours,
                actualHours,
                dueDate,
                completionDate,
                createdAt,
                updatedAt,
                createdBy,
                updatedBy,
                revision);
    }
}
