package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.ui.kit.text.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is typed into the editor, field by field under the record's names. FX thread. */
final class AssetDraft {
    /** Fields that are typed as text, in the order of the form. */
    static final List<String> TEXTS = List.of(
            "name",
            "description",
            "healthScore",
            "manufacturer",
            "model",
            "serialNumber",
            "purchaseCost",
            "expectedLifetime",
            "qrCode",
            "imageUrl");
    /** Fields that are dates. */
    static final List<String> DATES =
            List.of("installationDate", "warrantyExpiryDate", "lastMaintenanceDate", "nextMaintenanceDate");

    private final Map<String, StringProperty> texts = new TreeMap<>();
    private final Map<String, ObjectProperty<@Nullable LocalDate>> dates = new TreeMap<>();
    final ObjectProperty<@Nullable Integer> type = new SimpleObjectProperty<>();
    final ObjectProperty<AssetStatus> status = new SimpleObjectProperty<>(AssetStatus.OPERATIONAL);
    final ObjectProperty<@Nullable Integer> location = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable UUID> parent = new SimpleObjectProperty<>();

    AssetDraft() {
        TEXTS.forEach(field -> texts.put(field, new SimpleStringProperty("")));
        DATES.forEach(field -> dates.put(field, new SimpleObjectProperty<>()));
    }

    StringProperty text(String field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field);
        }
        return text;
    }

    ObjectProperty<@Nullable LocalDate> date(String field) {
        ObjectProperty<@Nullable LocalDate> date = dates.get(field);
        if (date == null) {
            throw new IllegalArgumentException(field);
        }
        return date;
    }

    /** Calls back after every change of any field. */
    void onChange(Runnable changed) {
        texts.values().forEach(text -> text.addListener((o, before, now) -> changed.run()));
        dates.values().forEach(date -> date.addListener((o, before, now) -> changed.run()));
        List.of(type, status, location, parent).forEach(value -> value.addListener((o, before, now) -> changed.run()));
    }

    void show(Asset a) {
        text("name").set(a.name());
        text("description").set(Typed.show(a.description()));
        text("healthScore").set(Typed.show(a.healthScore()));
        text("manufacturer").set(Typed.show(a.manufacturer()));
        text("model").set(Typed.show(a.model()));
        text("serialNumber").set(Typed.show(a.serialNumber()));
        text("purchaseCost")
                .set(a.purchaseCost() == null ? "" : a.purchaseCost().toPlainString());
        text("expectedLifetime").set(Typed.show(a.expectedLifetime()));
        text("qrCode").set(Typed.show(a.qrCode()));
        text("imageUrl").set(Typed.show(a.imageUrl()));
        date("installationDate").set(a.installationDate());
        date("warrantyExpiryDate").set(a.warrantyExpiryDate());
        date("lastMaintenanceDate").set(a.lastMaintenanceDate());
        date("nextMaintenanceDate").set(a.nextMaintenanceDate());
        type.set(a.assetTypeId() == 0 ? null : a.assetTypeId());
        status.set(a.status());
        location.set(a.locationId());
        parent.set(a.parentAssetId());
    }

    /** The record that is typed; what cannot be read is noted in {@code checks}. Stamps and revision are the base's. */
    Asset read(Asset base, FieldChecks checks) {
        Integer typeId = type.get();
        return new Asset(
                base.id(),
                text("name").get().strip(),
                Typed.text(text("description").get()),
                typeId == null ? 0 : typeId,
                status.get(),
                Typed.integer("healthScore", text("healthScore").get(), checks),
                location.get(),
                Typed.text(text("manufacturer").get()),
                Typed.text(text("model").get()),
                Typed.text(text("serialNumber").get()),
                date("installationDate").get(),
                Typed.decimal("purchaseCost", text("purchaseCost").get(), checks),
                Typed.integer("expectedLifetime", text("expectedLifetime").get(), checks),
                date("warrantyExpiryDate").get(),
                date("lastMaintenanceDate").get(),
                date("nextMaintenanceDate").get(),
                parent.get(),
                Typed.text(text("qrCode").get()),
                Typed.text(text("imageUrl").get()),
                base.createdAt(),
                base.updatedAt(),
                base.createdBy(),
                base.updatedBy(),
                base.revision());
    }
}
