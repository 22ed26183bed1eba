package com.prosynchub.ui.locations;

import com.prosynchub.model.location.Location;
import java.util.List;

/**
 * A place in the tree.
 *
 * @param here assets standing directly here
 * @param below assets here and in all places inside
 */
public record LocationRow(Location location, long here, long below, List<LocationRow> children) {
    public LocationRow {
        children = List.copyOf(children);
    }

    /** Whether {@code id} is this place or lies inside it. */
    public boolean holds(int id) {
        return location.id() == id || children.stream().anyMatch(child -> child.holds(id));
    }
}
