package com.prosynchub.model.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stocked part.
 *
 * @param cost of one unit in the site's currency, two decimals; null where the reader may not see costs
 */
public record Part(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable String sku,
        @Nullable String category,
        @Nullable BigDecimal cost,
        int quantityInStock,
        @Nullable Integer reorderPoint,
        @Nullable Integer reorderQuantity,
        @Nullable Integer locationId,
        @Nullable String supplier,
        @Nullable String imageUrl,
        int revision) {

    public boolean belowReorderPoint() {
        return reorderPoint != null && quantityInStock <= reorderPoint;
    }
}
