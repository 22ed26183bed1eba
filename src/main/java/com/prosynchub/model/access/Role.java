package com.prosynchub.model.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role with the permissions it holds. */
public record Role(int id, String name, @Nullable String description, Set<Permission> permissions, int revision) {
    public Role {
        permissions = Set.copyOf(permissions);
    }
}
