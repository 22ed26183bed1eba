package com.prosynchub.model.asset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An industrial asset with every column of the schema.
 *
 * @param healthScore 0 (failing) to 100 (as new); null while unknown
 * @param purchaseCost in the site's currency, two decimals, not negative
 * @param expectedLifetime months, positive
 * @param revision counts saves; a save must carry the revision it read
 */
public record Asset(
        UUID id,
        String name,
        @Nullable String description,
        int assetTypeId,
        AssetStatus status,
        @Nullable Integer healthScore,
        @Nullable Integer locationId,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable LocalDate installationDate,
        @Nullable BigDecimal purchaseCost,
        @Nullable Integer expectedLifetime,
        @Nullable LocalDate warrantyExpiryDate,
        @Nullable LocalDate lastMaintenanceDate,
        @Nullable LocalDate nextMaintenanceDate,
        @Nullable UUID parentAssetId,
        @Nullable String qrCode,
        @Nullable String imageUrl,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        int revision) {

    /** The same asset doing something else, to be saved over {@code readRevision}. */
    public Asset withStatus(AssetStatus newStatus, int readRevision) {
        return new Asset(
                id,
                name,
                description,
                assetTypeId,
                newStatus,
                healthScore,
                locationId,
                manufacturer,
                model,
                serialNumber,
                installationDate,
                purchaseCost,
                expectedLifetime,
                warrantyExpiryDate,
                lastMaintenanceDate,
                nextMaintenanceDate,
                parentAssetId,
                qrCode,
                imageUrl,
                createdAt,
                updatedAt,
                createdBy,
                updatedBy,
                readRevision);
    }
}
