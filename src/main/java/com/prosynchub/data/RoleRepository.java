package com.prosynchub.data;

import com.prosynchub.model.access.PermissionWord;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.failure.SaveResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Roles as an administrator works with them: each as a whole. */
public interface RoleRepository {
    /** All roles by name, with the people who hold them. */
    List<RoleLine> lines();

    /** Every permission that this version knows, by resource and action. */
    List<PermissionWord> permissions();

    /**
     * Makes a role.
     *
     * @param like key of the role it is a copy of, of which it takes the scope; null for none
     */
    Role create(Role role, @Nullable Integer like);

    /** Saves name, description and permissions at once, unless the role is no longer as {@code base}. */
    SaveResult<Role> save(Role role, Role base);

    /** Deletes a role that nobody holds. */
    SaveResult<Integer> delete(int id, int revision);

    /** Gives the people of {@code from} the role {@code into} and deletes {@code from}; answers how many. */
    int merge(Role from, Role into);

    /** Makes this session see what a role sees, and write nothing, until {@link #stopViewing}. */
    void viewAs(int role);

    /** Gives the session the person's own rights back. */
    void stopViewing();
}
