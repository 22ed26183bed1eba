package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import org.junit.jupiter.api.Test;

class SessionAccessGateTest {
    private static final Permission READ = Permission.of(Resource.ASSET, Action.READ);

    private final FakeRelationalSession session = SeededRoles.plant().session("Operator");
    private final SessionAccessGate gate = new SessionAccessGate(session);

    @Test
    void letsPassWhatTheRoleHoldsAndNamesWhatItLacks() {
        gate.require(READ);
        assertThat(gate.may(Resource.ASSET, Action.READ)).isTrue();
        assertThat(gate.may(Resource.ASSET, Action.DELETE)).isFalse();
        assertThat(denied(Permission.of(Resource.ASSET, Action.DELETE)))
                .isEqualTo(new Denied(DeniedReason.PERMISSION, "asset:delete", "Operator lacks asset:delete"));
    }

    @Test
    void staysShutUntilThePasswordWasChanged() {
        session.demandPasswordChange();
        assertThat(denied(READ).reason()).isEqualTo(DeniedReason.PASSWORD_CHANGE_REQUIRED);
        assertThat(gate.may(READ)).isFalse();
        session.changePassword("secret", "a-much-better-one");
        gate.require(READ);
    }

    @Test
    void staysShutForGoodOnceTheSessionEnded() {
        gate.end();
        assertThat(denied(READ).reason()).isEqualTo(DeniedReason.SESSION_ENDED);
        assertThat(gate.may(READ)).isFalse();
    }

    private Denied denied(Permission permission) {
        try {
            gate.require(permission);
        } catch (FailureException e) {
            if (e.failure() instanceof Denied d) {
                return d;
            }
        }
        assertThatThrownBy(() -> gate.require(permission)).isInstanceOf(FailureException.class);
        throw new AssertionError("not denied: " + permission);
    }
}
