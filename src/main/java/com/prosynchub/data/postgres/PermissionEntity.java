package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.permissions}: a permission; seeded by migrations, never written here. One thread. */
@Entity
@Table(name = "permissions", schema = "app")
@NullUnmarked // filled by reflection
class PermissionEntity {
    @Id
    @Column(name = "permission_id")
    int id;

    @Column(name = "name", length = 100, nullable = false)
    String name;

    @Column(name = "description", columnDefinition = "text")
    String description;

    @Column(name = "resource", length = 50, nullable = false)
    String resource;

    @Column(name = "action", length = 20, nullable = false)
    String action;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    LocalDateTime updatedAt;
}
