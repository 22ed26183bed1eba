package com.prosynchub.data.postgres;

import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements on assets, checked against the entities when compiled. The first page of a list asks for rows after the
 * empty name, which no asset can have.
 */
@Repository
interface AssetQueries {
    String NODE = """
        select a.id, a.parentAssetId, a.name, a.assetTypeId, a.status, a.healthScore, a.locationId,
            cast((select count(c) from AssetEntity c where c.parentAssetId = a.id) as Integer), a.revision
        from AssetEntity a
        """;

    @Find
    Optional<AssetEntity> find(UUID id);

    @Insert
    void insert(AssetEntity asset);

    @Query(NODE + """
        where a.parentAssetId = :parent and (a.name, a.id) > (:name, :id)
        order by a.name, a.id
        """)
    List<AssetNode> childrenAfter(UUID parent, String name, UUID id, Limit limit);

    @Query(NODE + """
        where a.parentAssetId is null and (a.name, a.id) > (:name, :id)
        order by a.name, a.id
        """)
    List<AssetNode> rootsAfter(String name, UUID id, Limit limit);

    /** Roots of what the person sees: those whose parent is out of sight too. */
    @Query(NODE + """
        where not exists (select 1 from AssetEntity p where p.id = a.parentAssetId) and (a.name, a.id) > (:name, :id)
        order by a.name, a.id
        """)
    List<AssetNode> topmostAfter(String name, UUID id, Limit limit);

    @Query(NODE + "where a.id in :ids order by a.name, a.id")
    List<AssetNode> nodes(Collection<UUID> ids);

    @Query(NODE + "where a.healthScore is not null order by a.healthScore, a.name, a.id")
    List<AssetNode> worstHealth(Limit limit);

    @Query("select a.status, count(a) from AssetEntity a group by a.status")
    List<StatusCount> countByStatus();

    @Query("select a.serialNumber, a.id from AssetEntity a where a.serialNumber in :serials order by a.createdAt"
            + " desc, a.id")
    List<SerialOwner> bySerial(Collection<String> serials);

    /** How many assets are in a status. */
    record StatusCount(AssetStatus status, long count) {}

    /** Which asset carries a serial number. */
    record SerialOwner(String serial, UUID id) {}
}
