package com.prosynchub.data.postgres;

import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrderStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.work_orders}: a work order. One thread. */
@Entity
@Table(name = "work_orders", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class WorkOrderEntity {
    @Id
    @Column(name = "work_order_id")
    UUID id;

    @Column(name = "title", length = 100, nullable = false)
    String title;

    @Column(name = "description", columnDefinition = "text")
    String description;

    @Column(name = "asset_id", nullable = false)
    UUID assetId;

    @Convert(converter = WorkOrderStatusColumn.class)
    @Column(name = "status", length = 50, nullable = false)
    WorkOrderStatus status;

    @Convert(converter = PriorityColumn.class)
    @Column(name = "priority", length = 20, nullable = false)
    Priority priority;

    @Column(name = "type", length = 50)
    String type;

    @Column(name = "assigned_to_id")
    UUID assignedToId;

    @Column(name = "estimated_hours", precision = 6, scale = 2)
    BigDecimal estimatedHours;

    @Column(name = "actual_hours", precision = 6, scale = 2)
    BigDecimal actualHours;

    @Column(name = "due_date")
    LocalDate dueDate;

    @Column(name = "completion_date")
    LocalDate completionDate;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Column(name = "created_by", insertable = false, updatable = false)
    UUID createdBy;

    @Column(name = "updated_by", insertable = false, updatable = false)
    UUID updatedBy;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
