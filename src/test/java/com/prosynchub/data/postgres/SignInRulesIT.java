package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of sign-in there and back, what an open client hears of them, and that a demand shuts nobody out. */
class SignInRulesIT {
    private static final TestSite SITE = TestSite.fresh();
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void theyComeBackAsTheyWereSavedAnOldVersionIsNoticedAndOpenClientsHear() {
        try (RelationalSession administrator = SITE.session("Administrator");
                RelationalSession viewer = SITE.session("Viewer")) {
            assertThat(Eventually.within(LONG, () -> viewer.changes().connected()))
                    .isTrue();
            AtomicInteger told = new AtomicInteger();
            viewer.changes().subscribe(Set.of("sign_in_rules"), change -> told.incrementAndGet());
            SignInRules fresh = administrator.door().rules();
            List<SecondFactorUse> use = administrator.door().secondFactorUse();
            Set<Integer> all = new HashSet<>();
            use.forEach(role -> all.add(role.roleId()));
            assertThat(use).extracting(SecondFactorUse::roleName).contains("Administrator", "Viewer");
            assertThat(use.stream().filter(role -> role.roleName().equals("Viewer")))
                    .allSatisfy(role -> assertThat(role.people()).isEqualTo(1))
                    .allSatisfy(role -> assertThat(role.withoutIt()).isEqualTo(1));

            SignInRules mine = new SignInRules(45, all, fresh.revision());
            assertThat(administrator.door().saveRules(mine))
                    .isEqualTo(new SaveResult.Saved<>(new SignInRules(45, all, fresh.revision() + 1)));
            assertThat(viewer.door().idleLockMinutes()).isEqualTo(45);
            assertThat(Eventually.within(LONG, () -> told.get() > 0)).isTrue();
            assertThat(administrator.door().saveRules(mine)).isInstanceOf(SaveResult.Conflict.class);
            assertThatThrownBy(() -> viewer.door().saveRules(mine)).isInstanceOf(FailureException.class);
            assertThatThrownBy(() -> viewer.door().rules()).isInstanceOf(FailureException.class);
            assertThatThrownBy(() -> viewer.door().secondFactorUse()).isInstanceOf(FailureException.class);

            Attempt attempt = SITE.gate().signIn(TestSite.ADMINISTRATOR, TestSite.PASSWORD, "tests");
            assertThat(attempt)
                    .as("the first administrator is led through the set-up")
                    .isInstanceOf(Attempt.Accepted.class);
            if (attempt instanceof Attempt.Accepted(RelationalSession let)) {
                try (let) {
                    assertThat(let.door().secondFactor().demanded()).isTrue();
                    assertThat(let.door().enrol(TestSite.PASSWORD)).hasSize(32);
                }
            }
            SignInRules none = new SignInRules(10, Set.of(), fresh.revision() + 1);
            assertThat(administrator.door().saveRules(none)).isInstanceOf(SaveResult.Saved.class);
            assertThat(administrator.door().rules().demandingRoles()).isEmpty();
        }
    }

    @Test
    void theFieldIsNamedAndNobodySpeaksForThoseAboveHim() {
        SITE.execute("INSERT INTO app.roles (name) VALUES ('Keeper');"
                + " INSERT INTO app.role_permissions (role_id, permission_id) SELECT r.role_id, p.permission_id"
                + " FROM app.roles r, app.permissions p WHERE r.name = 'Keeper' AND p.name IN ('settings:read',"
                + " 'settings:update')");
        try (RelationalSession keeper = SITE.session("Keeper")) {
            SignInRules rules = keeper.door().rules();
            assertThatThrownBy(() -> keeper.door().saveRules(new SignInRules(0, Set.of(), rules.revision())))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("idleLockMinutes");
            int administrator = keeper.door().secondFactorUse().stream()
                    .filter(role -> role.roleName().equals("Administrator"))
                    .findFirst()
                    .orElseThrow()
                    .roleId();
            assertThatThrownBy(
                            () -> keeper.door().saveRules(new SignInRules(10, Set.of(administrator), rules.revision())))
                    .isInstanceOf(FailureException.class);
            assertThat(keeper.door().saveRules(new SignInRules(11, Set.of(), rules.revision())))
                    .isInstanceOf(SaveResult.Saved.class);
        }
    }
}
