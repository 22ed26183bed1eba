package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.TestSite;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The life of a user on the real store, in three whole windows: an administrator's, that of the person at another
 * workstation, and that of a second administrator, who touches nothing and sees it all.
 */
@ExtendWith(FxToolkitExtension.class)
class UserLifeIT {
    private static final String FIRST = "Copper-kettle-41";
    private static final String SECOND = "Marble-stair-72";
    private static final int GUESSES = 6;

    private final TestSite site = TestSite.fresh();

    @ParameterizedTest
    @EnumSource(Hand.class)
    void fromCreationToDeactivation(Hand hand) {
        try (RelationalGate hall = site.gateOf("hall");
                Client witness = new Client(site.gate()).signedIn(site.person("Administrator"), TestSite.PASSWORD);
                Client person = new Client(hall);
                Client admin = new Client(site.gate()).signedIn(site.person("Administrator"), TestSite.PASSWORD)) {
            Fx.run(() -> witness.window.shell().navigator().open("users"));
            admin.front();
            hand.screen(admin.window, "Users");
            Fx.until(() -> !admin.row(TestSite.ADMINISTRATOR).isEmpty());
            String temporary = create(hand, admin.window);
            Fx.until(() -> witness.row("grace").contains("Viewer"));

            signInFirst(hand, person, temporary, FIRST);
            assertThat(Fx.call(() -> person.window.find("#rail-users") == null)).isTrue();

            admin.front();
            hand.row(admin.window, "#user-table", "grace");
            hand.edit(admin.window);
            hand.put(admin.window, "#user-department", "Filling hall");
            hand.submit(admin.window, "Save user");
            Fx.until(() -> witness.row("grace").contains("Filling hall"));
            assertThat(Fx.call(() -> atWork(person))).as("an edit ends nothing").isTrue();

            Fx.until(() -> admin.row("grace").contains("Filling hall"));
            hand.row(admin.window, "#user-table", "grace");
            hand.edit(admin.window);
            hand.choose(admin.window, "#user-role", "Operator");
            endsInTime(person, () -> hand.submit(admin.window, "Save user"));
            Fx.until(() -> witness.row("grace").contains("Operator"));
            signIn(hand, person, FIRST);
            Fx.until(() -> atWork(person));

            String again = reset(hand, admin, person);
            for (int i = 0; i < GUESSES; i++) {
                hall.signIn("grace", "a guess", "test");
            }
            admin.front();
            hand.screen(admin.window, "Overview");
            hand.screen(admin.window, "Users");
            Fx.until(() -> locked(admin));
            hand.row(admin.window, "#user-table", "grace");
            hand.press(admin.window, "#user-unlock");
            Fx.until(() -> !locked(admin));
            signInFirst(hand, person, again, SECOND);

            admin.front();
            hand.row(admin.window, "#user-table", "grace");
            hand.press(admin.window, "#user-deactivate");
            admin.window.awaitWords("Deactivate grace?");
            endsInTime(person, () -> hand.submit(admin.window, "Deactivate"));
            Fx.until(() -> witness.row("grace").contains("Inactive"));
            signIn(hand, person, SECOND);
            person.window.awaitWords("The user name or the password is not right.");
        }
    }

    private static String create(Hand hand, LiveWindow window) {
        hand.press(window, "#user-add");
        Fx.until(() -> window.find("#user-dialog") != null);
        hand.put(window, "#user-username", "grace");
        hand.put(window, "#user-email", "grace@plant.example");
        hand.put(window, "#user-first-name", "Grace");
        hand.put(window, "#user-last-name", "Hopper");
        hand.choose(window, "#user-role", "Viewer");
        hand.put(window, "#user-department", "Cooling");
        hand.submit(window, "Add user");
        return shownOnce(hand, window);
    }

    private static String reset(Hand hand, Client admin, Client person) {
        admin.front();
        hand.row(admin.window, "#user-table", "grace");
        hand.press(admin.window, "#user-reset");
        admin.window.awaitWords("Reset the password of grace?");
        endsInTime(person, () -> hand.submit(admin.window, "Reset password"));
        return shownOnce(hand, admin.window);
    }

    /** The temporary password as the administrator reads it. */
    private static String shownOnce(Hand hand, LiveWindow window) {
        Fx.until(() -> window.find("#user-password") != null);
        String shown = Fx.call(() -> ((TextField) Objects.requireNonNull(window.find("#user-password"))).getText());
        hand.submit(window, "Done");
        Fx.until(() -> window.find("#user-password") == null);
        return shown;
    }

    private static void signIn(Hand hand, Client person, String password) {
        person.front();
        hand.put(person.window, "#username", "grace");
        hand.put(person.window, "#password", password);
        hand.submit(person.window, "Sign in");
    }

    private static void signInFirst(Hand hand, Client person, String temporary, String chosen) {
        signIn(hand, person, temporary);
        person.window.awaitWords("Choose a new password");
        hand.put(person.window, "#old", temporary);
        hand.put(person.window, "#fresh", chosen);
        hand.put(person.window, "#repeated", chosen);
        hand.submit(person.window, "Change password");
        Fx.until(() -> atWork(person));
    }

    private static boolean atWork(Client client) {
        return client.window.find("#rail-home") != null;
    }

    private static boolean locked(Client client) {
        return client.row("grace").stream().anyMatch(cell -> cell.contains("locked until"));
    }

    /** Whether what an administrator does puts the person before the door in time, with a reason. */
    private static void endsInTime(Client person, Runnable done) {
        BooleanSupplier outside = () -> !atWork(person) && person.window.find("#username") != null;
        assertThat(Fx.call(outside::getAsBoolean)).isFalse();
        done.run();
        long before = System.nanoTime();
        Fx.until(outside);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Client.PROMISED);
        person.window.awaitWords("Your session has ended.");
    }
}
