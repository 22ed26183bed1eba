package com.prosynchub.service.access;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.SignedInUser;

/**
 * The gate that every use case passes first. It exists for quick and good answers; the database asks again at every
 * statement, so passing here grants nothing. Safe for all threads.
 */
public interface AccessGate {

    /** Throws {@code Denied} when the session ended, the password must be changed first, or the permission is missing. */
    void require(Permission permission);

    /** Whether {@link #require} would let this pass. */
    boolean may(Permission permission);

    /** The signed-in person. */
    SignedInUser user();

    /** Throws {@code Denied} while the person only looks; for what everybody may change of the own. */
    default void requireChanges() {}

    default void require(Resource resource, Action action) {
        require(Permission.of(resource, action));
    }

    default boolean may(Resource resource, Action action) {
        return may(Permission.of(resource, action));
    }
}
