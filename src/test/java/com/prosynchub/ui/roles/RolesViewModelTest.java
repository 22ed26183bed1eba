package com.prosynchub.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolesViewModelTest {
    private static final Permission ASSETS = Permission.of(Resource.ASSET, Action.READ);
    private static final Permission ACKNOWLEDGE = Permission.of(Resource.ALARM, Action.ACKNOWLEDGE);
    private static final Permission ORDERS = Permission.of(Resource.WORK_ORDER, Action.READ);

    private final UiSite site = UiSite.ofAdministrator();
    private final RolesViewModel model = new RolesViewModel(
            site.services.roles(),
            new DirectTaskRunner(),
            site.notices,
            site.services.gate()::user,
            () -> Map.of("Assets", ASSETS, "Home", ASSETS, "Users", Permission.of(Resource.USER, Action.READ)));

    @BeforeEach
    void load() {
        site.plant.user("ann", "Operator");
        site.plant.user("bob", "Operator");
        model.load();
    }

    private Role role(String name) {
        return model.lines().stream()
                .map(RoleLine::role)
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theEffectCountsScreensActionsAndPeople() {
        model.form().choose(role("Operator"));
        assertThat(model.effectProperty().get().isNothing()).isTrue();
        model.toggle(ASSETS);
        model.toggle(ACKNOWLEDGE);
        model.toggle(ORDERS);
        RoleEffect effect = model.effectProperty().get();
        assertThat(effect.lostScreens()).containsExactlyInAnyOrder("Assets", "Home");
        assertThat(effect.lostActions()).isEqualTo(2);
        assertThat(effect.people()).isEqualTo(2);
        assertThat(effect.sentence(Messages.of("roles")))
                .isEqualTo("Loses 2 screens and 2 actions. 2 people hold this role.");
        model.toggle(Permission.of(Resource.USER, Action.READ));
        assertThat(model.effectProperty().get().gainedScreens()).containsExactly("Users");
        model.form().discard();
        assertThat(model.effectProperty().get().isNothing()).isTrue();
    }

    @Test
    void savesAsAWholeAndAsksWhenGrantsChangedMeanwhile() {
        model.form().choose(role("Operator"));
        model.toggle(ACKNOWLEDGE);
        assertThat(model.form().isDirty()).isTrue();
        Set<Permission> theirs = new HashSet<>(role("Operator").permissions());
        theirs.remove(ORDERS);
        site.plant.role("Operator", theirs);
        model.form().save();
        assertThat(model.form().conflict().property().get()).isNotNull();
        model.form().conflict().keepMine();
        assertThat(role("Operator").permissions()).contains(ORDERS).doesNotContain(ACKNOWLEDGE);
        assertThat(model.form().isDirty()).isFalse();
    }

    @Test
    void theOwnRoleStaysAsItIs() {
        model.form().choose(role("Administrator"));
        assertThat(model.isOwn(role("Administrator"))).isTrue();
        assertThat(model.mayToggle(ASSETS)).isFalse();
        model.toggle(ASSETS);
        assertThat(model.form().isDirty()).isFalse();
        model.held.set(Set.of());
        model.form().save();
        assertThat(site.notices.failures).hasSize(1).first().isInstanceOf(Failure.Denied.class);
        assertThat(role("Administrator").permissions()).contains(ASSETS);
    }

    @Test
    void copiesComparesMergesAndDeletes() {
        model.copy(role("Operator"));
        assertThat(model.name.get()).isEqualTo("Copy of Operator");
        model.compared.set(role("Operator"));
        assertThat(model.difference(ACKNOWLEDGE)).isZero();
        model.toggle(ACKNOWLEDGE);
        assertThat(model.difference(ACKNOWLEDGE)).isEqualTo(-1);
        model.form().save();
        Role copy = role("Copy of Operator");
        assertThat(copy.permissions()).contains(ASSETS).doesNotContain(ACKNOWLEDGE);
        model.delete(role("Operator"), "");
        assertThat(site.notices.last()).contains("People hold Operator");
        assertThat(model.mergeEffect(role("Operator"), copy).lostActions()).isEqualTo(1);
        model.merge(role("Operator"), copy, "one desk");
        assertThat(model.people(copy.id())).isEqualTo(2);
        assertThat(model.lines()).extracting(line -> line.role().name()).doesNotContain("Operator");
        site.plant.role("Unused", Set.of());
        model.load();
        model.delete(role("Unused"), "nobody has it");
        assertThat(model.lines()).extracting(line -> line.role().name()).doesNotContain("Unused");
        assertThat(site.plant.reasons).containsExactly("one desk", "nobody has it");
    }

    @Test
    void aNameTakenOrMissingIsSaidAtItsField() {
        model.begin();
        model.form().save();
        assertThat(model.form().invalidProperty().get()).isNotNull();
        model.name.set("Operator");
        model.form().save();
        assertThat(model.form().invalidProperty().get().violations())
                .extracting(v -> v.field() + " " + v.rule())
                .containsExactly("name duplicate");
        model.name.set("Guards");
        model.form().save();
        assertThat(role("Guards").permissions()).isEmpty();
    }

    @Test
    void lookingMakesTheGateRefuseWhatChangesSomething() {
        model.viewAs(role("Manager"));
        site.session.follow();
        assertThat(site.services.gate().isViewing()).isTrue();
        assertThat(site.services.gate().may(Resource.ASSET, Action.UPDATE)).isTrue();
        model.begin();
        model.name.set("Guards");
        model.form().save();
        assertThat(site.notices.failures).hasSize(1).first().isInstanceOf(Failure.Denied.class);
        site.services.roles().stopViewing();
        site.session.follow();
        assertThat(site.services.gate().user().roleName()).isEqualTo("Administrator");
    }
}
