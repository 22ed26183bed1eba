package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Locations: cached and dropped from the cache on change. */
public interface LocationRepository {
    /** All locations by name; capped at 10,000. */
    List<Location> all();

    /** Assets standing directly at each location. */
    Map<Integer, Long> assetCounts();

    Location insert(Location location);

    SaveResult<Location> update(Location location);

    /** Moves under another parent (null: to the top); as for assets. */
    SaveResult<Location> move(int id, @Nullable Integer newParent, int revision);

    /** Deletes; {@code Invalid("","inUse")} while something refers to it. */
    SaveResult<Integer> delete(int id, int revision);
}
