package com.prosynchub.data.postgres;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;

/** Statements on asset types, checked against the entity when compiled. */
@Repository
interface AssetTypeQueries {
    @Find
    @OrderBy("name")
    @OrderBy("id")
    List<AssetTypeEntity> all(Limit limit);

    @Find
    Optional<AssetTypeEntity> find(int id);

    @Insert
    void insert(AssetTypeEntity type);
}
