package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.parts}: a stocked part. One thread. */
@Entity
@Table(name = "parts", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class PartEntity {
    @Id
    @Column(name = "part_id")
    UUID id;

    @Column(name = "name", length = 100, nullable = false)
    String name;

    @Column(name = "description", columnDefinition = "text")
    String description;

    @Column(name = "sku", length = 50, nullable = false)
    String sku;

    @Column(name = "category", length = 50)
    String category;

    // Quoted, so that Hibernate does not take a part of the function's name for the column.
    @ColumnTransformer(read = "app.part_cost(part_id)")
    @Column(name = "`cost`", precision = 10, scale = 2)
    BigDecimal cost;

    @Column(name = "quantity_in_stock", nullable = false, updatable = false)
    int quantityInStock;

    @Column(name = "reorder_point")
    Integer reorderPoint;

    @Column(name = "reorder_quantity")
    Integer reorderQuantity;

    @Column(name = "location_id")
    Integer locationId;

    @ColumnTransformer(read = "app.part_supplier(part_id)")
    @Column(name = "`supplier`", length = 100)
    String supplier;

    @Column(name = "image_url", length = 255)
    String imageUrl;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
