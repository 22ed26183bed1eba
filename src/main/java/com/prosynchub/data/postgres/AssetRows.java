package com.prosynchub.data.postgres;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assets and their types between rows and records. Any thread. */
final class AssetRows {
    private AssetRows() {}

    static Asset asset(AssetEntity e) {
        return new Asset(
                e.id,
                e.name,
                e.description,
                e.assetTypeId,
                e.status,
                e.healthScore,
                e.locationId,
                e.manufacturer,
                e.model,
                e.serialNumber,
                e.installationDate,
                e.purchaseCost,
                e.expectedLifetime,
                e.warrantyExpiryDate,
                e.lastMaintenanceDate,
                e.nextMaintenanceDate,
                e.parentAssetId,
                e.qrCode,
                e.imageUrl,
                Times.instant(e.createdAt),
                Times.instant(e.updatedAt),
                e.createdBy,
                e.updatedBy,
                e.revision);
    }

    static AssetEntity row(Asset a) {
        AssetEntity e = new AssetEntity();
        e.id = a.id();
        edit(e, a);
        return e;
    }

    /** Takes over what a person may edit. */
    static void edit(AssetEntity e, Asset a) {
        e.name = a.name();
        e.description = a.description();
        e.assetTypeId = a.assetTypeId();
        e.status = a.status();
        e.healthScore = a.healthScore();
        e.locationId = a.locationId();
        e.manufacturer = a.manufacturer();
        e.model = a.model();
        e.serialNumber = a.serialNumber();
        e.installationDate = a.installationDate();
        e.purchaseCost = a.purchaseCost();
        e.expectedLifetime = a.expectedLifetime();
        e.warrantyExpiryDate = a.warrantyExpiryDate();
        e.lastMaintenanceDate = a.lastMaintenanceDate();
        e.nextMaintenanceDate = a.nextMaintenanceDate();
        e.parentAssetId = a.parentAssetId();
        e.qrCode = a.qrCode();
        e.imageUrl = a.imageUrl();
    }

    /** The same asset under another parent. */
    static Asset moved(Asset a, @Nullable UUID parent, int revision) {
        return new Asset(
                a.id(),
                a.name(),
                a.description(),
                a.assetTypeId(),
                a.status(),
                a.healthScore(),
                a.locationId(),
                a.manufacturer(),
                a.model(),
                a.serialNumber(),
                a.installationDate(),
                a.purchaseCost(),
                a.expectedLifetime(),
                a.warrantyExpiryDate(),
                a.lastMaintenanceDate(),
                a.nextMaintenanceDate(),
                parent,
                a.qrCode(),
                a.imageUrl(),
                a.createdAt(),
                a.updatedAt(),
                a.createdBy(),
                a.updatedBy(),
                revision);
    }

    /** A tree row from the columns of {@link AssetTree#NODE}, in their order. */
    static AssetNode node(Object[] r) {
        return new AssetNode(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                (Integer) r[3],
                AssetStatus.ofLabel((String) r[4]),
                (Integer) r[5],
                (Integer) r[6],
                (Integer) r[7],
                (Integer) r[8]);
    }

    static AssetType type(AssetTypeEntity e) {
        return new AssetType(e.id, e.name, e.description, e.icon, e.revision);
    }

    static AssetTypeEntity row(AssetType t) {
        AssetTypeEntity e = new AssetTypeEntity();
        edit(e, t);
        return e;
    }

    static void edit(AssetTypeEntity e, AssetType t) {
        e.name = t.name();
        e.description = t.description();
        e.icon = t.icon();
    }
}
