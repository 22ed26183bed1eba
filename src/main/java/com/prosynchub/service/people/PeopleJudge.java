package com.prosynchub.service.people;

import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleRules;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.access.TakenNames;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides about the lines of one list, from the first to the last. For one thread. */
final class PeopleJudge {
    /** A spreadsheet runs what begins so; no name does. A telephone number may begin with the plus sign. */
    private static final String STARTS_A_FORMULA = "=+-@＝＋－＠";

    private static final String NUMBER = "\\+[0-9 ()/.-]+";
    private static final char REPLACEMENT = '\uFFFD';

    private final List<Role> roles;
    private final SignedInUser asking;
    private final TakenNames taken;
    private final Map<String, Long> usernames = new HashMap<>();
    private final Map<String, Long> emails = new HashMap<>();

    PeopleJudge(List<Role> roles, SignedInUser asking, TakenNames taken) {
        this.roles = roles;
        this.asking = asking;
        this.taken = taken;
    }

    ImportLine judge(PeopleFile.Line line) {
        String written = line.cell(PeopleColumn.ROLE);
        Role role = role(written);
        UserAccount account = account(line, role);
        String username = account.username().toLowerCase(Locale.ROOT);
        FieldChecks checks = new FieldChecks()
                .when(line.overfull(), "", "cells")
                .when(written.isEmpty(), PeopleColumn.ROLE.field(), "required")
                .when(!written.isEmpty() && role == null, PeopleColumn.ROLE.field(), "unknownRole")
                .when(role != null && !RoleRules.mayReach(asking, role), PeopleColumn.ROLE.field(), "rank");
        line.cells().forEach((column, cell) -> readable(checks, column, cell));
        twice(checks, PeopleColumn.USERNAME, usernames, username, line.number());
        twice(checks, PeopleColumn.EMAIL, emails, account.email(), line.number());
        boolean there = taken.usernames().contains(username);
        checks.when(!there && taken.emails().contains(account.email()), PeopleColumn.EMAIL.field(), "duplicate");
        List<Violation> broken = new ArrayList<>(checks.violations());
        AccountRules.check(account).stream()
                .filter(rule -> !rule.field().equals(PeopleColumn.ROLE.field()))
                .forEach(broken::add);
        ImportVerdict verdict =
                !broken.isEmpty() ? ImportVerdict.REFUSED : there ? ImportVerdict.THERE : ImportVerdict.FRESH;
        return new ImportLine(line.number(), account, written, verdict, broken);
    }

    private @Nullable Role role(String written) {
        return roles.stream()
                .filter(role -> role.name().equalsIgnoreCase(written))
                .findFirst()
                .orElse(null);
    }

    private static UserAccount account(PeopleFile.Line line, @Nullable Role role) {
        return new UserAccount(
                UUID.randomUUID(),
                line.cell(PeopleColumn.USERNAME),
                line.cell(PeopleColumn.EMAIL),
                line.cell(PeopleColumn.FIRST_NAME),
                line.cell(PeopleColumn.LAST_NAME),
                role == null ? 0 : role.id(),
                absent(line.cell(PeopleColumn.PHONE)),
                absent(line.cell(PeopleColumn.DEPARTMENT)),
                absent(line.cell(PeopleColumn.PICTURE)),
                true,
                null,
                0);
    }

    private static @Nullable String absent(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static void readable(FieldChecks checks, PeopleColumn column, String cell) {
        boolean formula = !cell.isEmpty()
                && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0
                && !(column == PeopleColumn.PHONE && cell.matches(NUMBER));
        checks.when(formula, column.field(), "formula")
                .when(cell.indexOf(REPLACEMENT) >= 0, column.field(), "encoding")
                .when(cell.chars().anyMatch(Character::isISOControl), column.field(), "control");
    }

    private static void twice(
            FieldChecks checks, PeopleColumn column, Map<String, Long> before, String value, long line) {
        Long first = value.isEmpty() ? null : before.putIfAbsent(value, line);
        if (first != null) {
            checks.broken(column.field(), "twice", first);
        }
    }
}
