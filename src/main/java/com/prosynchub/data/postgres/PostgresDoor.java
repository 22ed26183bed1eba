package com.prosynchub.data.postgres;

import com.prosynchub.data.DoorRepository;
import com.prosynchub.model.access.SecondFactor;
import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.access.UnlockResult;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Calls the door's functions of one session. All threads but the forbidden one. */
final class PostgresDoor implements DoorRepository {
    private static final Set<String> OF_CODES = Set.of("codeWrong", "nothingToConfirm");

    private final Link link;
    private final Runnable enrolled;

    /** @param enrolled told when a second factor was switched on, which may open the session */
    PostgresDoor(Link link, Runnable enrolled) {
        this.link = link;
        this.enrolled = enrolled;
    }

    @Override
    public SecondFactor secondFactor() {
        return ask("select * from auth.second_factor_state()", r -> {
            OffsetDateTime since = r.getObject("since", OffsetDateTime.class);
            return new SecondFactor(
                    r.getBoolean("is_on"),
                    since == null ? null : since.toInstant(),
                    r.getInt("recovery_left"),
                    r.getBoolean("is_demanded"));
        });
    }

    @Override
    public String enrol(String password) {
        return ask("select auth.enrol_second_factor(?)", r -> r.getString(1), password);
    }

    @Override
    public List<String> confirm(String code) {
        List<String> codes = ask("select auth.confirm_second_factor(?)", PostgresDoor::texts, code);
        enrolled.run();
        return codes;
    }

    @Override
    public List<String> renewRecoveryCodes(String code) {
        return ask("select auth.renew_recovery_codes(?)", PostgresDoor::texts, code);
    }

    @Override
    public void removeSecondFactor(String password, String code) {
        ask("select auth.remove_second_factor(?, ?)", r -> true, password, code);
    }

    @Override
    public boolean resetSecondFactor(UUID userId) {
        return ask("select auth.reset_second_factor(?)", r -> r.getBoolean(1), userId);
    }

    @Override
    public SignInRules rules() {
        return ask(
                "select * from auth.sign_in_rules_now()",
                r -> new SignInRules(
                        r.getInt("idle_lock_minutes"),
                        Set.copyOf(Arrays.asList(
                                (Integer[]) r.getArray("demanding_roles").getArray())),
                        r.getInt("row_version")));
    }

    @Override
    public SaveResult<SignInRules> saveRules(SignInRules rules) {
        try {
            ask(
                    "select auth.set_sign_in_rules(?, ?, ?)",
                    r -> true,
                    rules.idleLockMinutes(),
                    rules.demandingRoles().toArray(new Integer[0]),
                    rules.revision());
            return new SaveResult.Saved<>(rules());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Stale) {
                return new SaveResult.Conflict<>(rules, rules());
            }
            throw e;
        }
    }

    @Override
    public List<SecondFactorUse> secondFactorUse() {
        return ask("select * from auth.second_factor_use()", r -> {
            List<SecondFactorUse> roles = new ArrayList<>();
            do {
                roles.add(new SecondFactorUse(
                        r.getInt("role_id"), r.getString("role_name"), r.getInt("people"), r.getInt("without_it")));
            } while (r.next());
            return roles;
        });
    }

    @Override
    public int idleLockMinutes() {
        return ask("select auth.idle_lock_minutes()", r -> r.getInt(1));
    }

    @Override
    public void locked(boolean byIdleness) {
        ask("select auth.lock_window(?)", r -> true, byIdleness);
    }

    @Override
    public UnlockResult unlock(String password) {
        return ask(
                "select * from auth.unlock_window(?)",
                r -> switch (r.getString("status")) {
                    case "OK" -> new UnlockResult.Unlocked();
                    case "THROTTLED" -> new UnlockResult.Throttled(Duration.ofSeconds(r.getInt("retry_after_seconds")));
                    default -> new UnlockResult.Refused();
                },
                password);
    }

    @Override
    public void handOver(UUID nextUser) {
        ask("select auth.hand_over(?)", r -> true, nextUser);
    }

    private static List<String> texts(ResultSet r) throws SQLException {
        Array array = r.getArray(1);
        return List.of((String[]) array.getArray());
    }

    /** What a function answers, read from its first row on, in a transaction of its own. */
    private <T> T ask(String sql, Row<T> row, Object... arguments) {
        try {
            return link.write(unit -> {
                try (PreparedStatement s = unit.connection().prepareStatement(sql)) {
                    for (int i = 0; i < arguments.length; i++) {
                        s.setObject(i + 1, arguments[i]);
                    }
                    try (ResultSet r = s.executeQuery()) {
                        r.next();
                        return row.read(r);
                    }
                } catch (SQLException e) {
                    throw SqlFailures.translate(e);
                }
            });
        } catch (FailureException e) {
            throw namingTheField(e);
        }
    }

    /** The database speaks of "the password" whatever was typed. */
    private static FailureException namingTheField(FailureException e) {
        if (e.failure() instanceof Failure.Invalid(List<Failure.Violation> violations)) {
            return new FailureException(
                    new Failure.Invalid(violations.stream()
                            .map(v -> OF_CODES.contains(v.rule())
                                    ? new Failure.Violation("code", v.rule(), v.arguments())
                                    : v)
                            .toList()),
                    e);
        }
        return e;
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
