package com.prosynchub.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInRulesViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final SignInRulesViewModel model =
            new SignInRulesViewModel(site.services.signInRules(), tasks, site.notices);

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void minutesAndRolesAreSaved() {
        assertThat(model.form().isDirty()).isFalse();
        assertThat(model.minutesProperty().get()).isEqualTo("10");
        int manager = role("Manager").roleId();
        model.minutesProperty().set(" 25 ");
        model.demanded(manager).set(true);
        assertThat(model.form().isDirty()).isTrue();
        model.form().save();
        assertThat(site.services.signInRules().rules()).isEqualTo(new SignInRules(25, Set.of(manager), 1));
        assertThat(model.form().isDirty()).isFalse();
        model.demanded(manager).set(false);
        model.form().save();
        assertThat(site.services.signInRules().rules().demandingRoles()).isEmpty();
    }

    @Test
    void whatIsWrongNamesItsField() {
        for (String wrong : new String[] {"0", "241", "soon", "", "-5", "99999999999"}) {
            model.minutesProperty().set(wrong);
            model.form().save();
            assertThat(SignInRulesViewModel.problems(
                            model.form().invalidProperty().get(), "idleLockMinutes"))
                    .as(wrong)
                    .isNotEmpty();
        }
        assertThat(SignInRulesViewModel.problems(model.form().invalidProperty().get(), "demandingRoles"))
                .isEmpty();
        assertThat(site.services.signInRules().rules()).isEqualTo(new SignInRules(10, Set.of(), 0));
    }

    @Test
    void aRoleTellsWhomADemandMeets() {
        assertThat(model.people(new SecondFactorUse(1, "Viewer", 0, 0))).isEqualTo("nobody");
        assertThat(model.people(new SecondFactorUse(1, "Viewer", 1, 0))).isEqualTo("1 person");
        assertThat(model.people(new SecondFactorUse(1, "Viewer", 1, 1)))
                .isEqualTo("1 person, 1 without a second factor yet");
        assertThat(model.people(new SecondFactorUse(1, "Viewer", 1200, 17)))
                .isEqualTo("1,200 people, 17 without a second factor yet");
        int before = role("Operator").people();
        site.plant.secondFactor(site.plant.user("olga", "Operator").id());
        site.plant.user("otto", "Operator");
        model.load();
        assertThat(role("Operator").people()).isEqualTo(before + 2);
        assertThat(role("Operator").withoutIt()).isEqualTo(role("Operator").people() - 1);
    }

    @Test
    void anotherAdministratorsSaveIsAskedAboutAndWhatIsTypedStays() {
        model.minutesProperty().set("5");
        site.services
                .signInRules()
                .save(new SignInRules(30, Set.of(role("Viewer").roleId()), 0));
        model.load();
        assertThat(model.minutesProperty().get()).isEqualTo("5");
        model.form().save();
        assertThat(model.form().conflict().property().get()).isNotNull().satisfies(conflict -> assertThat(
                        conflict.differences())
                .extracting(d -> d.field() + ": " + d.mine() + " / " + d.theirs())
                .containsExactly("idleLockMinutes: 5 / 30", "demandingRoles:  / Viewer"));
    }

    @Test
    void oneOfSeveralFormsIsSavedAloneAndAllAreDiscarded() {
        SiteSettingsViewModel settings = new SiteSettingsViewModel(site.services.siteSettings(), tasks, site.notices);
        settings.load();
        AllForms forms = new AllForms(settings.form(), model.form());
        assertThat(forms.dirty().get()).isFalse();
        model.minutesProperty().set("7");
        assertThat(forms.dirty().get()).isTrue();
        forms.discard();
        assertThat(model.minutesProperty().get()).isEqualTo("10");
        model.minutesProperty().set("7");
        settings.draft.shifts().add(settings.draft.line("Early", "soon", "14:00"));
        boolean[] well = {true};
        forms.save(saved -> well[0] = saved);
        assertThat(well[0]).as("the shift is wrong").isFalse();
        assertThat(site.services.signInRules().rules().idleLockMinutes())
                .as("and the rules are saved all the same")
                .isEqualTo(7);
        assertThat(settings.form().isDirty()).isTrue();
        assertThat(site.services.siteSettings().read().revision()).isZero();
    }

    private SecondFactorUse role(String name) {
        return model.rolesProperty().get().stream()
                .filter(role -> role.roleName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
