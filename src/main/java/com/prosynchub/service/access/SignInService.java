package com.prosynchub.service.access;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalGate.FirstAdministrator;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.SignInResult;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.access.UnlockResult;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door: signs people in and out and owns the one open session. Workers only; calls are made one after the other by
 * its lock, so that two sign-ins cannot leave two sessions open.
 */
public final class SignInService {
    private static final Logger LOG = LoggerFactory.getLogger(SignInService.class);
    private static final String BEFORE = "nobody is signed in yet; the database checks the person";

    private final RelationalGate gate;
    private final SessionListener listener;
    private final String agent;
    private @Nullable RelationalSession current;
    private boolean announced;
    /** Of a sign-in whose password was right and whose code is asked for. */
    private String ticket = "";

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
     * Signs in. Another person's session that was open is handed over once this one is accepted, and stays otherwise.
     * Accepted without {@link SignedInUser#mayBegin()} opens no use case until {@link #changePassword} went well, or
     * {@link #enrolled}.
     */
    @Unrestricted(BEFORE)
    public synchronized SignInResult signIn(String username, String password) {
        FieldChecks.demand(new FieldChecks()
                .required("username", username)
                .required("password", password)
                .violations());
        return answer(gate.signIn(username.strip(), password, agent));
    }

    /** The second step, after {@link SignInResult.CodeNeeded}. */
    @Unrestricted(BEFORE)
    public synchronized SignInResult signInCode(String code) {
        FieldChecks.demand(new FieldChecks().required("code", code).violations());
        return answer(gate.signInCode(ticket, code.strip()));
    }

    /** Writes down that the window was locked. */
    @Unrestricted("everybody may lock the own window")
    public synchronized void locked(boolean byIdleness) {
        required().door().locked(byIdleness);
    }

    /** Whether that is the password of the person whose window is locked. */
    @Unrestricted("the database checks the person")
    public synchronized UnlockResult unlock(String password) {
        FieldChecks.demand(new FieldChecks().required("password", password).violations());
        return required().door().unlock(password);
    }

    /** The own second factor of the session that is open, also before it may do anything else. */
    @Unrestricted("everybody keeps the own second factor")
    public synchronized TwoFactorService secondFactor() {
        RelationalSession session = required();
        return new TwoFactorService(new SessionAccessGate(session), session.door());
    }

    /** The second factor that the role demands was switched on; opens the use cases if nothing else is in the way. */
    @Unrestricted("opens only what the database opened")
    public synchronized SignedInUser enrolled() {
        RelationalSession session = required();
        announce(session);
        return session.user();
    }

    /** The person whose session is open. */
    @Unrestricted("tells the caller only who the caller is")
    public synchronized Optional<SignedInUser> user() {
        return Optional.ofNullable(current).map(RelationalSession::user);
    }

    /** Changes the own password; throws {@code Invalid} on {@code newPassword} with the rule that it breaks. */
    @Unrestricted("everybody may change the own password")
    public synchronized SignedInUser changePassword(String oldPassword, String newPassword) {
        RelationalSession session = required();
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

    private SignInResult answer(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Accepted accepted -> {
                accept(accepted.session());
                yield new SignInResult.Accepted(accepted.session().user());
            }
            case Attempt.Refused refused -> new SignInResult.Refused();
            case Attempt.Throttled throttled -> new SignInResult.Throttled(throttled.retryAfter());
            case Attempt.CodeNeeded needed -> {
                ticket = needed.ticket();
                yield new SignInResult.CodeNeeded();
            }
            case Attempt.Expired expired -> new SignInResult.Expired();
        };
    }

    private void accept(RelationalSession session) {
        ticket = "";
        RelationalSession before = current;
        if (before != null) {
            handOver(before, session.user());
        }
        close();
        current = session;
        announce(session);
    }

    private static void handOver(RelationalSession before, SignedInUser next) {
        try {
            before.door().handOver(next.userId());
        } catch (FailureException e) {
            // It ended already, or can not be reached; then it expires by itself.
            LOG.debug("the session was not handed over: {}", e.failure().detail());
        }
    }

    private RelationalSession required() {
        RelationalSession session = current;
        if (session == null) {
            throw new FailureException(new Denied(DeniedReason.SESSION_ENDED, null, "nobody is signed in"));
        }
        return session;
    }

    private void announce(RelationalSession session) {
        if (!announced && session.user().mayBegin()) {
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
