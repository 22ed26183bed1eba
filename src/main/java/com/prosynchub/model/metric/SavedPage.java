package com.prosynchub.model.metric;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of charts under a name.
 *
 * @param ownerId who made it
 * @param roleId the role that shares it; null for the owner's alone
 */
public record SavedPage(UUID id, UUID ownerId, @Nullable Integer roleId, String name, TrendPage page, int revision) {
    /** Characters of a name at most. */
    public static final int NAME = 100;

    public boolean shared() {
        return roleId != null;
    }

    /** The same view with something else on it. */
    public SavedPage with(TrendPage other) {
        return new SavedPage(id, ownerId, roleId, name, other, revision);
    }

    public SavedPage named(String other) {
        return new SavedPage(id, ownerId, roleId, other, page, revision);
    }
}
