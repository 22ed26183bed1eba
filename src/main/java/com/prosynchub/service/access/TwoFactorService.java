package com.prosynchub.service.access;

import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.USER;

import com.prosynchub.data.DoorRepository;
import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;
import java.util.UUID;

/** The second factor: everybody's own, and switching off that of others who lost theirs. Workers only; safe for all of them. */
public final class TwoFactorService {
    private static final String OWN = "everybody keeps the own second factor; the database asks for password and code";

    private final AccessGate gate;
    private final DoorRepository door;

    public TwoFactorService(AccessGate gate, DoorRepository door) {
        this.gate = gate;
        this.door = door;
    }

    @Unrestricted(OWN)
    public SecondFactor state() {
        return door.secondFactor();
    }

    /** Makes a fresh secret for an authenticator, in base 32; nothing is on before {@link #confirm}. */
    @Unrestricted(OWN)
    public String enrol(String password) {
        FieldChecks.demand(new FieldChecks().required("password", password).violations());
        return door.enrol(password);
    }

    /** Switches it on with a first code; answers the recovery codes, to be shown once. */
    @Unrestricted(OWN)
    public List<String> confirm(String code) {
        FieldChecks.demand(new FieldChecks().required("code", code).violations());
        return door.confirm(code);
    }

    /** Makes new recovery codes in the place of the old ones, to be shown once. */
    @Unrestricted(OWN)
    public List<String> renewRecoveryCodes(String code) {
        FieldChecks.demand(new FieldChecks().required("code", code).violations());
        return door.renewRecoveryCodes(code);
    }

    @Unrestricted(OWN)
    public void switchOff(String password, String code) {
        FieldChecks.demand(new FieldChecks()
                .required("password", password)
                .required("code", code)
                .violations());
        door.removeSecondFactor(password, code);
    }

    /** Switches somebody else's off; answers whether it was on. Nobody reaches above the own rank. */
    public boolean reset(UUID userId) {
        gate.require(USER, UPDATE);
        return door.resetSecondFactor(userId);
    }
}
