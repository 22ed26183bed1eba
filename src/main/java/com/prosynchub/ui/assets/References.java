package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.location.Location;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types and locations as they were read together: what names an asset's numbers. Immutable. */
public record References(List<AssetType> types, List<Location> locations) {
    static final References NONE = new References(List.of(), List.of());
    private static final int DEEPEST = 32;

    public References {
        types = List.copyOf(types);
        locations = List.copyOf(locations);
    }

    public @Nullable AssetType type(int id) {
        return types.stream().filter(t -> t.id() == id).findFirst().orElse(null);
    }

    public String typeName(int id) {
        AssetType type = type(id);
        return type == null ? "" : type.name();
    }

    /** The way to a place, outermost first, such as {@code Site / Hall 2 / Row B}; empty for none. */
    public String place(@Nullable Integer id) {
        return id == null ? "" : places().getOrDefault(id, "");
    }

    /** The way to every place, by id, in the order of the names. */
    public Map<Integer, String> places() {
        Map<Integer, Location> byId = new HashMap<>();
        locations.forEach(place -> byId.put(place.id(), place));
        Map<Integer, String> names = new LinkedHashMap<>();
        locations.forEach(place -> names.put(place.id(), way(place, byId)));
        return names;
    }

    private static String way(Location place, Map<Integer, Location> byId) {
        StringBuilder way = new StringBuilder(place.name());
        Integer up = place.parentLocationId();
        for (int depth = 0; up != null && depth < DEEPEST; depth++) {
            Location parent = byId.get(up);
            if (parent == null) {
                break;
            }
            way.insert(0, parent.name() + " / ");
            up = parent.parentLocationId();
        }
        return way.toString();
    }
}
