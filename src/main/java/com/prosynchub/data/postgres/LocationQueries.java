package com.prosynchub.data.postgres;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** Statements on locations, checked against the entity when compiled. */
@Repository
interface LocationQueries {
    @Find
    @OrderBy("name")
    @OrderBy("id")
    List<LocationEntity> all(Limit limit);

    @Find
    Optional<LocationEntity> find(int id);

    @Insert
    void insert(LocationEntity location);

    @Query("select a.locationId, count(a) from AssetEntity a where a.locationId is not null group by a.locationId")
    List<AssetCount> assetCounts();

    /** How many assets stand at a location. */
    record AssetCount(int locationId, long count) {}
}
