package com.prosynchub.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.site.CodeKind;
import com.prosynchub.model.site.Shift;
import com.prosynchub.ui.LiveWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The site's settings by mouse and by keyboard alone, and who has no such screen. */
@ExtendWith(FxToolkitExtension.class)
class SiteSettingsScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void aShiftIsTypedByKeyboard() {
        LiveWindow window = open("Administrator", "calendar");
        Fx.until(() -> window.find("#shifts-add") != null);
        Fx.run(() -> Objects.requireNonNull(window.find("#shifts-add")).requestFocus());
        window.keys(KeyCode.SPACE);
        Fx.until(() ->
                window.find("#shifts-0-0") != null && window.find("#shifts-0-0").isFocused());
        window.hands.write("Night");
        window.keys(KeyCode.TAB);
        window.hands.write("22:00");
        window.keys(KeyCode.TAB);
        window.hands.write("late");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.awaitWords("Line 1: This is no time of day");
        window.keys(KeyCode.CONTROL, KeyCode.A);
        window.hands.write("6:00");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.awaitWords("The site settings were saved.");
        assertThat(window.site.services.siteSettings().read().shifts())
                .containsExactly(new Shift("Night", LocalTime.of(22, 0), LocalTime.of(6, 0)));
    }

    @Test
    void daysAndWordsAreChosenByMouse() {
        LiveWindow window = open("Administrator", "calendar");
        click(window, "#day-6");
        Fx.run(() -> window.shell().navigator().open("settings", "codes"));
        click(window, "#codes-work_order_type-0-remove");
        click(window, "#settings-save");
        Fx.until(() -> window.site.services.siteSettings().read().workingDays().contains(DayOfWeek.SATURDAY));
        assertThat(window.site.services.siteSettings().read().codes(CodeKind.WORK_ORDER_TYPE))
                .containsExactly("Preventive");
    }

    @Test
    void theRulesOfSignInAreChangedByKeyboard() {
        LiveWindow window = open("Administrator", "signin");
        Fx.until(() -> window.find("#idle-minutes") != null
                && !window.stage.getScene().getRoot().lookupAll(".check-box").isEmpty());
        Fx.run(() -> Objects.requireNonNull(window.find("#idle-minutes")).requestFocus());
        window.keys(KeyCode.CONTROL, KeyCode.A);
        window.hands.write("0");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.awaitWords("Must be between 1 and 240.");
        window.keys(KeyCode.CONTROL, KeyCode.A);
        window.hands.write("3");
        window.keys(KeyCode.TAB);
        window.keys(KeyCode.SPACE);
        window.keys(KeyCode.CONTROL, KeyCode.S);
        window.awaitWords("The rules of sign-in were saved.");
        SignInRules rules = window.site.services.signInRules().rules();
        assertThat(rules.idleLockMinutes()).isEqualTo(3);
        assertThat(rules.demandingRoles()).containsExactly(role(window, "Administrator"));
    }

    @Test
    void aRoleIsAskedForASecondFactorByMouse() {
        LiveWindow window = open("Administrator", "signin");
        int manager = role(window, "Manager");
        click(window, "#factor-" + manager);
        click(window, "#settings-save");
        window.awaitWords("The rules of sign-in were saved.");
        assertThat(window.site.services.signInRules().rules().demandingRoles()).containsExactly(manager);
    }

    @Test
    void whoKeepsNoSettingsHasNoSuchScreen() {
        LiveWindow window = open("Manager", "calendar");
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#settings-save") == null && window.find("#day-1") == null))
                .isTrue();
        assertThat(Fx.call(() -> window.find("#rail-settings") == null)).isTrue();
    }

    private LiveWindow open(String role, String tab) {
        LiveWindow window = LiveWindow.onAssets(role);
        opened = window;
        Fx.run(() -> window.shell().navigator().open("settings", tab));
        Fx.pulse();
        return window;
    }

    private static int role(LiveWindow window, String name) {
        return window.site.services.signInRules().secondFactorUse().stream()
                .filter(role -> role.roleName().equals(name))
                .findFirst()
                .orElseThrow()
                .roleId();
    }

    private static void click(LiveWindow window, String selector) {
        Fx.until(() -> window.find(selector) instanceof Node node && !node.isDisabled());
        Fx.pulse();
        window.hands.clickOn(window.get(selector, Node.class));
        Fx.pulse();
    }
}
