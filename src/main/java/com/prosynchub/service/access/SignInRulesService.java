package com.prosynchub.service.access;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.SETTINGS;

import com.prosynchub.data.DoorRepository;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.failure.FieldChecks;

/** What the site asks of everybody who signs in. Workers only; safe for all of them. */
public final class SignInRulesService {
    private final AccessGate gate;
    private final DoorRepository door;

    public SignInRulesService(AccessGate gate, DoorRepository door) {
        this.gate = gate;
        this.door = door;
    }

    public SignInRules rules() {
        gate.require(SETTINGS, READ);
        return door.rules();
    }

    public void save(SignInRules rules) {
        gate.require(SETTINGS, UPDATE);
        FieldChecks.demand(new FieldChecks()
                .when(
                        rules.idleLockMinutes() < SignInRules.LEAST_MINUTES
                                || rules.idleLockMinutes() > SignInRules.MOST_MINUTES,
                        "idleLockMinutes",
                        "range",
                        SignInRules.LEAST_MINUTES,
                        SignInRules.MOST_MINUTES)
                .violations());
        door.saveRules(rules);
    }

    /** Minutes without a key or a mouse before this window locks. */
    @Unrestricted("every window must know when to lock")
    public int idleLockMinutes() {
        return door.idleLockMinutes();
    }
}
