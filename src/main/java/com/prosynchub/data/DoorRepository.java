package com.prosynchub.data;

import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.access.UnlockResult;
import com.prosynchub.model.failure.SaveResult;
import java.util.List;
import java.util.UUID;

/**
 * The door as a signed-in person uses it: the own second factor, the locked window, and the rules for everybody. Refusals are
 * {@code Invalid} with the broken rule on {@code password} or {@code code}; guesses are counted by the database.
 */
public interface DoorRepository {
    SecondFactor secondFactor();

    /** Makes a fresh secret and answers it in base 32, this once; nothing is on before {@link #confirm}. */
    String enrol(String password);

    /** Switches the second factor on; answers the recovery codes, to be shown once. */
    List<String> confirm(String code);

    /** Makes the recovery codes anew; the old ones are no longer taken. */
    List<String> renewRecoveryCodes(String code);

    void removeSecondFactor(String password, String code);

    /** Switches somebody else's second factor off; answers whether it was on. */
    boolean resetSecondFactor(UUID userId);

    SignInRules rules();

    /** Saves them, unless somebody else did since they were read. */
    SaveResult<SignInRules> saveRules(SignInRules rules);

    /** Of each role, its people and those of them who have no second factor; by name of the role. */
    List<SecondFactorUse> secondFactorUse();

    /** Minutes without a key or a mouse before this person's window locks. */
    int idleLockMinutes();

    /** Writes down that the window was locked. */
    void locked(boolean byIdleness);

    /** Judges the own password, and writes down that the window was opened by it. */
    UnlockResult unlock(String password);

    /** Signs out in favour of somebody who has just signed in at this workstation. */
    void handOver(UUID nextUser);
}
