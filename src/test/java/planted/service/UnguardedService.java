package planted.service;

import planted.service.access.AccessGate;

/** Breaks rule 8: one method asks the gate, the other forgets. */
public final class UnguardedService {
    private final AccessGate gate;

    public UnguardedService(AccessGate gate) {
        this.gate = gate;
    }

    public void guarded() {
        gate.require("asset:read");
    }

    public int unguarded() {
        return 1;
    }
}
