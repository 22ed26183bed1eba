package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.ui.assets.AssetConflict.Difference;
import com.prosynchub.ui.kit.text.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two versions of an asset by the fields a person edits; stamps and revision do not count. Stateless. */
final class AssetDifferences {
    private static final Map<String, Function<Asset, @Nullable Object>> FIELDS = fields();

    private AssetDifferences() {}

    static List<Difference> between(Asset mine, Asset theirs) {
        return FIELDS.entrySet().stream()
                .map(field -> new Difference(
                        field.getKey(),
                        shown(field.getValue().apply(mine)),
                        shown(field.getValue().apply(theirs))))
                .filter(difference -> !Objects.equals(difference.mine(), difference.theirs()))
                .toList();
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> Typed.show(number);
            default -> value.toString().strip();
        };
    }

    private static Map<String, Function<Asset, @Nullable Object>> fields() {
        Map<String, Function<Asset, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("name", Asset::name);
        fields.put("description", Asset::description);
        fields.put("assetTypeId", Asset::assetTypeId);
        fields.put("status", asset -> asset.status().label());
        fields.put("healthScore", Asset::healthScore);
        fields.put("locationId", Asset::locationId);
        fields.put("parentAssetId", Asset::parentAssetId);
        fields.put("manufacturer", Asset::manufacturer);
        fields.put("model", Asset::model);
        fields.put("serialNumber", Asset::serialNumber);
        fields.put("installationDate", Asset::installationDate);
        fields.put("purchaseCost", Asset::purchaseCost);
        fields.put("expectedLifetime", Asset::expectedLifetime);
        fields.put("warrantyExpiryDate", Asset::warrantyExpiryDate);
        fields.put("lastMaintenanceDate", Asset::lastMaintenanceDate);
        fields.put("nextMaintenanceDate", Asset::nextMaintenanceDate);
        fields.put("qrCode", Asset::qrCode);
        fields.put("imageUrl", Asset::imageUrl);
        return fields;
    }
}
