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

/** Row of {@code app.users}: an account. The password column is not mapped: no client may read or write it. One thread. */
@Entity
@Table(name = "users", schema = "app")
@DynamicUpdate
@NullUnmarked // filled by reflection
class UserEntity {
    @Id
    @Column(name = "user_id")
    UUID id;

    @Column(name = "username", length = 50, nullable = false)
    String username;

    @Column(name = "email", length = 255, nullable = false)
    String email;

    @Column(name = "first_name", length = 50)
    String firstName;

    @Column(name = "last_name", length = 50)
    String lastName;

    @Column(name = "role_id", nullable = false)
    int roleId;

    @Column(name = "phone_number", length = 20)
    String phoneNumber;

    @Column(name = "department", length = 100)
    String department;

    @Column(name = "profile_image_url", length = 255)
    String profileImageUrl;

    @Column(name = "is_active", nullable = false)
    boolean active;

    @Column(name = "last_login", insertable = false, updatable = false)
    LocalDateTime lastLogin;

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
