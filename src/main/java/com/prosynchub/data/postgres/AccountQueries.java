package com.prosynchub.data.postgres;

import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on accounts and roles, checked against the entities when compiled. */
@Repository
interface AccountQueries {
    @Find
    Optional<UserEntity> find(UUID id);

    @Query("from UserEntity u where u.username > :username order by u.username")
    List<UserEntity> after(String username, Limit limit);

    @Find
    @OrderBy("name")
    List<RoleEntity> roles(Limit limit);

    @Query("""
        select rp.roleId, p.name from RolePermissionEntity rp join PermissionEntity p on p.id = rp.permissionId
        """)
    List<Held> held();

    /** That a role holds a permission. */
    record Held(int roleId, String permission) {}
}
