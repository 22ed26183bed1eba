package com.prosynchub.service.location;

import com.prosynchub.model.location.Location;
import java.util.List;

/**
 * A place in the tree.
 *
 * @param assetsHere assets standing directly here
 * @param assetsBelow assets here and in all places inside
 */
public record LocationNode(Location location, long assetsHere, long assetsBelow, List<LocationNode> children) {
    public LocationNode {
        children = List.copyOf(children);
    }
}
