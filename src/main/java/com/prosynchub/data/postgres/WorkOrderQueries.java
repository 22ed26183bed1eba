package com.prosynchub.data.postgres;

import com.prosynchub.model.workorder.WorkOrderStatus;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on work orders, their steps and parts, checked against the entities when compiled. */
@Repository
interface WorkOrderQueries {
    @Find
    Optional<WorkOrderEntity> find(UUID id);

    /** Those due later than the key, then those without a due date. */
    @Query("""
        from WorkOrderEntity w
        where w.status in :statuses
            and (w.dueDate > :dueDate or w.dueDate = :dueDate and w.id > :id or w.dueDate is null)
        order by w.dueDate asc nulls last, w.id
        """)
    List<WorkOrderEntity> datedAfter(Collection<WorkOrderStatus> statuses, LocalDate dueDate, UUID id, Limit limit);

    @Query("from WorkOrderEntity w where w.status in :statuses and w.dueDate is null and w.id > :id order by w.id")
    List<WorkOrderEntity> undatedAfter(Collection<WorkOrderStatus> statuses, UUID id, Limit limit);

    @Query("""
        from WorkOrderEntity w
        where w.assetId = :assetId and (w.createdAt, w.id) < (:createdAt, :id)
        order by w.createdAt desc, w.id desc
        """)
    List<WorkOrderEntity> ofAssetBefore(UUID assetId, LocalDateTime createdAt, UUID id, Limit limit);

    @Query("select w.status, count(w) from WorkOrderEntity w group by w.status")
    List<StatusCount> countByStatus();

    @Query("select count(w) from WorkOrderEntity w where w.status in :statuses and w.dueDate < :today")
    long countDueBefore(Collection<WorkOrderStatus> statuses, LocalDate today);

    @Insert
    void insert(WorkOrderEntity workOrder);

    @Find
    @OrderBy("sequence")
    @OrderBy("id")
    List<ChecklistItemEntity> checklist(UUID workOrderId);

    @Find
    Optional<ChecklistItemEntity> findStep(UUID id);

    @Insert
    void insertStep(ChecklistItemEntity step);

    @Find
    @OrderBy("partId")
    List<WorkOrderPartEntity> parts(UUID workOrderId);

    /** How many orders are in a status. */
    record StatusCount(WorkOrderStatus status, long count) {}
}
