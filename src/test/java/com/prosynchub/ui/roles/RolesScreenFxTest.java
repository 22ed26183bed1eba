package com.prosynchub.ui.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.ui.LiveWindow;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roles screen in a window: edited by mouse, edited by keyboard alone, merged, and looked through. */
@ExtendWith(FxToolkitExtension.class)
class RolesScreenFxTest {
    private static final Permission ACKNOWLEDGE = Permission.of(Resource.ALARM, Action.ACKNOWLEDGE);
    private static final String BOX = "#permission-alarm-acknowledge";

    private LiveWindow window = new LiveWindow("Administrator");

    @AfterEach
    void close() {
        window.close();
    }

    private void open() {
        Fx.run(() -> window.openShell(window.site.services).navigator().open("roles"));
        Fx.until(() -> window.find("#role-list") instanceof ListView<?> list
                && list.getItems().size() == 5
                && window.find(BOX) != null);
        Fx.pulse();
    }

    private Optional<Role> stored(String name) {
        return window.site.session.roles().lines().stream()
                .map(RoleLine::role)
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private void choose(String name) {
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) node("#role-list");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (((RoleLine) list.getItems().get(i)).role().name().equals(name)) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        });
        Fx.until(() -> window.find("#role-name") instanceof TextField field && name.equals(field.getText()));
        Fx.pulse();
    }

    private Node node(String selector) {
        return Objects.requireNonNull(window.find(selector), selector);
    }

    private void press(String selector) {
        Fx.until(() -> window.find(selector) instanceof Button button && !button.isDisabled());
        Fx.run(() -> ((Button) node(selector)).fire());
    }

    @Test
    void byMouseAPermissionIsTakenAfterAPreview() {
        open();
        choose("Operator");
        window.hands.moveTo(BOX);
        window.awaitWords("alarm:acknowledge");
        window.hands.clickOn(MouseButton.PRIMARY);
        window.awaitWords("Loses no screen and 1 action.");
        window.hands.clickOn("#role-save");
        Fx.until(() -> window.find("#role-preview") != null);
        assertThat(stored("Operator").orElseThrow().permissions()).contains(ACKNOWLEDGE);
        window.hands.clickOn("#reason").write("as agreed");
        window.hands.clickOn("#role-preview .button.accent");
        Fx.until(() -> !stored("Operator").orElseThrow().permissions().contains(ACKNOWLEDGE));
        assertThat(window.site.plant.reasons).containsExactly("as agreed");
        window.awaitWords("Operator was saved.");
    }

    @Test
    void byKeysAloneARoleIsMadeAndEdited() {
        open();
        window.keys(KeyCode.CONTROL, KeyCode.N);
        Fx.until(() -> window.find("#role-name") instanceof TextField field && field.isFocused());
        window.hands.write("Guards");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> stored("Guards").isPresent());
        Fx.until(() -> window.find("#role-preview") == null);
        // Tab by tab into the matrix, then by arrows.
        for (int i = 0; i < 12 && !(focused() instanceof CheckBox); i++) {
            window.keys(KeyCode.TAB);
        }
        assertThat(focused()).isInstanceOf(CheckBox.class);
        assertThat(Fx.call(() -> focused().getId())).isEqualTo("permission-asset-read");
        window.keys(KeyCode.SPACE);
        window.keys(KeyCode.RIGHT);
        window.keys(KeyCode.DOWN);
        assertThat(Fx.call(() -> focused().getId())).isEqualTo("permission-asset_type-create");
        window.awaitWords("asset_type:create");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> window.find("#role-preview") != null);
        window.keys(KeyCode.ENTER);
        Fx.until(() ->
                stored("Guards").orElseThrow().permissions().contains(Permission.of(Resource.ASSET, Action.READ)));
    }

    private Node focused() {
        return Fx.call(() -> window.stage.getScene().getFocusOwner());
    }

    @Test
    void theOwnRoleIsLockedAndSaysSo() {
        open();
        choose("Administrator");
        window.awaitWords("This is your own role");
        window.hands.clickOn("#permission-asset-read");
        assertThat(Fx.call(() -> node("#role-save").isDisabled())).isTrue();
        assertThat(Fx.call(() -> node("#role-merge-open").isDisabled())).isTrue();
        assertThat(Fx.call(() -> node("#role-view").isDisabled())).isTrue();
    }

    @Test
    void copiedComparedMerged() {
        open();
        choose("Viewer");
        press("#role-copy");
        Fx.until(() -> "Copy of Viewer".equals(((TextField) node("#role-name")).getText()));
        press("#role-save");
        Fx.until(() -> stored("Copy of Viewer").isPresent());
        choose("Copy of Viewer");
        Fx.run(() -> ((ComboBox<?>) node("#role-compare")).getSelectionModel().selectLast());
        window.awaitWords("Both hold the same permissions.");
        Fx.run(() -> ((CheckBox) node("#permission-asset-update")).fire());
        window.awaitWords("only here: 1");
        press("#role-save");
        press("#role-preview .button.accent");
        Fx.until(() -> window.find("#role-preview") == null
                && stored("Copy of Viewer")
                        .orElseThrow()
                        .permissions()
                        .contains(Permission.of(Resource.ASSET, Action.UPDATE)));
        press("#role-merge-open");
        Fx.until(() -> window.find("#role-merge-into") != null);
        Fx.run(() ->
                ((ComboBox<?>) node("#role-merge-into")).getSelectionModel().selectLast());
        window.awaitWords("Loses no screen and 1 action.");
        press("#role-merge .button.danger");
        Fx.until(() -> stored("Copy of Viewer").isEmpty());
    }

    @Test
    void lookingShowsTheRolesWindowUnderABandUntilItIsStopped() {
        open();
        choose("Operator");
        press("#role-view");
        window.awaitWords("See the window as Operator would?");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> {
            window.site.session.follow();
            return window.site.session.isViewing();
        });
        Fx.run(window.shell()::followRights);
        window.awaitWords("You see the window as Operator would. Nothing can be changed.");
        assertThat(Fx.call(() -> window.find("#rail-users") == null && window.find("#role-matrix") == null))
                .isTrue();
        assertThat(Fx.call(() -> window.says("no longer includes"))).isFalse();
        press("#look-band .button");
        Fx.until(() -> {
            window.site.session.follow();
            return !window.site.session.isViewing();
        });
        Fx.run(window.shell()::followRights);
        Fx.until(() -> window.find("#rail-users") != null && window.find("#look-band") == null);
    }

    @Test
    void whoManagesNoRolesHasNoSuchScreen() {
        window.close();
        window = new LiveWindow("Manager");
        Fx.run(() -> window.openShell(window.site.services).navigator().open("roles"));
        Fx.pulse();
        assertThat(Fx.call(() -> window.find("#role-list") == null && window.find("#rail-roles") == null))
                .isTrue();
    }
}
