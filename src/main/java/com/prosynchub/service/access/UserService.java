package com.prosynchub.service.access;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.USER;

import com.prosynchub.data.AccountRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Manages accounts: nobody is ever deleted, and nobody reaches above the own rank, which the database decides. Workers
 * only; safe for all of them.
 */
public final class UserService {
    private final AccessGate gate;
    private final AccountRepository accounts;
    private final UnitOfWork work;

    public UserService(AccessGate gate, AccountRepository accounts, UnitOfWork work) {
        this.gate = gate;
        this.accounts = accounts;
        this.work = work;
    }

    /** A page of accounts by username. */
    public Page<AccountLine> list(AccountFilter filter, PageRequest page) {
        gate.require(USER, READ);
        return accounts.lines(filter, page);
    }

    /** The roles that the person may see, by name. */
    public List<Role> roles() {
        gate.require(USER, READ);
        return accounts.roles();
    }

    /** Open sessions of a person, newest first; at most 100. */
    public List<AccountSession> sessions(UUID userId) {
        gate.require(USER, READ);
        return accounts.sessions(userId);
    }

    /** Creates an account; answers the temporary password, to be shown once. */
    public String create(UserAccount account) {
        gate.require(USER, CREATE);
        FieldChecks.demand(AccountRules.check(account));
        return accounts.create(account);
    }

    /**
     * Saves every field, among them whether the account is active; taking that away ends the person's sessions.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<UserAccount> save(UserAccount account, String reason) {
        gate.require(USER, UPDATE);
        FieldChecks.demand(AccountRules.check(account));
        return work.because(reason, () -> accounts.update(account));
    }

    /** Sets a temporary password and ends the person's sessions; answers the password, to be shown once. */
    public String resetPassword(UUID userId) {
        gate.require(USER, UPDATE);
        return accounts.resetPassword(userId);
    }

    /** Lets a name that was tried too often be tried again. */
    public void unlock(UUID userId) {
        gate.require(USER, UPDATE);
        accounts.unlock(userId);
    }

    /** The topmost places of the branches that a person is limited to; empty for whoever sees everything. */
    public List<Integer> places(UUID userId) {
        gate.require(USER, READ);
        return accounts.places(userId);
    }

    /**
     * Limits somebody else to branches of the location tree, with everything below, from the next statement on; an empty
     * list lifts the limit. {@code before} is what the caller saw: {@code Stale} when somebody changed it meanwhile.
     */
    public void limit(UUID userId, List<Integer> before, List<Integer> after) {
        gate.require(USER, UPDATE);
        accounts.limit(userId, before, after);
    }

    /** Refused tries to sign in, newest first: those about one account, or with null all. Names that do not exist are not told. */
    public Page<FailedTry> failedTries(@Nullable UUID userId, PageRequest page) {
        gate.require(USER, READ);
        return accounts.failedTries(userId, page);
    }

    /** Ends one session of somebody, but not the caller's own; answers whether it was open. */
    public boolean endSession(UUID sessionId) {
        gate.require(USER, UPDATE);
        return accounts.endSession(sessionId);
    }

    /** Ends the person's sessions but the caller's own; answers how many. */
    public int endSessions(UUID userId) {
        gate.require(USER, UPDATE);
        return accounts.endSessions(userId);
    }
}
