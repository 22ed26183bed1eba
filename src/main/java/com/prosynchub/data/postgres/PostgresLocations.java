package com.prosynchub.data.postgres;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.LocationRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.location.LocationRules;
import jakarta.data.Limit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Locations in PostgreSQL, cached. Safe for all threads but the forbidden one. */
final class PostgresLocations implements LocationRepository, AutoCloseable {
    private static final int MOST = 10_000;

    private final Link link;
    private final Writes<LocationEntity, Location> writes;
    private final CachedList<Location> cache;

    PostgresLocations(Link link, ChangeFeed feed) {
        this.link = link;
        writes = new Writes<>(link, LocationEntity.class, e -> e.revision, PostgresLocations::record);
        cache = new CachedList<>(link, feed, Set.of("locations"), this::load);
    }

    @Override
    public List<Location> all() {
        return cache.all();
    }

    @Override
    public Map<Integer, Long> assetCounts() {
        Map<Integer, Long> counts = new HashMap<>();
        link.read(u -> new LocationQueries_(u.stateless()).assetCounts())
                .forEach(c -> counts.put(c.locationId(), c.count()));
        return counts;
    }

    @Override
    public Location insert(Location location) {
        FieldChecks.demand(LocationRules.check(location));
        LocationEntity row = new LocationEntity();
        edit(row, location);
        return cache.changing(() -> writes.insertNumbered(row, e -> e.id));
    }

    @Override
    public SaveResult<Location> update(Location location) {
        FieldChecks.demand(LocationRules.check(location));
        return cache.changing(
                () -> writes.update(location.id(), location, location.revision(), e -> edit(e, location)));
    }

    @Override
    public SaveResult<Location> move(int id, @Nullable Integer newParent, int revision) {
        if (newParent != null && newParent == id) {
            throw new FailureException(Failure.Invalid.of("parentLocationId", "cycle"));
        }
        return cache.changing(() -> writes.edit(
                "LOCATION", id, revision, l -> moved(l, newParent, revision), e -> e.parentLocationId = newParent));
    }

    @Override
    public SaveResult<Integer> delete(int id, int revision) {
        return cache.changing(() -> writes.delete("call app.location_delete(?, ?)", id, revision));
    }

    @Override
    public void close() {
        cache.close();
    }

    private List<Location> load() {
        return link.read(u -> new LocationQueries_(u.stateless())
                .all(Limit.of(MOST)).stream().map(PostgresLocations::record).toList());
    }

    private static Location record(LocationEntity e) {
        return new Location(
                e.id,
                e.name,
                e.description,
                e.address,
                e.city,
                e.state,
                e.country,
                e.postalCode,
                e.latitude,
                e.longitude,
                e.parentLocationId,
                e.revision);
    }

    private static void edit(LocationEntity e, Location l) {
        e.name = l.name();
        e.description = l.description();
        e.address = l.address();
        e.city = l.city();
        e.state = l.state();
        e.country = l.country();
        e.postalCode = l.postalCode();
        e.latitude = l.latitude();
        e.longitude = l.longitude();
        e.parentLocationId = l.parentLocationId();
    }

    private static Location moved(Location l, @Nullable Integer parent, int revision) {
        return new Location(
                l.id(),
                l.name(),
                l.description(),
                l.address(),
                l.city(),
                l.state(),
                l.country(),
                l.postalCode(),
                l.latitude(),
                l.longitude(),
                parent,
                revision);
    }
}
