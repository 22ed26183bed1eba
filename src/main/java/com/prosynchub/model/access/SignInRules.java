package com.prosynchub.model.access;

import java.util.Set;

/**
 * What the site asks of everybody who signs in.
 *
 * @param idleLockMinutes minutes without a key or a mouse before a window locks
 * @param demandingRoles ids of the roles whose people must have a second factor
 */
public record SignInRules(int idleLockMinutes, Set<Integer> demandingRoles) {
    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 240;

    public SignInRules {
        demandingRoles = Set.copyOf(demandingRoles);
    }
}
