package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.text.Words;
import java.util.List;
import java.util.Map;

/** Compares two versions of an asset by the fields a person edits; stamps and revision do not count. Stateless. */
final class AssetDifferences {
    private static final Differences<Asset> FIELDS = new Differences<Asset>()
            .field("name", Asset::name)
            .field("description", Asset::description)
            .field("assetTypeId", Asset::assetTypeId)
            .field("status", asset -> Words.of(asset.status()))
            .field("healthScore", Asset::healthScore)
            .field("locationId", Asset::locationId)
            .field("parentAssetId", Asset::parentAssetId)
            .field("manufacturer", Asset::manufacturer)
            .field("model", Asset::model)
            .field("serialNumber", Asset::serialNumber)
            .field("installationDate", Asset::installationDate)
            .field("purchaseCost", Asset::purchaseCost)
            .field("expectedLifetime", Asset::expectedLifetime)
            .field("warrantyExpiryDate", Asset::warrantyExpiryDate)
            .field("lastMaintenanceDate", Asset::lastMaintenanceDate)
            .field("nextMaintenanceDate", Asset::nextMaintenanceDate)
            .field("qrCode", Asset::qrCode)
            .field("imageUrl", Asset::imageUrl);

    private AssetDifferences() {}

    static List<Difference> between(Asset mine, Asset theirs) {
        return FIELDS.between(mine, theirs);
    }

    /**
     * Both versions for the person to choose from.
     *
     * @param parents the way to each parent by its key as text: nobody knows an asset by its key
     */
    static Conflict<Asset> conflict(Asset mine, Asset theirs, Map<String, String> parents) {
        List<Difference> named = between(mine, theirs).stream()
                .map(difference -> difference.field().equals("parentAssetId")
                        ? new Difference(
                                difference.field(),
                                parents.getOrDefault(difference.mine(), difference.mine()),
                                parents.getOrDefault(difference.theirs(), difference.theirs()))
                        : difference)
                .toList();
        return new Conflict<>(mine, theirs, named);
    }
}
