package com.prosynchub.service.access;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalGate.FirstAdministrator;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The door: signs people in and out and owns the one open session. Workers only; calls are made one after the other by
 * its lock, so that two sign-ins cannot leave two sessions open.
 */
public final class SignInService {
    private static final String BEFORE = "nobody is signed in yet; the database checks the person";

    private final RelationalGate gate;
    private final SessionListener listener;
    private final String agent;
    private @Nullable RelationalSession current;
    private boolean announced;

    /** @param agent operating system user and program version, for the audit */
    public SignInService(RelationalGate gate, SessionListener listener, String agent) {
        this.gate = gate;
        this.listener = listener;
        this.agent = agent;
    }

    /** Whether the site is empty and waits for its first administrator. */
    @Unrestricted(BEFORE)
    public boolean needsFirstAdministrator() {
        return gate.needsFirstAdministrator();
    }

    /** Creates the first administrator of an empty site, who then signs in like anybody. */
    @Unrestricted("the database takes it only while no user exists")
    public void createFirstAdministrator(NewSite site) {
        FieldChecks.demand(site.check());
        gate.createFirstAdministrator(new FirstAdministrator(
                site.siteName().strip(),
                site.username().strip(),
                site.email().strip(),
                site.password(),
                site.firstName().strip(),
                site.lastName().strip()));
    }

    /**
     * Signs in; a session that was open is closed before. Accepted with {@link SignedInUser#mustChangePassword()} opens no
     * use case until {@link #changePassword} went well.
     */
    @Unrestricted(BEFORE)
    public synchronized SignInResult signIn(String username, String password) {
        FieldChecks.demand(new FieldChecks()
                .required("username", username)
                .required("password", password)
                .violations());
        close();
        return switch (gate.signIn(username.strip(), password, agent)) {
            case Attempt.Accepted accepted -> {
                current = accepted.session();
                announce(accepted.session());
                yield new SignInResult.Accepted(accepted.session().user());
            }
            case Attempt.Refused refused -> new SignInResult.Refused();
            case Attempt.Throttled throttled -> new SignInResult.Throttled(throttled.retryAfter());
        };
    }

    /** The person whose session is open. */
    @Unrestricted("tells the caller only who the caller is")
    public synchronized Optional<SignedInUser> user() {
        return Optional.ofNullable(current).map(RelationalSession::user);
    }

    /** Changes the own password; throws {@code Invalid} on {@code newPassword} with the rule that it breaks. */
    @Unrestricted("everybody may change the own password")
    public synchronized SignedInUser changePassword(String oldPassword, String newPassword) {
        RelationalSession session = current;
        if (session == null) {
            throw new FailureException(new Denied(DeniedReason.SESSION_ENDED, null, "nobody is signed in"));
        }
        FieldChecks checks = new FieldChecks().required("oldPassword", oldPassword);
        FieldChecks.demand(AccountRules.password(checks, "newPassword", newPassword)
                .when(newPassword.equals(oldPassword), "newPassword", "same")
                .violations());
        session.changePassword(oldPassword, newPassword);
        announce(session);
        return session.user();
    }

    /** Signs out; harmless when nobody is signed in. */
    @Unrestricted("everybody may leave")
    public synchronized void signOut() {
        close();
    }

    private void announce(RelationalSession session) {
        if (!announced && !session.user().mustChangePassword()) {
            announced = true;
            listener.opened(session);
        }
    }

    private void close() {
        RelationalSession session = current;
        if (session == null) {
            return;
        }
        current = null;
        try (session) {
            if (announced) {
                announced = false;
                listener.closing(session);
            }
        }
    }
}
