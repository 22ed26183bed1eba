package com.prosynchub.model.access;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;
import java.util.Set;

/**
 * What the site asks of everybody who signs in.
 *
 * @param idleLockMinutes minutes without a key or a mouse before a window locks
 * @param demandingRoles ids of the roles whose people must have a second factor
 * @param revision counts the saves
 */
public record SignInRules(int idleLockMinutes, Set<Integer> demandingRoles, int revision) {
    public static final int LEAST_MINUTES = 1;
    public static final int MOST_MINUTES = 240;

    public SignInRules {
        demandingRoles = Set.copyOf(demandingRoles);
    }

    /** What is wrong with them; empty when nothing is. */
    public List<Failure.Violation> check() {
        return new FieldChecks()
                .when(
                        idleLockMinutes < LEAST_MINUTES || idleLockMinutes > MOST_MINUTES,
                        "idleLockMinutes",
                        "range",
                        LEAST_MINUTES,
                        MOST_MINUTES)
                .violations();
    }
}
