package com.prosynchub.service.location;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.LOCATION;

import com.prosynchub.data.LocationRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.location.LocationRules;
import com.prosynchub.service.access.AccessGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at, edits and moves places. Workers only; safe for all of them. */
public final class LocationService {
    private final AccessGate gate;
    private final LocationRepository locations;
    private final UnitOfWork work;

    public LocationService(AccessGate gate, LocationRepository locations, UnitOfWork work) {
        this.gate = gate;
        this.locations = locations;
        this.work = work;
    }

    /** All places by name; at most 10,000. */
    public List<Location> all() {
        gate.require(LOCATION, READ);
        return locations.all();
    }

    /** Assets standing directly at each place; empty for those who may not see assets. */
    public Map<Integer, Long> assetCounts() {
        gate.require(LOCATION, READ);
        return counts();
    }

    /** The places as trees, children by name, with the assets in them. A place whose parent is hidden is a root. */
    public List<LocationNode> tree() {
        gate.require(LOCATION, READ);
        List<Location> all = locations.all();
        Set<Integer> known = new HashSet<>();
        all.forEach(l -> known.add(l.id()));
        Map<Integer, List<Location>> children = new HashMap<>();
        List<Location> roots = new ArrayList<>();
        for (Location l : all) {
            Integer parent = l.parentLocationId();
            if (parent != null && known.contains(parent)) {
                children.computeIfAbsent(parent, k -> new ArrayList<>()).add(l);
            } else {
                roots.add(l);
            }
        }
        Map<Integer, Long> counts = counts();
        return roots.stream().map(l -> node(l, children, counts)).toList();
    }

    /** Creates a place; the id it carries is ignored. */
    public Location create(Location location) {
        gate.require(LOCATION, CREATE);
        FieldChecks.demand(LocationRules.check(location));
        return locations.insert(location);
    }

    /** Saves what was edited. For another parent use {@link #move}. */
    public SaveResult<Location> save(Location location) {
        gate.require(LOCATION, UPDATE);
        FieldChecks.demand(LocationRules.check(location));
        return locations.update(location);
    }

    /** Moves a place; {@code Invalid("parentLocationId", "cycle")} when the new parent lies inside it. */
    public SaveResult<Location> move(int id, @Nullable Integer newParent, int revision) {
        gate.require(LOCATION, UPDATE);
        FieldChecks.demand(new FieldChecks()
                .when(newParent != null && newParent == id, "parentLocationId", "cycle")
                .violations());
        return locations.move(id, newParent, revision);
    }

    /**
     * Deletes a place; {@code Invalid("", "inUse")} while anything refers to it.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<Integer> delete(int id, int revision, String reason) {
        gate.require(LOCATION, DELETE);
        return work.because(reason, () -> locations.delete(id, revision));
    }

    private Map<Integer, Long> counts() {
        return gate.may(Resource.ASSET, READ) ? locations.assetCounts() : Map.of();
    }

    private static LocationNode node(Location l, Map<Integer, List<Location>> children, Map<Integer, Long> counts) {
        List<LocationNode> below = children.getOrDefault(l.id(), List.of()).stream()
                .map(c -> node(c, children, counts))
                .toList();
        long here = counts.getOrDefault(l.id(), 0L);
        long inside = below.stream().mapToLong(LocationNode::assetsBelow).sum();
        return new LocationNode(l, here, here + inside, below);
    }
}
