package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.fake.FakeDoorRepository;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.kit.text.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Switching the second factor on, signing in with it, and being made to have one: by keyboard alone. */
@ExtendWith(FxToolkitExtension.class)
class TwoFactorFxTest implements SessionListener {
    private final Messages messages = Messages.of("login");
    private final LiveWindow window = new LiveWindow("Manager");
    private final AtomicReference<@Nullable SessionServices> opened = new AtomicReference<>();
    private final UserAccount ida = window.site.plant.user("ida", "Manager");
    private final SignInService service = new SignInService(new FakeRelationalGate(window.site.plant), this, "test");
    private @Nullable SignInView door;

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
    void thePaletteLeadsToItAndThePictureHoldsTheKey() throws ReaderException {
        service.signIn("ida", "secret");
        Fx.run(() -> window.openShell(opened.get()));
        window.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.until(() -> window.find(".psh-palette") != null);
        window.hands.write("two-factor");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "two-factor-begin-password".equals(focused()));
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "two-factor-confirm-code".equals(focused()));
        assertThat(picture())
                .startsWith("otpauth://totp/ProSyncHub:ida?secret=" + FakeDoorRepository.SECRET + "&issuer=ProSyncHub");
        window.hands.write("999999");
        window.keys(KeyCode.ENTER);
        window.awaitWords("This code is not right, or was used already.");
        Fx.run(() -> window.get("#two-factor-confirm-code", javafx.scene.control.TextField.class)
                .clear());
        window.hands.write(FakeDoorRepository.CODE);
        window.keys(KeyCode.ENTER);
        window.awaitWords(FakeDoorRepository.RECOVERY.getFirst());
        assertThat(Fx.<String>call(this::focused)).isEqualTo("two-factor-kept");
        window.keys(KeyCode.SPACE);
        window.awaitWords("Recovery codes left: 3");
        window.keys(KeyCode.ESCAPE);
        Fx.until(() -> window.find("#two-factor") == null);
    }

    @Test
    void theDoorAsksForTheCode() {
        window.site.plant.secondFactor(ida.id());
        openDoor();
        signIn();
        Fx.until(() -> "signin-code".equals(focused()));
        window.hands.write("000000");
        window.keys(KeyCode.ENTER);
        window.awaitWords(messages.text("signin.code.refused"));
        assertThat(opened.get()).isNull();
        window.hands.write(FakeDoorRepository.CODE);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> opened.get() != null && window.find("#rail-home") != null);
    }

    @Test
    void aRoleThatDemandsItIsLetInAfterEnrolling() {
        window.site.plant.demandSecondFactor("Manager");
        openDoor();
        signIn();
        Fx.until(() -> "two-factor-begin-password".equals(focused()));
        assertThat(Fx.<Boolean>call(() -> window.says(messages.text("twofactor.demanded"))))
                .isTrue();
        assertThat(opened.get()).as("nothing is open yet").isNull();
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "two-factor-confirm-code".equals(focused()));
        window.hands.write(FakeDoorRepository.CODE);
        window.keys(KeyCode.ENTER);
        Fx.until(() -> "two-factor-kept".equals(focused()));
        window.keys(KeyCode.SPACE);
        Fx.until(() -> opened.get() != null && window.find("#rail-home") != null);
    }

    /** What a telephone reads from the picture. */
    private String picture() throws ReaderException {
        int[][] size = new int[1][];
        int[] pixels = Fx.call(() -> {
            Node code = window.get("#two-factor-picture", javafx.scene.layout.StackPane.class)
                    .getChildren()
                    .getFirst();
            WritableImage image = code.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            size[0] = new int[] {width, height};
            int[] read = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), read, 0, width);
            return read;
        });
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size[0][0], size[0][1], pixels))))
                .getText();
    }

    private void signIn() {
        window.hands.write("ida");
        while (!"password".equals(Fx.<String>call(this::focused))) {
            window.keys(KeyCode.TAB);
        }
        window.hands.write("secret");
        window.keys(KeyCode.ENTER);
    }

    private void openDoor() {
        Fx.run(() -> {
            SignInView made = new LoginFeature(service, window.site.health(), window.tasks, window.formats)
                    .signIn(new SignInOptions("Nordholm dairy", "0.1.0", List.of()), user -> {
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
        Fx.until(() -> "username".equals(focused()));
    }

    private String focused() {
        Node owner = window.stage.getScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    @Override
    public void opened(RelationalSession session) {
        opened.set(SessionServices.open(session, window.site.documents, window.site.clock));
    }

    @Override
    public void closing(RelationalSession session) {}
}
