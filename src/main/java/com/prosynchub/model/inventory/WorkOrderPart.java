package com.prosynchub.model.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts used on a work order. {@code cost} is the whole line's, frozen when the parts were used. */
public record WorkOrderPart(
        UUID workOrderId,
        UUID partId,
        int quantity,
        @Nullable BigDecimal cost,
        int revision) {}
