package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.work_order_checklist}: one step of a work order. One thread. */
@Entity
@Table(name = "work_order_checklist", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class ChecklistItemEntity {
    @Id
    @Column(name = "checklist_item_id")
    UUID id;

    @Column(name = "work_order_id", nullable = false)
    UUID workOrderId;

    @Column(name = "task", length = 255, nullable = false)
    String task;

    @Column(name = "is_completed", nullable = false)
    boolean completed;

    @Column(name = "completed_by", insertable = false, updatable = false)
    UUID completedBy;

    @Column(name = "completed_at", insertable = false, updatable = false)
    LocalDateTime completedAt;

    @Column(name = "notes", columnDefinition = "text")
    String notes;

    @Column(name = "sequence", nullable = false)
    int sequence;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int revision;
}
