package com.prosynchub.service.access;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import java.util.EnumSet;
import java.util.Set;

/** The gate of one session: shut for good once the session ended. Safe for all threads. */
public final class SessionAccessGate implements AccessGate {
    /** What a look at another role's window consists of. */
    private static final Set<Action> READING = EnumSet.of(Action.READ, Action.EXPORT);

    private final RelationalSession session;
    private volatile boolean ended;

    public SessionAccessGate(RelationalSession session) {
        this.session = session;
    }

    @Override
    public void require(Permission permission) {
        SignedInUser user = session.user();
        if (ended) {
            throw denied(DeniedReason.SESSION_ENDED, permission, "the session ended");
        }
        if (!user.mayBegin()) {
            throw denied(
                    DeniedReason.PASSWORD_CHANGE_REQUIRED,
                    permission,
                    "the password must be changed or a second factor enrolled first");
        }
        if (!user.may(permission)) {
            session.ledger().noteRefusal(permission.key());
            throw denied(DeniedReason.PERMISSION, permission, user.roleName() + " lacks " + permission.key());
        }
        if (!READING.contains(permission.action())) {
            requireChanges();
        }
    }

    @Override
    public void requireChanges() {
        if (session.isViewing()) {
            throw new FailureException(new Denied(
                    DeniedReason.VIEWING, null, "looking as " + session.user().roleName()));
        }
    }

    @Override
    public boolean may(Permission permission) {
        SignedInUser user = session.user();
        return !ended && user.mayBegin() && user.may(permission);
    }

    @Override
    public SignedInUser user() {
        return session.user();
    }

    /** Whether the person only looks at the window of the role that {@link #user()} names. */
    public boolean isViewing() {
        return session.isViewing();
    }

    /** Shuts the gate. */
    public void end() {
        ended = true;
    }

    private static FailureException denied(DeniedReason reason, Permission permission, String detail) {
        return new FailureException(new Denied(reason, permission.key(), detail));
    }
}
