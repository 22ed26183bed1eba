package com.prosynchub.data.postgres;

import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.FailedTry;
import com.prosynchub.model.access.TakenNames;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the door's functions for administrators of accounts. All threads but the forbidden one. */
final class AccountDesk {
    private static final String LINES = "select * from auth.account_list(?, ?, ?, ?, ?)";

    private static final String FAILED = "select * from auth.failed_sign_ins(?, ?, ?)";

    private AccountDesk() {}

    static Page<AccountLine> lines(Link link, AccountFilter filter, PageRequest page) {
        return link.read(u -> Cursor.page(
                "account-lines",
                page,
                List.of(""),
                (key, limit) -> SqlRows.of(u, LINES, AccountDesk::line, s -> {
                    s.setString(1, filter.search());
                    s.setObject(2, filter.active(), Types.BOOLEAN);
                    s.setObject(3, filter.roleId(), Types.INTEGER);
                    s.setString(4, key.getFirst());
                    s.setInt(5, limit.maxResults());
                }),
                line -> List.of(line.account().username()),
                line -> line));
    }

    static TakenNames taken(Link link, Collection<String> usernames, Collection<String> emails) {
        return link.read(u -> new TakenNames(
                those(u, "select lower(username) from app.users where lower(username) = any (?)", usernames),
                those(u, "select email from app.users where email = any (?)", emails)));
    }

    private static Set<String> those(Unit unit, String sql, Collection<String> asked) {
        return Set.copyOf(SqlRows.of(
                unit,
                sql,
                r -> r.getString(1),
                s -> s.setArray(1, s.getConnection().createArrayOf("text", asked.toArray()))));
    }

    static void unlock(Link link, UUID user) {
        link.write(u -> SqlRows.of(u, "select auth.unlock_account(?)", r -> true, s -> s.setObject(1, user)));
    }

    static List<AccountSession> sessions(Link link, UUID user) {
        return link.read(u -> SqlRows.of(
                u, "select * from auth.account_sessions(?)", AccountDesk::session, s -> s.setObject(1, user)));
    }

    static List<Integer> places(Link link, UUID user) {
        return link.read(u -> SqlRows.of(
                u,
                "select location_id from app.user_locations where user_id = ? order by location_id",
                r -> r.getInt(1),
                s -> s.setObject(1, user)));
    }

    static void limit(Link link, UUID user, List<Integer> before, List<Integer> after) {
        link.write(u -> SqlRows.of(u, "select auth.limit_user(?, ?, ?)", r -> true, s -> {
            s.setObject(1, user);
            s.setArray(2, s.getConnection().createArrayOf("integer", before.toArray()));
            s.setArray(3, s.getConnection().createArrayOf("integer", after.toArray()));
        }));
    }

    static Page<FailedTry> failedTries(Link link, @Nullable UUID user, PageRequest page) {
        return link.read(u -> Cursor.page(
                "failed-tries",
                page,
                List.of(String.valueOf(Long.MAX_VALUE)),
                (key, limit) -> SqlRows.of(u, FAILED, AccountDesk::failedTry, s -> {
                    s.setObject(1, user, Types.OTHER);
                    s.setLong(2, Long.parseLong(key.getFirst()));
                    s.setInt(3, limit.maxResults());
                }),
                failed -> List.of(String.valueOf(failed.number())),
                failed -> failed));
    }

    static boolean endSession(Link link, UUID session) {
        return link.write(u ->
                        SqlRows.of(u, "select auth.end_session(?)", r -> r.getBoolean(1), s -> s.setObject(1, session)))
                .getFirst();
    }

    static int endSessions(Link link, UUID user) {
        return link.write(
                        u -> SqlRows.of(u, "select auth.end_sessions(?)", r -> r.getInt(1), s -> s.setObject(1, user)))
                .getFirst();
    }

    private static AccountLine line(ResultSet r) throws SQLException {
        UserAccount account = new UserAccount(
                r.getObject("user_id", UUID.class),
                r.getString("username"),
                r.getString("email"),
                text(r.getString("first_name")),
                text(r.getString("last_name")),
                r.getInt("role_id"),
                r.getString("phone_number"),
                r.getString("department"),
                r.getString("profile_image_url"),
                r.getBoolean("is_active"),
                Times.instant(r.getObject("last_login", LocalDateTime.class)),
                r.getInt("row_version"));
        OffsetDateTime locked = r.getObject("locked_until", OffsetDateTime.class);
        return new AccountLine(
                account,
                r.getInt("failed_tries"),
                locked == null ? null : locked.toInstant(),
                r.getInt("live_sessions"));
    }

    private static FailedTry failedTry(ResultSet r) throws SQLException {
        return new FailedTry(
                r.getLong("seq"),
                at(r, "at"),
                r.getObject("user_id", UUID.class),
                r.getString("username"),
                r.getString("workstation"),
                r.getString("ip"),
                FailedTry.How.of(r.getString("outcome")));
    }

    private static AccountSession session(ResultSet r) throws SQLException {
        return new AccountSession(
                r.getObject("session_id", UUID.class),
                r.getString("workstation"),
                r.getString("ip"),
                r.getString("agent"),
                at(r, "created_at"),
                at(r, "last_seen"),
                r.getBoolean("is_own"));
    }

    private static Instant at(ResultSet r, String column) throws SQLException {
        return r.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}
