package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.text.Messages;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Locking, unlocking and handing the window over, by keyboard alone and by mouse. */
@ExtendWith(FxToolkitExtension.class)
class LockFxTest implements SessionListener {
    private static final String COMPRESSOR = "Ammonia compressor C-401";

    private final Messages messages = Messages.of("shell");
    private final LiveWindow window = new LiveWindow("Manager");
    private final SignInService service = new SignInService(new FakeRelationalGate(window.site.plant), this, "test");
    private volatile @Nullable SessionServices services;

    @BeforeEach
    void idaIsAtWork() {
        window.site.plant.user("ida", "Manager");
        window.site.plant.user("vic", "Viewer");
        service.signIn("ida", "secret");
        window.door(new ShellDoor(service, next -> {
            window.shell().close();
            window.openShell(Objects.requireNonNull(services));
        }));
        Fx.run(() -> window.openShell(Objects.requireNonNull(services)));
        Fx.pulse();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aLockedWindowShowsNothingAndTakesNoKeyButThePassword() {
        window.keys(KeyCode.CONTROL, KeyCode.L);
        assertThat(seen("#rail-home")).isFalse();
        assertThat(seen("#home")).isFalse();
        assertThat(seen("#lock-password")).isTrue();
        assertThat(focused()).isEqualTo("lock-password");
        window.keys(KeyCode.CONTROL, KeyCode.K);
        window.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(Fx.call(() -> window.find(".psh-palette") == null && window.find("#asset-tree") == null))
                .isTrue();
        for (int i = 0; i < 6; i++) {
            window.keys(KeyCode.TAB);
            assertThat(focused()).as("Tab stays inside").startsWith("lock-");
        }
        Fx.run(() -> Objects.requireNonNull(window.find("#lock-password")).requestFocus());
        window.hands.write("wrong");
        window.keys(KeyCode.ENTER);
        window.awaitWords(messages.text("lock.refused"));
        assertThat(focused()).isEqualTo("lock-password");
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#lock") == null);
        assertThat(seen("#rail-home")).isTrue();
        window.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.until(() -> window.find("#asset-tree") != null);
    }

    @Test
    void whatWasTypedIsThereAgainAndADialogToo() {
        edit("Made up Ltd");
        window.keys(KeyCode.CONTROL, KeyCode.L);
        assertThat(seen("#field-manufacturer")).isFalse();
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#lock") == null);
        assertThat(manufacturer()).isEqualTo("Made up Ltd");
        assertThat(focused()).isEqualTo("field-manufacturer");
        window.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.until(() -> window.find(".psh-palette") != null);
        window.keys(KeyCode.CONTROL, KeyCode.L);
        assertThat(seen(".psh-palette")).isFalse();
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#lock") == null);
        assertThat(seen(".psh-palette")).isTrue();
    }

    @Test
    void trendsStayAndAreNotTouched() {
        Fx.run(() -> window.shell().navigator().open("trends"));
        Fx.until(() -> window.find("#add-chart") != null);
        int charts = charts();
        window.keys(KeyCode.CONTROL, KeyCode.L);
        assertThat(seen(".psh-trend-panel")).isTrue();
        assertThat(seen("#rail-home")).isFalse();
        window.hands.clickOn(window.get("#add-chart", Node.class));
        Fx.pulse();
        assertThat(charts()).as("the mouse does nothing").isEqualTo(charts);
        assertThat(focused()).isEqualTo("lock-password");
    }

    @Test
    void anotherPersonTakesOverByMouseAndTheFirstFindsTheDraft() {
        edit("Half a thought");
        MenuButton menu = window.get("#person-menu", MenuButton.class);
        Fx.run(() -> menu.getItems().stream()
                .filter(item -> "shell-lock".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.pulse();
        click("#lock-other");
        click("#lock-username");
        window.hands.write("vic");
        click("#lock-password");
        window.hands.write("secret");
        click("#lock-submit");
        Fx.until(() -> window.find("#lock") == null && window.find("#rail-home") != null);
        assertThat(Fx.call(() -> window.find("#rail-imports") == null))
                .as("a viewer imports nothing")
                .isTrue();
        assertThat(service.user())
                .hasValueSatisfying(user -> assertThat(user.username()).isEqualTo("vic"));
        assertThat(window.site.plant.doorEvents()).containsExactly("locked", "handed over");
        open();
        assertThat(Fx.call(() -> window.find("#asset-edit") == null))
                .as("nor edits it")
                .isTrue();
        Fx.run(() -> window.shell().root().fireEvent(controlL()));
        click("#lock-other");
        Fx.run(() -> Objects.requireNonNull(window.find("#lock-username")).requestFocus());
        window.hands.write("ida");
        window.keys(KeyCode.ENTER);
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#lock") == null && window.find("#rail-imports") != null);
        form();
        assertThat(manufacturer()).isEqualTo("Half a thought");
    }

    private static javafx.scene.input.KeyEvent controlL() {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.L, false, true, false, false);
    }

    private void open() {
        Fx.run(() -> window.shell()
                .navigator()
                .open("assets", window.site.id(COMPRESSOR).toString()));
        window.awaitWords(COMPRESSOR);
        Fx.pulse();
    }

    private void edit(String manufacturer) {
        form();
        Fx.run(() -> {
            TextInputControl field = window.get("#field-manufacturer", TextInputControl.class);
            field.requestFocus();
            field.setText(manufacturer);
        });
    }

    private void form() {
        open();
        Fx.until(() -> window.find("#asset-edit") != null);
        Fx.run(() ->
                window.get("#asset-edit", javafx.scene.control.Button.class).fire());
        Fx.until(() -> window.find("#field-manufacturer") != null);
    }

    private String manufacturer() {
        return Fx.call(
                () -> window.get("#field-manufacturer", TextInputControl.class).getText());
    }

    private int charts() {
        return Fx.call(() ->
                window.stage.getScene().getRoot().lookupAll(".psh-trend-panel").size());
    }

    private void click(String selector) {
        window.hands.clickOn(window.get(selector, Node.class));
        Fx.pulse();
    }

    private String focused() {
        return Fx.call(() -> {
            Node owner = window.stage.getScene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    /** Whether the node is there and neither it nor what it stands in is hidden. */
    private boolean seen(String selector) {
        return Fx.call(() -> {
            Node node = window.find(selector);
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible() || at.getOpacity() == 0) {
                    return false;
                }
            }
            return node != null;
        });
    }

    @Override
    public void opened(RelationalSession session) {
        services = SessionServices.open(session, window.site.documents, window.site.clock);
    }

    @Override
    public void closing(RelationalSession session) {}
}
