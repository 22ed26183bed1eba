package com.prosynchub.ui.locations;

import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.location.Location;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.text.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is typed about a place, under the record's names. FX thread. */
final class LocationDraft {
    static final List<String> TEXTS = List.of(
            "name", "description", "address", "city", "state", "country", "postalCode", "latitude", "longitude");

    static final Differences<Location> DIFFERENCES = new Differences<Location>()
            .field("name", Location::name)
            .field("parentLocationId", Location::parentLocationId)
            .field("description", Location::description)
            .field("address", Location::address)
            .field("city", Location::city)
            .field("state", Location::state)
            .field("country", Location::country)
            .field("postalCode", Location::postalCode)
            .field("latitude", Location::latitude)
            .field("longitude", Location::longitude);

    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    final ObjectProperty<@Nullable Integer> parent = new SimpleObjectProperty<>();

    LocationDraft() {
        TEXTS.forEach(field -> texts.put(field, new SimpleStringProperty("")));
    }

    StringProperty text(String field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException(field);
        }
        return text;
    }

    void onChange(Runnable changed) {
        texts.values().forEach(text -> text.addListener((o, before, now) -> changed.run()));
        parent.addListener((o, before, now) -> changed.run());
    }

    void show(Location l) {
        text("name").set(l.name());
        text("description").set(Typed.show(l.description()));
        text("address").set(Typed.show(l.address()));
        text("city").set(Typed.show(l.city()));
        text("state").set(Typed.show(l.state()));
        text("country").set(Typed.show(l.country()));
        text("postalCode").set(Typed.show(l.postalCode()));
        text("latitude").set(Typed.show(l.latitude()));
        text("longitude").set(Typed.show(l.longitude()));
        parent.set(l.parentLocationId());
    }

    Location read(Location base, FieldChecks checks) {
        return new Location(
                base.id(),
                text("name").get().strip(),
                Typed.text(text("description").get()),
                Typed.text(text("address").get()),
                Typed.text(text("city").get()),
                Typed.text(text("state").get()),
                Typed.text(text("country").get()),
                Typed.text(text("postalCode").get()),
                Typed.decimal("latitude", text("latitude").get(), checks),
                Typed.decimal("longitude", text("longitude").get(), checks),
                parent.get(),
                base.revision());
    }
}
