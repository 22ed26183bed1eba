package com.prosynchub.service.access;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import java.util.Map;

/**
 * What everybody may do about oneself: keep the own record, change the own password, and choose how the program behaves.
 * User name, role and whether the account is active are not among it; the database says so too. Workers only; safe for all
 * of them.
 */
public final class ProfileService {
    private static final String OWN = "everybody keeps the own profile, and no other is reached from here";

    private final RelationalSession session;

    public ProfileService(RelationalSession session) {
        this.session = session;
    }

    /** The own account. */
    @Unrestricted(OWN)
    public UserAccount account() {
        return session.accounts()
                .find(session.user().userId())
                .orElseThrow(() -> new FailureException(new Failure.Stale(
                        "USER", session.user().userId().toString(), "the own account cannot be read")));
    }

    /** Saves names, address, phone, department and picture of the own account; the rest is taken as it stands. */
    @Unrestricted(OWN)
    public SaveResult<UserAccount> save(UserAccount mine) {
        UserAccount stored = account();
        UserAccount own = new UserAccount(
                stored.id(),
                stored.username(),
                mine.email(),
                mine.firstName(),
                mine.lastName(),
                stored.roleId(),
                mine.phoneNumber(),
                mine.department(),
                mine.profileImageUrl(),
                stored.active(),
                stored.lastLogin(),
                mine.revision());
        FieldChecks.demand(AccountRules.check(own));
        return session.accounts().update(own);
    }

    /** Changes the own password; throws {@code Invalid} on {@code oldPassword} or {@code newPassword}. */
    @Unrestricted(OWN)
    public void changePassword(String oldPassword, String newPassword) {
        FieldChecks checks = new FieldChecks().required("oldPassword", oldPassword);
        FieldChecks.demand(AccountRules.password(checks, "newPassword", newPassword)
                .when(newPassword.equals(oldPassword), "newPassword", "same")
                .violations());
        session.changePassword(oldPassword, newPassword);
    }

    /** What the person prefers on every workstation, by key. */
    @Unrestricted(OWN)
    public Map<String, String> preferences() {
        return session.preferences().own();
    }

    /** Keeps these preferences beside the others; an empty value takes one away. */
    @Unrestricted(OWN)
    public void savePreferences(Map<String, String> changes) {
        session.preferences().save(changes);
    }
}
