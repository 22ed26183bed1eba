package com.prosynchub.data.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code app.role_permissions}: that a role holds a permission. One thread. */
@Entity
@Table(name = "role_permissions", schema = "app")
@IdClass(RolePermissionEntity.Key.class)
@NullUnmarked // filled by reflection
class RolePermissionEntity {
    @Id
    @Column(name = "role_id")
    int roleId;

    @Id
    @Column(name = "permission_id")
    int permissionId;

    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    /** Both halves of the key. */
    record Key(int roleId, int permissionId) {}
}
