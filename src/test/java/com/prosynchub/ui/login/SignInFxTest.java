package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.LiveWindow;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class SignInFxTest implements SessionListener {
    private final LiveWindow window = new LiveWindow("Manager");
    private final AtomicReference<@Nullable SessionServices> opened = new AtomicReference<>();
    private @Nullable SignInView door;
    private final FakeRelationalGate gate = new FakeRelationalGate(window.site.plant);

    @AfterEach
    void close() {
        Fx.run(() -> {
            if (door != null) {
                door.onHidden();
            }
        });
        window.close();
    }

    @Test
    void theKeyboardAloneOpensTheShell() {
        window.site.plant.user("ida", "Manager");
        open(new SignInService(gate, this, "test"), List.of());
        assertThat(focused()).as("typing begins at the name").isEqualTo("username");
        window.hands.write("ida");
        window.keys(KeyCode.TAB);
        while (!"password".equals(focused())) {
            window.keys(KeyCode.TAB);
        }
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> window.find("#rail-assets") != null);
        assertThat(Fx.call(() -> window.find("#rail-home"))).isNotNull();
        window.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.until(() -> window.find("#asset-tree") != null);
    }

    @Test
    void aRefusalPutsTheFocusBackIntoTheEmptiedPassword() {
        window.site.plant.user("ida", "Manager");
        open(new SignInService(gate, this, "test"), List.of());
        type("ida", "wrong");
        window.keys(KeyCode.ENTER);
        window.awaitWords(com.prosynchub.ui.kit.text.Messages.of("login").text("signin.refused"));
        assertThat(focused()).isEqualTo("password");
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> opened.get() != null);
    }

    @Test
    void enterBelongsToTheFormThatIsShown() {
        window.site.plant.user("ida", "Manager");
        open(Door.demandingNewPasswords(window.site.plant, this), List.of());
        type("ida", "secret");
        window.keys(KeyCode.ENTER);
        window.awaitWords("Choose a new password");
        Fx.run(() -> named("Back to sign-in").fire());
        window.awaitWords("Sign in");
        type("ida", "secret");
        window.keys(KeyCode.ENTER);
        window.awaitWords("Choose a new password");
        window.hands.write("secret");
        window.keys(KeyCode.TAB);
        window.hands.write("a-longer-secret");
        window.keys(KeyCode.TAB);
        window.hands.write("a-longer-secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> opened.get() != null);
    }

    @Test
    void demoAccountsAreOfferedByTheDemoOnly() {
        open(new SignInService(gate, this, "test"), List.of(new DemoAccount("ida", "secret", "Operator")));
        Fx.run(() -> {
            window.get("#demo-ida", Button.class).fire();
            assertThat(window.get("#username", TextField.class).getText()).isEqualTo("ida");
        });
        open(new SignInService(gate, this, "test"), List.of());
        assertThat(Fx.<Boolean>call(() -> window.says("Demo accounts"))).isFalse();
    }

    private void open(SignInService service, List<DemoAccount> demo) {
        Fx.run(() -> {
            if (door != null) {
                door.onHidden();
            }
            SignInView made = new LoginFeature(service, window.site.health(), window.tasks, window.formats)
                    .signIn(new SignInOptions("Nordholm dairy", "0.1.0", demo), user -> {
                        SessionServices services = opened.get();
                        if (services != null) {
                            window.openShell(services);
                        }
                    });
            door = made;
            window.show(made.root());
            made.onShown();
        });
        Fx.pulse();
        Fx.until(() -> "username".equals(idOf(window.stage.getScene().getFocusOwner())));
    }

    private void type(String name, String password) {
        Fx.run(() -> {
            window.get("#username", TextField.class).setText(name);
            window.get("#password", TextField.class).setText(password);
            window.get("#password", TextField.class).requestFocus();
        });
    }

    private Button named(String text) {
        return window.stage.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String focused() {
        return Fx.call(() -> String.valueOf(idOf(window.stage.getScene().getFocusOwner())));
    }

    private static @Nullable String idOf(@Nullable Node node) {
        return node == null ? null : node.getId();
    }

    @Override
    public void opened(RelationalSession session) {
        opened.set(SessionServices.open(session, window.site.documents, window.site.clock));
    }

    @Override
    public void closing(RelationalSession session) {}
}
