package com.prosynchub.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the administrators' list.
 *
 * @param failedTries refused sign-ins since the last good one
 * @param lockedUntil when the name may be tried again; null while it is not locked
 * @param liveSessions sessions open just now
 */
public record AccountLine(
        UserAccount account, int failedTries, @Nullable Instant lockedUntil, int liveSessions) {}
