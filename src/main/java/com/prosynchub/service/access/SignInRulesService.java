package com.prosynchub.service.access;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.SETTINGS;

import com.prosynchub.data.DoorRepository;
import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import java.util.List;

/** What the site asks of everybody who signs in. Workers only; safe for all of them. */
public final class SignInRulesService {
    private final AccessGate gate;
    private final DoorRepository door;

    public SignInRulesService(AccessGate gate, DoorRepository door) {
        this.gate = gate;
        this.door = door;
    }

    /** The rules as they stand. */
    public SignInRules rules() {
        gate.require(SETTINGS, READ);
        return door.rules();
    }

    /** Of each role, whom a demand would meet. */
    public List<SecondFactorUse> secondFactorUse() {
        gate.require(SETTINGS, READ);
        return door.secondFactorUse();
    }

    /** Saves them; open windows follow at once, a new demand meets people at their next sign-in. */
    public SaveResult<SignInRules> save(SignInRules rules) {
        gate.require(SETTINGS, UPDATE);
        FieldChecks.demand(rules.check());
        return door.saveRules(rules);
    }

    /** Minutes without a key or a mouse before this window locks. */
    @Unrestricted("every window must know when to lock")
    public int idleLockMinutes() {
        return door.idleLockMinutes();
    }
}
