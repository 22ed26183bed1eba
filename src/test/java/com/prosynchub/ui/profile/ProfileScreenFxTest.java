package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.keys.KeyBindings;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The own profile by keyboard and by mouse alone. */
@ExtendWith(FxToolkitExtension.class)
class ProfileScreenFxTest {
    private @Nullable LiveWindow opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
        KeyBindings.follow(new MemoryPreferences());
    }

    @Test
    void theOwnRecordIsKeptByKeyboard() {
        LiveWindow window = open("record");
        Fx.until(() -> window.find("#profile-phoneNumber") != null);
        Fx.run(() -> Objects.requireNonNull(window.find("#profile-email")).requestFocus());
        window.keys(KeyCode.TAB);
        window.hands.write("0151");
        window.keys(KeyCode.CONTROL, KeyCode.S);
        Fx.until(() -> "0151".equals(stored(window).phoneNumber()));
        window.awaitWords("Your record was saved.");
    }

    @Test
    void keysAreChosenByKeyboardAndHoldAtOnce() {
        LiveWindow window = open("keys");
        TableView<?> table = table(window);
        Fx.run(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        window.keys(KeyCode.ENTER);
        window.awaitWords("Press the new keys for “Search and commands”");
        window.keys(KeyCode.CONTROL, KeyCode.N);
        window.awaitWords("These keys belong to “New entry on this screen” already.");
        window.keys(KeyCode.ENTER);
        window.keys(KeyCode.CONTROL, KeyCode.J);
        Fx.until(() -> window.says("Ctrl+J"));
        window.keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(Fx.call(() -> window.shell().root().isOpen()))
                .as("the old keys do nothing")
                .isFalse();
        window.keys(KeyCode.CONTROL, KeyCode.J);
        Fx.until(() -> window.shell().root().isOpen());
        window.keys(KeyCode.ESCAPE);
    }

    @Test
    void keysAreFreedAndPutBackByMouse() {
        LiveWindow window = open("keys");
        TableView<?> table = table(window);
        click(window, "#keys-table .table-row-cell");
        assertThat(Fx.call(() -> table.getSelectionModel().getSelectedIndex())).isZero();
        click(window, "#keys-free");
        assertThat(Fx.call(() -> ((KeyRow) table.getItems().getFirst()).keys())).isEmpty();
        window.keys(KeyCode.CONTROL, KeyCode.K);
        assertThat(Fx.call(() -> window.shell().root().isOpen())).isFalse();
        click(window, "#keys-reset");
        window.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.until(() -> window.shell().root().isOpen());
        window.keys(KeyCode.ESCAPE);
    }

    @Test
    void thePasswordIsChangedByMouseAndKeyboard() {
        LiveWindow window = open("record");
        Fx.until(() -> window.find("#profile-password-old") != null);
        Fx.run(() ->
                Objects.requireNonNull(window.find("#profile-password-old")).requestFocus());
        window.hands.write("secret");
        window.keys(KeyCode.TAB);
        window.hands.write("milk and steel 9");
        window.keys(KeyCode.TAB);
        window.hands.write("milk and steel 9");
        click(window, "#profile-password");
        window.awaitWords("Your password was changed.");
    }

    @Test
    void notificationsAndThemeAreChosenByMouse() {
        LiveWindow window = open("notices");
        click(window, "#notices-completed");
        assertThat(Fx.call(() -> ((CheckBox) Objects.requireNonNull(window.find("#notices-completed"))).isSelected()))
                .isFalse();
        Fx.run(() -> window.shell().navigator().open("profile", "appearance"));
        click(window, "#theme-dark");
        Fx.until(
                () -> window.find("#theme-dark") instanceof javafx.scene.control.RadioButton dark && dark.isSelected());
    }

    private LiveWindow open(String tab) {
        LiveWindow window = LiveWindow.onAssets("Viewer");
        opened = window;
        Fx.run(() -> window.shell().navigator().open("profile", tab));
        Fx.pulse();
        return window;
    }

    private static TableView<?> table(LiveWindow window) {
        Fx.until(() -> window.find("#keys-table") instanceof TableView<?> table
                && !table.getItems().isEmpty());
        return window.get("#keys-table", TableView.class);
    }

    private static void click(LiveWindow window, String selector) {
        Fx.until(() -> window.find(selector) instanceof Node node && !node.isDisabled());
        Fx.pulse();
        window.hands.clickOn(window.get(selector, Node.class), MouseButton.PRIMARY);
        Fx.pulse();
    }

    private static UserAccount stored(LiveWindow window) {
        return window.site
                .session
                .accounts()
                .find(window.site.session.user().userId())
                .orElseThrow();
    }
}
