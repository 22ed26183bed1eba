package com.prosynchub.model.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The person a session belongs to, as the database told it at sign-in. The permission list is a courtesy for the window;
 * the database asks its own tables at every statement.
 *
 * @param mustEnrol whether the role demands a second factor that the person does not have yet
 */
public record SignedInUser(
        UUID userId,
        String username,
        String displayName,
        String roleName,
        Set<Permission> permissions,
        boolean mustChangePassword,
        boolean mustEnrol,
        Instant expiresAt) {
    public SignedInUser {
        permissions = Set.copyOf(permissions);
    }

    /** The same person after the role was changed. */
    public SignedInUser with(String role, Set<Permission> now) {
        return new SignedInUser(userId, username, displayName, role, now, mustChangePassword, mustEnrol, expiresAt);
    }

    /** The same person after the second factor that the role demands was switched on. */
    public SignedInUser enrolled() {
        return new SignedInUser(
                userId, username, displayName, roleName, permissions, mustChangePassword, false, expiresAt);
    }

    /** Whether nothing is asked of the person before work begins. */
    public boolean mayBegin() {
        return !mustChangePassword && !mustEnrol;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean may(Resource resource, Action action) {
        return may(Permission.of(resource, action));
    }
}
