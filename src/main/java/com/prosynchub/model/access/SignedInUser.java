package com.prosynchub.model.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The person a session belongs to, as the database told it at sign-in. The permission list is a courtesy for the window;
 * the database asks its own tables at every statement.
 */
public record SignedInUser(
        UUID userId,
        String username,
        String displayName,
        String roleName,
        Set<Permission> permissions,
        boolean mustChangePassword,
        Instant expiresAt) {
    public SignedInUser {
        permissions = Set.copyOf(permissions);
    }

    /** The same person after the role was changed. */
    public SignedInUser with(Set<Permission> now) {
        return new SignedInUser(userId, username, displayName, roleName, now, mustChangePassword, expiresAt);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean may(Resource resource, Action action) {
        return may(Permission.of(resource, action));
    }
}
