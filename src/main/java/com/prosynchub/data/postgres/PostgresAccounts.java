package com.prosynchub.data.postgres;

import com.prosynchub.data.AccountRepository;
import com.prosynchub.data.ChangeFeed;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.TakenNames;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import jakarta.data.Limit;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accounts and roles in PostgreSQL; roles cached. Safe for all threads but the forbidden one. */
final class PostgresAccounts implements AccountRepository, AutoCloseable {
    private static final int MOST_ROLES = 1000;
    private static final String CREATE = "select auth.create_user(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String NAMES =
            "select n.user_id, n.username, n.first_name, n.last_name from app.user_names n where n.user_id in (:ids)";

    private static final String PEOPLE = """
        select n.user_id, n.username, n.first_name, n.last_name from app.user_names n
        where n.is_active
        order by lower(n.first_name), lower(n.last_name), n.username
        limit 1000
        """;

    private final Link link;
    private final Writes<UserEntity, UserAccount> writes;
    private final CachedList<Role> roles;

    PostgresAccounts(Link link, ChangeFeed feed) {
        this.link = link;
        writes = new Writes<>(link, UserEntity.class, e -> e.revision, PostgresAccounts::record);
        roles = new CachedList<>(link, feed, Set.of("roles", "permissions", "role_permissions"), this::load);
    }

    @Override
    public Optional<UserAccount> find(UUID id) {
        return read(q -> q.find(id).map(PostgresAccounts::record));
    }

    @Override
    public Page<UserAccount> list(PageRequest page) {
        return read(q -> Cursor.page(
                "users",
                page,
                List.of(""),
                (key, limit) -> q.after(key.get(0), limit),
                u -> List.of(u.username),
                PostgresAccounts::record));
    }

    @Override
    public Map<UUID, String> displayNames(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            link.read(u -> u.stateless()
                            .createNativeQuery(NAMES, Object[].class)
                            .setParameterList("ids", ids)
                            .getResultList())
                    .forEach(r -> names.put((UUID) r[0], displayName(r)));
        }
        return names;
    }

    @Override
    public List<PersonName> people() {
        return link.read(u -> u.stateless().createNativeQuery(PEOPLE, Object[].class).getResultList().stream()
                .map(r -> new PersonName((UUID) r[0], displayName(r)))
                .toList());
    }

    @Override
    public List<Role> roles() {
        return roles.all();
    }

    @Override
    public String create(UserAccount a) {
        FieldChecks.demand(AccountRules.check(a));
        return password(
                CREATE,
                a.id(),
                a.username(),
                a.email(),
                a.firstName(),
                a.lastName(),
                a.roleId(),
                a.phoneNumber(),
                a.department(),
                a.profileImageUrl());
    }

    @Override
    public List<String> createAll(List<UserAccount> accounts) {
        return link.write(u -> accounts.stream().map(this::create).toList());
    }

    @Override
    public TakenNames taken(Collection<String> usernames, Collection<String> emails) {
        return AccountDesk.taken(link, usernames, emails);
    }

    @Override
    public SaveResult<UserAccount> update(UserAccount account) {
        FieldChecks.demand(AccountRules.check(account));
        return writes.update(account.id(), account, account.revision(), e -> edit(e, account));
    }

    @Override
    public String resetPassword(UUID userId) {
        return password("select auth.reset_password(?)", userId);
    }

    @Override
    public Page<AccountLine> lines(AccountFilter filter, PageRequest page) {
        return AccountDesk.lines(link, filter, page);
    }

    @Override
    public void unlock(UUID userId) {
        AccountDesk.unlock(link, userId);
    }

    @Override
    public List<AccountSession> sessions(UUID userId) {
        return AccountDesk.sessions(link, userId);
    }

    @Override
    public List<Integer> places(UUID userId) {
        return AccountDesk.places(link, userId);
    }

    @Override
    public void limit(UUID userId, List<Integer> before, List<Integer> after) {
        AccountDesk.limit(link, userId, before, after);
    }

    @Override
    public Page<FailedTry> failedTries(@Nullable UUID userId, PageRequest page) {
        return AccountDesk.failedTries(link, userId, page);
    }

    @Override
    public boolean endSession(UUID sessionId) {
        return AccountDesk.endSession(link, sessionId);
    }

    @Override
    public int endSessions(UUID userId) {
        return AccountDesk.endSessions(link, userId);
    }

    /** The roles, for whoever else works with them. */
    CachedList<Role> cachedRoles() {
        return roles;
    }

    @Override
    public void close() {
        roles.close();
    }

    private String password(String call, @Nullable Object... arguments) {
        return link.write(u -> {
            try (PreparedStatement s = u.connection().prepareStatement(call)) {
                for (int i = 0; i < arguments.length; i++) {
                    s.setObject(i + 1, arguments[i]);
                }
                try (ResultSet r = s.executeQuery()) {
                    r.next();
                    return r.getString(1);
                }
            } catch (SQLException e) {
                throw SqlFailures.translate(e);
            }
        });
    }

    private List<Role> load() {
        return link.read(u -> {
            AccountQueries queries = new AccountQueries_(u.stateless());
            Map<Integer, Set<Permission>> held = new HashMap<>();
            // A word that this version does not know means nothing to its screens; the database still asks for it.
            queries.held().forEach(h -> Permission.parse(h.permission())
                    .ifPresent(p -> held.computeIfAbsent(h.roleId(), r -> new HashSet<>())
                            .add(p)));
            return queries.roles(Limit.of(MOST_ROLES)).stream()
                    .map(r -> new Role(r.id, r.name, r.description, held.getOrDefault(r.id, Set.of()), r.revision))
                    .toList();
        });
    }

    private <T> T read(Function<AccountQueries, T> query) {
        return link.read(u -> query.apply(new AccountQueries_(u.stateless())));
    }

    static String displayName(Object[] r) {
        String name = (text(r[2]) + " " + text(r[3])).strip();
        return name.isEmpty() ? text(r[1]) : name;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static UserAccount record(UserEntity e) {
        return new UserAccount(
                e.id,
                e.username,
                e.email,
                text(e.firstName),
                text(e.lastName),
                e.roleId,
                e.phoneNumber,
                e.department,
                e.profileImageUrl,
                e.active,
                Times.instant(e.lastLogin),
                e.revision);
    }

    private static void edit(UserEntity e, UserAccount a) {
        e.username = a.username();
        e.email = a.email();
        e.firstName = a.firstName();
        e.lastName = a.lastName();
        e.roleId = a.roleId();
        e.phoneNumber = a.phoneNumber();
        e.department = a.department();
        e.profileImageUrl = a.profileImageUrl();
        e.active = a.active();
    }
}
