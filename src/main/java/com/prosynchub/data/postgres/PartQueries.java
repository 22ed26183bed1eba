package com.prosynchub.data.postgres;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on parts, checked against the entity when compiled. */
@Repository
interface PartQueries {
    @Find
    Optional<PartEntity> find(UUID id);

    @Query("from PartEntity p where (p.name, p.id) > (:name, :id) order by p.name, p.id")
    List<PartEntity> after(String name, UUID id, Limit limit);

    @Query("from PartEntity p where p.id in :ids")
    List<PartEntity> byIds(Collection<UUID> ids);

    @Query("select count(p) from PartEntity p where p.quantityInStock <= p.reorderPoint")
    long countBelowReorderPoint();

    @Insert
    void insert(PartEntity part);
}
