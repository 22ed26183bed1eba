package com.prosynchub.model.asset;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;
import java.util.regex.Pattern;

/** What a valid asset and a valid asset type are; the same limits as the columns'. */
public final class AssetRules {
    public static final int NAME = 100;
    public static final int MAKER = 100;
    public static final int CODE = 255;
    public static final int ICON = 50;
    public static final String MOST_COST = "9999999999.99";

    /** An Ikonli description code. */
    private static final Pattern ICON_CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private AssetRules() {}

    /** The rules that {@code a} breaks, by field in the record's order. */
    public static List<Violation> check(Asset a) {
        return new FieldChecks()
                .required("name", a.name())
                .longest("name", a.name(), NAME)
                .when(a.assetTypeId() < 1, "assetTypeId", "required")
                .range("healthScore", a.healthScore(), 0, 100)
                .longest("manufacturer", a.manufacturer(), MAKER)
                .longest("model", a.model(), MAKER)
                .longest("serialNumber", a.serialNumber(), MAKER)
                .number("purchaseCost", a.purchaseCost(), "0", MOST_COST, 2)
                .range("expectedLifetime", a.expectedLifetime(), 1, Integer.MAX_VALUE)
                .order("installationDate", a.installationDate(), "warrantyExpiryDate", a.warrantyExpiryDate())
                .order("lastMaintenanceDate", a.lastMaintenanceDate(), "nextMaintenanceDate", a.nextMaintenanceDate())
                .when(a.id().equals(a.parentAssetId()), "parentAssetId", "cycle")
                .longest("qrCode", a.qrCode(), CODE)
                .longest("imageUrl", a.imageUrl(), CODE)
                .violations();
    }

    public static List<Violation> check(AssetType t) {
        return new FieldChecks()
                .required("name", t.name())
                .longest("name", t.name(), NAME)
                .longest("icon", t.icon(), ICON)
                .matches("icon", t.icon(), ICON_CODE)
                .violations();
    }
}
