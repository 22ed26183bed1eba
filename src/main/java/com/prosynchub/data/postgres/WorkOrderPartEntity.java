package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.work_order_parts}: parts used on a work order. One thread. */
@Entity
@Table(name = "work_order_parts", schema = "app")
@DynamicUpdate
@IdClass(WorkOrderPartEntity.Key.class)
@NullUnmarked // filled by reflection
class WorkOrderPartEntity {
    @Id
    @Column(name = "work_order_id")
    UUID workOrderId;

    @Id
    @Column(name = "part_id")
    UUID partId;

    @Column(name = "quantity", nullable = false)
    int quantity;

    // Quoted, so that Hibernate does not take a part of the function's name for the column.
    @ColumnTransformer(read = "app.work_order_part_cost(work_order_id, part_id)")
    @Column(name = "`cost`", precision = 10, scale = 2)
    BigDecimal cost;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;

    /** Both halves of the key. */
    record Key(UUID workOrderId, UUID partId) {}
}
