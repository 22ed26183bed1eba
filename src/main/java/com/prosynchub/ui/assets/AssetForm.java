package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.FormField;
import com.prosynchub.ui.kit.control.LookupField;
import com.prosynchub.ui.kit.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** Every column of an asset as a form of two columns, bound to a draft. FX thread. */
final class AssetForm {
    private static final int DESCRIPTION_ROWS = 3;

    private final Form form = new Form(2);
    private final Messages messages = Messages.of("assets");
    private final AssetDraft draft;
    private final TextField name;

    AssetForm(AssetDraft draft, References references, LookupField<UUID> parent, boolean seeCost) {
        this.draft = draft;
        name = text("name");
        add("name", name);
        add("assetTypeId", type(references));
        add("status", status());
        add("healthScore", text("healthScore")).setHint(messages.text("hint.health"));
        add("locationId", location(references));
        parent.valueProperty().bindBidirectional(draft.parent);
        add("parentAssetId", parent);
        TextArea description = new TextArea();
        description.setPrefRowCount(DESCRIPTION_ROWS);
        description.setWrapText(true);
        description.textProperty().bindBidirectional(draft.text("description"));
        form.addWide("description", label("description"), description);
        for (String field : List.of("manufacturer", "model", "serialNumber")) {
            add(field, text(field));
        }
        add("installationDate", date("installationDate"));
        if (seeCost) {
            add("purchaseCost", text("purchaseCost"));
        }
        add("expectedLifetime", text("expectedLifetime")).setHint(messages.text("hint.lifetime"));
        for (String field : List.of("warrantyExpiryDate", "lastMaintenanceDate", "nextMaintenanceDate")) {
            add(field, date(field));
        }
        add("qrCode", text("qrCode"));
        add("imageUrl", text("imageUrl"));
        form.required("name", "assetTypeId", "status");
    }

    Node node() {
        return form;
    }

    /** The field where typing begins. */
    TextField first() {
        return name;
    }

    /** Marks what is wrong; answers sentences for what belongs to no field. */
    List<Violation> show(Failure.@Nullable Invalid invalid) {
        if (invalid == null) {
            form.clear();
            return new ArrayList<>();
        }
        return form.show(invalid);
    }

    private FormField add(String field, Node input) {
        input.setId("field-" + field);
        return form.add(field, label(field), input);
    }

    private String label(String field) {
        return messages.text("field." + field);
    }

    private TextField text(String field) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(draft.text(field));
        return input;
    }

    private DatePicker date(String field) {
        DatePicker picker = new DatePicker();
        picker.valueProperty().bindBidirectional(draft.date(field));
        return picker;
    }

    private ComboBox<Integer> type(References references) {
        List<Integer> ids = references.types().stream().map(AssetType::id).toList();
        ComboBox<Integer> box = new SearchableComboBox<>();
        box.getItems().setAll(ids);
        box.setConverter(ChoiceField.words(references::typeName));
        box.valueProperty().bindBidirectional(draft.type);
        return box;
    }

    private ChoiceField<Integer> location(References references) {
        Map<Integer, String> places = references.places();
        List<Integer> ids = places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        ChoiceField<Integer> field = new ChoiceField<>(messages.text("picker.none"), id -> places.getOrDefault(id, ""));
        field.setChoices(ids);
        field.valueProperty().bindBidirectional(draft.location);
        return field;
    }

    private ComboBox<AssetStatus> status() {
        ComboBox<AssetStatus> box = new ComboBox<>();
        box.getItems().setAll(AssetStatus.values());
        box.setConverter(ChoiceField.words(AssetStatus::label));
        box.valueProperty().bindBidirectional(draft.status);
        return box;
    }
}
