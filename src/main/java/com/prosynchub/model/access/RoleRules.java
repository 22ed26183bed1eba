package com.prosynchub.model.access;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;

/** What a valid role is, and who may change it; the database asks the same. */
public final class RoleRules {
    public static final int NAME = 50;

    private RoleRules() {}

    public static List<Violation> check(Role role) {
        return new FieldChecks()
                .required("name", role.name())
                .longest("name", role.name(), NAME)
                .violations();
    }

    /** Whoever manages users and roles; such a person gives others what he or she does not hold, so that duties stay apart. */
    public static boolean isAdministrator(SignedInUser user) {
        return user.may(Resource.USER, Action.UPDATE) && user.may(Resource.ROLE, Action.UPDATE);
    }

    /** Whether it is the person's own role, which nobody changes. */
    public static boolean isOwn(SignedInUser user, Role role) {
        return user.roleName().equals(role.name());
    }

    /** Whether the person may add this permission to somebody else's role. */
    public static boolean mayGrant(SignedInUser user, Permission permission) {
        return user.may(permission) || isAdministrator(user);
    }

    /** Whether the role stays below what the person may reach. */
    public static boolean mayReach(SignedInUser user, Role role) {
        return isAdministrator(user) || user.permissions().containsAll(role.permissions());
    }
}
