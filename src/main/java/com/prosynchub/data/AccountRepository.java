package com.prosynchub.data;

import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.TakenNames;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** User accounts and roles. Passwords never pass through here but to be set. */
public interface AccountRepository {
    Optional<UserAccount> find(UUID id);

    /** By username; needs the permission to read users, else only the own account. */
    Page<UserAccount> list(PageRequest page);

    /** Display names by user id, for whoever may see names; unknown ids are left out. */
    Map<UUID, String> displayNames(Collection<UUID> ids);

    /** Everybody with an active account, by name; at most 1,000. */
    List<PersonName> people();

    /** All roles with their permissions, cached. */
    List<Role> roles();

    /**
     * Creates an account that must change its password.
     *
     * @return the temporary password, to be shown once
     */
    String create(UserAccount account);

    /** Creates these accounts, all of them or none; answers their temporary passwords in the same order. */
    List<String> createAll(List<UserAccount> accounts);

    /** Which of these user names, given in lower case, and addresses belong to an account. */
    TakenNames taken(Collection<String> usernames, Collection<String> emails);

    SaveResult<UserAccount> update(UserAccount account);

    /** Sets a temporary password, ends the person's sessions, and returns the password to be shown once. */
    String resetPassword(UUID userId);

    /** A page of accounts by username, with their failed tries, locks and sessions. */
    Page<AccountLine> lines(AccountFilter filter, PageRequest page);

    /** Forgets the failed tries against the person's name. */
    void unlock(UUID userId);

    /** The person's open sessions, newest first; at most 100. */
    List<AccountSession> sessions(UUID userId);

    /** The topmost places of the branches that the person is limited to, by id; empty for whoever sees everything. */
    List<Integer> places(UUID userId);

    /**
     * Limits somebody else to branches of the location tree; an empty list lifts the limit.
     *
     * @param before what the caller saw; {@code Stale} when it is not so any more
     */
    void limit(UUID userId, List<Integer> before, List<Integer> after);

    /** Refused tries to sign in, newest first: those about one account, or with null all. */
    Page<FailedTry> failedTries(@Nullable UUID userId, PageRequest page);

    /** Ends one session of somebody, but not the asker's own; answers whether it was open. */
    boolean endSession(UUID sessionId);

    /** Ends the person's sessions but the asker's own; answers how many. */
    int endSessions(UUID userId);
}
